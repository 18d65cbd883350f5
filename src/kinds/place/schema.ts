import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import {
  allowedAt,
  entryId,
  entryType,
  placeFacts,
  placeLink,
  placeSource,
  placeStatus,
  sizeEstimate,
  where,
} from '../../domain/place.ts';
import { placeGrade } from '../../domain/record.ts';
import { facet, line, oneOf, words } from '../code.ts';

/** A place, a group, a network, a community or somebody who opens doors, met for the first time. */
const schema = z
  .strictObject({
    /** Made with the draft: the same id on this tablet, at the server, and on every other tablet. */
    entryId,
    type: entryType,
    /** A code name where the place is shielded. */
    name: line(120).check(z.minLength(1)),
    setting: z.nullable(oneOf('settings')),
    /** Chosen before anything of where it is was kept. */
    grade: placeGrade,
    where,
    council: line(120),
    status: z.nullable(placeStatus),
    facts: placeFacts,
    size: z.nullable(sizeEstimate),
    /** Whom or what it is linked to. */
    links: z.array(placeLink).check(z.maxLength(20)),
    source: placeSource,
    /** For the office, in the worker's words. */
    said: words(2000),
  })
  .check(z.refine((place) => allowedAt(place.grade, place.where), { error: 'finer than its grade allows' }));
export type Place = z.output<typeof schema>;

export const place = defineKind<'place', Place>({
  name: 'place',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.map,
  givesReceipt: false,
  lane: () => 'rest',
  words: (met) => [met.name, met.council, met.said, ...factWords(met)],
  facets: (met) => [
    ...facet('entryTypes', [met.type]),
    ...facet('settings', met.setting === null ? [] : [met.setting]),
  ],
  headline: (met) => met.name,
  tells: (met, { day }) => ({
    entry: {
      entryId: met.entryId,
      type: met.type,
      name: met.name,
      alsoCalled: [],
      setting: met.setting,
      grade: met.grade,
      where: met.where,
      council: met.council,
      status: met.status,
      facts: met.facts,
      size: met.size,
      notes: '',
      culture: [],
      askable: [],
      links: met.links,
      mergedInto: null,
      closed: false,
      checked: false,
      since: day,
    },
    observation: null,
  }),
});

function factWords({ facts, size }: Place): string[] {
  const said = [facts.whoMeets, facts.host, facts.timesNote, facts.accessNote, facts.sensitivities, size?.about];
  return said.filter((text) => text !== undefined);
}
