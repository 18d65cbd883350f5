import type { SurveyResponse } from '../../domain/survey-response.ts';

/** Plainly made-up answers, for the gallery and the tests. */
const chosen = (code: string, choice: string) => ({
  code,
  type: 'choose-one',
  outcome: 'answered' as const,
  value: { code: choice },
  voice: 'own' as const,
  language: 'en',
  readingMode: 'standard' as const,
});

const gettingToSee = {
  surveyId: 'getting-to-see-a-doctor',
  version: 1,
  family: 'getting-to-see-a-doctor',
  title: 'Getting to see a doctor',
};

export const specimens: Record<string, SurveyResponse> = {
  handedOver: {
    ...gettingToSee,
    mode: 'hand-over',
    voice: 'own',
    ended: 'finished',
    stoppedAt: null,
    answers: [
      {
        ...chosen('D1', ''),
        type: 'short-words',
        value: { words: 'They ask for an address every time, and we have none.', codes: [], media: [] },
      },
      chosen('D2', 'today'),
      { ...chosen('D3', 'no'), language: 'ar' },
      { ...chosen('D6', ''), outcome: 'not-sure', value: null },
    ],
    languages: ['en', 'ar'],
    need: 'today',
    people: null,
    contact: { how: 'phone', detail: 'Ring the liaison worker' },
  },
  stopped: {
    ...gettingToSee,
    mode: 'facilitated',
    voice: 'helped-reading',
    ended: 'stopped',
    stoppedAt: 'D4',
    answers: [
      { ...chosen('D2', 'later'), voice: 'helped-reading' },
      { ...chosen('D3', ''), outcome: 'skipped', value: null, voice: 'proxy-family' },
    ],
    languages: ['en'],
    need: null,
    people: null,
  },
  group: {
    ...gettingToSee,
    mode: 'group',
    voice: 'own',
    ended: 'finished',
    stoppedAt: null,
    answers: [
      {
        ...chosen('D3', ''),
        outcome: 'heads',
        value: { first: { yes: 5, no: 4 }, again: { yes: 3, no: 6 } },
      },
    ],
    languages: ['en'],
    need: null,
    people: 9,
  },
};
