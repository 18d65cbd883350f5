import * as z from 'zod/mini';
import { appSounds } from './app-sounds.ts';
import { baseMap, directoryEntry, observation } from './directory.ts';
import { organisation, owed, receipt, rosterEntry, venue } from './protocol.ts';
import { survey, surveyTexts } from './survey.ts';

/** The rows of reference data that a pull brings, apart from the rest of the protocol: only sending and the server read them. */

const text = (max: number) => z.string().check(z.maxLength(max));

export const pullRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), id: text(80), value: z.nullable(organisation) }),
  z.object({ kind: z.literal('roster'), id: text(80), value: z.nullable(rosterEntry) }),
  z.object({ kind: z.literal('venue'), id: text(80), value: z.nullable(venue) }),
  z.object({ kind: z.literal('owed'), id: text(80), value: z.nullable(owed) }),
  z.object({ kind: z.literal('receipt'), id: text(80), value: z.nullable(receipt) }),
  /** Every version that is or was in use (`surveyRowId`): a draft stays on its version. */
  z.object({ kind: z.literal('survey'), id: text(120), value: z.nullable(survey) }),
  /** Its words in one language (`textsRowId`). */
  z.object({ kind: z.literal('survey-texts'), id: text(160), value: z.nullable(surveyTexts) }),
  /** Clips of the app's own words in one language, which is the id. */
  z.object({ kind: z.literal('app-sounds'), id: text(35), value: z.nullable(appSounds) }),
  z.object({ kind: z.literal('directory'), id: text(80), value: z.nullable(directoryEntry) }),
  /** All of one entry lie together (`observationRowId`). */
  z.object({ kind: z.literal('observation'), id: text(160), value: z.nullable(observation) }),
  z.object({ kind: z.literal('base-map'), id: text(80), value: z.nullable(baseMap) }),
]);
/** One row of reference data; `value` null means it is gone (a tombstone). */
export type PullRow = z.output<typeof pullRow>;
export type ReferenceKind = PullRow['kind'];
