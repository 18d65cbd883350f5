import { randomUUID } from 'node:crypto';
import { NOWHERE } from '../../src/domain/place.ts';
import type { MapNote } from '../../src/kinds/map-note/schema.ts';
import type { Place } from '../../src/kinds/place/schema.ts';
import type { Capture } from './capture.ts';
import { examplePlaces } from './places-known.ts';
import { EARLIER_VISITS, MET, SEEN, SPOTS } from './places-seen.ts';

type Send = (by: 'bea' | 'tom' | 'hana', place: number, daysAgo: number, what: Capture) => Promise<void>;
/** On the way, at none of the places. */
const NO_PLACE = -1;

/** Eighteen months of going back: outings, what was seen, and two places met for the first time. Oldest first. */
export async function noteExample(send: Send): Promise<void> {
  const known = new Map(examplePlaces('2025-01-01').map((entry) => [entry.entryId, entry]));
  const ids = new Map(SEEN.map(({ entry, daysAgo }) => [`${entry} ${daysAgo}`, randomUUID()]));
  const idOf = (entry: string, daysAgo: number) => ids.get(`${entry} ${daysAgo}`) as MapNote['observationId'];
  const notes = SEEN.map((one) => {
    const entry = known.get(one.entry);
    const body: MapNote = {
      ...bare(),
      observationId: idOf(one.entry, one.daysAgo),
      about: { entryId: one.entry, name: entry?.name ?? '' },
      kind: one.kind,
      said: one.said,
      themes: [...(one.themes ?? [])],
      status: one.status ?? null,
      facts: one.facts ?? {},
      link: one.link ?? null,
      source: one.source,
      grade: entry?.grade ?? 'shielded',
      share: one.share ?? 'team',
      ...(one.answers === undefined
        ? {}
        : { answers: { observationId: idOf(one.entry, one.answers.daysAgo), now: one.answers.now } }),
    };
    return { by: one.by, place: NO_PLACE, daysAgo: one.daysAgo, what: { kind: 'map-note', body } };
  });
  const spots = SPOTS.map(({ by, daysAgo, kind, said, where }) => {
    const body: MapNote = { ...bare(), kind, said, where };
    return { by, place: NO_PLACE, daysAgo, what: { kind: 'map-note', body } };
  });
  const met = MET.map(({ by, daysAgo, facts, ...place }) => {
    const own = { entryId: randomUUID(), grade: 'open', council: '', status: 'new', size: null, links: [] } as const;
    const body: Place = {
      ...place,
      ...own,
      links: [],
      facts: {
        ...facts,
        goodTimes: [...facts.goodTimes],
        ...('languages' in facts ? { languages: [...facts.languages] } : {}),
      },
      source: 'own-eyes',
    };
    return { by, place: NO_PLACE, daysAgo, what: { kind: 'place', body } };
  });
  const visits = EARLIER_VISITS.map(({ by, place, daysAgo }) => {
    const body = { startedAt: '', endedAt: null, heard: [], hearBack: '', note: '' };
    return { by, place, daysAgo, what: { kind: 'visit', body } };
  });
  for (const { by, place, daysAgo, what } of [...notes, ...spots, ...met, ...visits].sort(oldestFirst)) {
    await send(by, place, daysAgo, place === NO_PLACE ? { visit: null, ...what } : what);
  }
}

const oldestFirst = (a: { daysAgo: number }, b: { daysAgo: number }): number => b.daysAgo - a.daysAgo;

const bare = (): MapNote => ({
  observationId: randomUUID() as MapNote['observationId'],
  about: null,
  kind: 'seen',
  themes: [],
  said: '',
  status: null,
  facts: {},
  link: null,
  source: 'own-eyes',
  grade: 'open',
  where: NOWHERE,
  sheet: null,
  share: 'team',
});
