import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import {
  allowedAt,
  betterNow,
  entryId,
  noteKind,
  placeFacts,
  placeLink,
  placeSource,
  placeStatus,
  sheet,
  where,
} from '../../domain/place.ts';
import { placeGrade } from '../../domain/record.ts';
import { facet, firstWords, line, someOf, words } from '../code.ts';

/** Something seen or told about a place or a group on one day. Added to what others saw, never in its stead. */
const schema = z
  .strictObject({
    /** Random; by it the observation is known to all tablets. */
    observationId: z.uuid(),
    /** What it is about: an entry of the directory, or null for a spot that is none. */
    about: z.nullable(z.strictObject({ entryId, name: line(120) })),
    kind: noteKind,
    themes: someOf('themes'),
    said: words(600),
    /** How things stand there now. */
    status: z.nullable(placeStatus),
    facts: placeFacts,
    link: z.nullable(placeLink),
    source: placeSource,
    /** Of the place it is about; else chosen before anything of where it is was kept. */
    grade: placeGrade,
    /** `nowhere`: at the place itself, whose own position holds, so that many notes tell nothing finer. */
    where,
    sheet: z.nullable(sheet),
    /** Whether something noted of this entry before is better now. Its kind is `seen`, also for tablets that know no answers. */
    answers: z.optional(betterNow),
    /** `office`: kept from the tablets of the team. */
    share: z.enum(['team', 'office']),
  })
  .check(z.refine((note) => allowedAt(note.grade, note.where), { error: 'finer than its grade allows' }));
export type MapNote = z.output<typeof schema>;

export const mapNote = defineKind<'map-note', MapNote>({
  name: 'map-note',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.map,
  givesReceipt: false,
  lane: () => 'rest',
  words: (note) => [
    note.said,
    note.about?.name ?? '',
    ...(note.sheet?.marks.map(({ says }) => says) ?? []),
    ...[note.facts.whoMeets, note.facts.host, note.facts.sensitivities].filter((text) => text !== undefined),
  ],
  facets: (note) => [...facet('noteKinds', [note.kind]), ...facet('themes', note.themes)],
  headline: (note) => firstWords(note.said === '' ? (note.about?.name ?? '') : note.said),
  tells: (note, { day, byName }) =>
    note.about === null || note.share === 'office'
      ? null
      : {
          entry: null,
          observation: {
            observationId: note.observationId,
            entryId: note.about.entryId,
            on: day,
            kind: note.kind,
            what: note.said,
            themes: note.themes,
            status: note.status,
            facts: note.facts,
            link: note.link,
            where: note.where,
            ...(note.answers === undefined ? {} : { answers: note.answers }),
            source: note.source,
            byName,
          },
        },
});
