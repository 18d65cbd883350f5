import type { ImmediateNeed } from './schema.ts';

/** Plainly made-up needs, for the gallery and the tests. */
export const specimens: Record<string, ImmediateNeed> = {
  today: {
    need: 'see-doctor',
    what: 'A baby has had a cough for a week and drinks little since last night.',
    urgency: 'today',
    whoActs: 'me',
    whoDetail: '',
    byWhen: '2026-11-03',
    reach: 'come-back',
    reachDetail: 'Same caravan, after two o’clock',
  },
  soon: {
    need: 'forms',
    what: 'Help with a letter about the rent.',
    urgency: 'soon',
    whoActs: 'site-liaison',
    whoDetail: 'The liaison worker at the site office',
    byWhen: '2026-11-17',
    reach: 'not-agreed',
    reachDetail: '',
  },
};
