import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { facet, firstWords, line, oneOf, someOf, words } from '../code.ts';

/** Asked only with permission, every item optional, never a date of birth. Wordings: harmonised lists. */
const aboutYou = z.strictObject({
  ageBand: z.optional(oneOf('ageBands')),
  sex: z.optional(oneOf('sexes')),
  ethnicGroup: z.optional(oneOf('ethnicGroups')),
  ethnicOwnWords: z.optional(line(80)),
  longTermCondition: z.optional(oneOf('yesNo')),
  activityLimit: z.optional(oneOf('activityLimits')),
  carer: z.optional(oneOf('yesNo')),
  mainLanguage: z.optional(line(60)),
});
export type AboutYou = z.output<typeof aboutYou>;

/** One person (or one small group) heard at length: the open question first, then prompts that may be skipped. */
const schema = z.strictObject({
  /** Own words, in the language they were said in. */
  said: words(),
  /** BCP 47 tag of `said` where it is known. */
  saidLanguage: line(35),
  /** What the worker understood, kept apart from the person's own words. */
  gist: words(4000),
  voice: oneOf('voices'),
  respondent: z.optional(oneOf('respondents')),
  /** "Did I get it right?": how the read-back went. */
  readBack: z.enum(['not-done', 'right', 'corrected']),
  prompts: z.array(
    z.strictObject({ prompt: oneOf('prompts'), covered: z.enum(['ticked', 'skipped']), said: words(2000) }),
  ),
  feeling: z.optional(oneOf('feelings')),
  services: someOf('services'),
  themes: someOf('themes'),
  access: someOf('access'),
  accessNote: line(400),
  /** "How do you want to hear back?" is part of consent; how to reach them, where they agreed, stands here alone. */
  contact: z.optional(z.strictObject({ how: oneOf('reach'), detail: line(120) })),
  aboutYou: z.optional(aboutYou),
});
export type Conversation = z.output<typeof schema>;

export const conversation = defineKind<'conversation', Conversation>({
  name: 'conversation',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: true,
  lane: () => 'rest',
  words: (talk) => [talk.said, talk.gist, talk.accessNote, ...talk.prompts.map((p) => p.said)],
  facets: (talk) => [
    ...facet('themes', talk.themes),
    ...facet('services', talk.services),
    ...facet('feelings', talk.feeling === undefined ? [] : [talk.feeling]),
  ],
  headline: (talk) => firstWords(talk.said === '' ? talk.gist : talk.said),
  withoutContact: (talk) => {
    const rest = { ...talk };
    delete rest.contact;
    return rest;
  },
});
