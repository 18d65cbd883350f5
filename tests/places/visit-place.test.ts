import { expect, test } from 'vitest';
import { directoryOf } from '../../src/places/history.ts';
import { visitPlaces } from '../../src/places/visit-place.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const TODAY = '2026-11-22';
const meets = (to: string) => [{ to, how: 'meets-at' as const }];

test('a place and the one group that meets there are one visit, with the stricter of both grades and both warned about', () => {
  const directory = directoryOf(
    [
      anEntry('hall', { name: 'Hall', setting: 'church', grade: 'open' }),
      anEntry('women', { type: 'group', name: 'Women', grade: 'shielded', links: meets('hall') }),
    ],
    [],
    [],
    TODAY,
  );
  const visited = { placeName: 'Hall', groupName: 'Women', setting: 'church', grade: 'shielded' };
  const [only, ...none] = visitPlaces(directory, []);
  expect(none).toEqual([]);
  expect(only).toMatchObject({ ...visited, placeId: 'hall' });
  expect(only?.about.map(({ entry }) => entry.entryId)).toEqual(['hall', 'women']);
  // From the page of the group, the visit is the group's.
  const asked = visitPlaces(directory, [], 'women');
  expect(asked.find(({ placeId }) => placeId === 'women')).toMatchObject(visited);
  expect(asked.find(({ placeId }) => placeId === 'hall')).toMatchObject({ groupName: '', grade: 'open' });
});

test('a place where several groups meet names none of them; a group that meets at several stands for itself', () => {
  const directory = directoryOf(
    [
      anEntry('hall', { name: 'Hall' }),
      anEntry('yard', { name: 'Yard' }),
      anEntry('a', { type: 'group', name: 'A', links: meets('hall') }),
      anEntry('b', { type: 'group', name: 'B', links: [...meets('hall'), ...meets('yard')] }),
    ],
    [],
    [],
    TODAY,
  );
  const all = visitPlaces(directory, []);
  expect(all.find(({ placeId }) => placeId === 'hall')?.groupName).toBe('');
  expect(all.find(({ placeId }) => placeId === 'b')).toMatchObject({ placeName: 'B', groupName: 'B' });
});

test('the last seen comes first, what is closed or merged is not visited, and old venues stay', () => {
  const directory = directoryOf(
    [anEntry('a'), anEntry('b'), anEntry('shut', { closed: true }), anEntry('twin', { mergedInto: 'a' })],
    [anObservation('1', 'b', '2026-11-01')],
    [],
    TODAY,
  );
  const venue = (venueId: string) => ({
    venueId,
    placeName: venueId,
    groupName: '',
    setting: 'other',
    grade: 'open' as const,
    notes: '',
  });
  expect(visitPlaces(directory, [venue('a'), venue('twin'), venue('old')]).map(({ venueId }) => venueId)).toEqual([
    'b',
    'a',
    'old',
  ]);
});
