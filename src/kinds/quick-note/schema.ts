import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { facet, firstWords, oneOf, words } from '../code.ts';

/** Three taps and a sentence, in under thirty seconds: what is otherwise never written down. */
const schema = z.strictObject({
  theme: oneOf('themes'),
  feeling: oneOf('feelings'),
  /** The third tap: whose words these are. */
  voice: oneOf('voices'),
  said: words(2000),
});
export type QuickNote = z.output<typeof schema>;

export const quickNote = defineKind<'quick-note', QuickNote>({
  name: 'quick-note',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: true,
  lane: () => 'rest',
  words: (note) => [note.said],
  facets: (note) => [...facet('themes', [note.theme]), ...facet('feelings', [note.feeling])],
  headline: (note) => firstWords(note.said),
});
