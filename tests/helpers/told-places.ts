import { randomUUID } from 'node:crypto';
import { NOWHERE, type Where } from '../../src/domain/place.ts';
import { snap } from '../../src/domain/place-grid.ts';
import type { VisitId } from '../../src/domain/ids.ts';
import type { PlaceGrade } from '../../src/domain/record.ts';
import type { MapNote } from '../../src/kinds/map-note/schema.ts';
import type { Place } from '../../src/kinds/place/schema.ts';

/** A spot as exact as a tablet knows it. */
const EXACT = { lng: -2.587_913_7, lat: 51.454_513_9 };

/** The middle of the cell that holds the exact spot. */
export function spotAt(grade: 'open' | 'area', lng = EXACT.lng, lat = EXACT.lat): Where {
  const [east, north] = snap(grade, lng, lat);
  return { as: 'point', grade, points: [[east, north]] };
}

export const aPlace = (over: Partial<Place> = {}): Place => ({
  entryId: randomUUID(),
  type: 'venue',
  name: 'Mill Lane Community Centre',
  setting: 'community-centre',
  grade: 'open',
  where: spotAt('open'),
  council: 'Bristol',
  status: 'steady',
  facts: { host: 'Grace at the desk', languages: ['en', 'so'], goodTimes: ['weekday-morning'] },
  size: null,
  links: [],
  source: 'own-eyes',
  said: 'They were glad we came.',
  ...over,
});

export const aNote = (about: { entryId: string; name: string } | null, over: Partial<MapNote> = {}): MapNote => ({
  observationId: randomUUID() as MapNote['observationId'],
  about,
  kind: 'strength',
  themes: ['strengths'],
  said: 'Two sisters run a homework table here every Tuesday.',
  status: 'growing',
  facts: {},
  link: null,
  source: 'resident',
  grade: 'open',
  where: NOWHERE,
  sheet: null,
  share: 'team',
  ...over,
});

/** The stamp of a visit to an entry of the directory. */
export const aStamp = (placeId: string, over: { grade?: PlaceGrade; date?: string; visitId?: string } = {}) => ({
  visitId: (over.visitId ?? randomUUID()) as VisitId,
  placeName: 'Mill Lane Community Centre',
  grade: over.grade ?? 'open',
  setting: 'community-centre',
  groupName: '',
  placeId,
  date: over.date ?? '2026-11-20',
  team: ['Sam'],
  interpreter: null,
});
