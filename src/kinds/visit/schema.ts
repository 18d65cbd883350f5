import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { NOWHERE } from '../../domain/place.ts';
import { line, words } from '../code.ts';

/** One outing to one place. Sealed when it starts, and amended when it ends with what the worker heard and promised. */
const schema = z.strictObject({
  startedAt: line(40),
  endedAt: z.nullable(line(40)),
  /** "What I heard", at most three lines, read back to people before leaving. */
  heard: z.array(line(300)).check(z.maxLength(3)),
  /** How people will hear back, in the worker's words. */
  hearBack: words(600),
  note: words(2000),
});
export type Visit = z.output<typeof schema>;

export const visit = defineKind<'visit', Visit>({
  name: 'visit',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: false,
  lane: () => 'rest',
  words: (outing) => [...outing.heard, outing.hearBack, outing.note],
  facets: () => [],
  headline: (outing) => outing.heard[0] ?? '',
  // That somebody was there; what they heard is for the office.
  tells: (_outing, { day, byName, visit: stamp }) =>
    stamp?.placeId === undefined
      ? null
      : {
          entry: null,
          observation: {
            observationId: stamp.visitId,
            entryId: stamp.placeId,
            on: day,
            kind: 'visit',
            what: '',
            themes: [],
            status: null,
            facts: {},
            link: null,
            where: NOWHERE,
            source: 'own-eyes',
            byName,
          },
        },
  listed: (outing) => [...outing.heard, outing.hearBack, outing.note].some((text) => text.trim() !== ''),
});
