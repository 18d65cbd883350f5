import { expect, test } from 'vitest';
import { directoryOf } from '../../src/places/history.ts';
import { visitPlaces } from '../../src/places/visit-place.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const TODAY = '2026-11-22';
const meets = (to: string) => [{ to, how: 'meets-at' as const }];

test('a group is visited where it meets, with the stricter of both grades; its history is its own', () => {
  const directory = directoryOf(
    [
      anEntry('hall', { name: 'Hall', setting: 'church', grade: 'open' }),
      anEntry('women', { type: 'group', name: 'Women', grade: 'shielded', links: meets('hall') }),
    ],
    [],
    [],
    TODAY,
  );
  const all = visitPlaces(directory, []);
  expect(all.find(({ placeId }) => placeId === 'women')).toMatchObject({
    placeName: 'Hall',
    groupName: 'Women',
    setting: 'church',
    grade: 'shielded',
  });
  expect(all.find(({ placeId }) => placeId === 'hall')).toMatchObject({ placeName: 'Hall', groupName: 'Women' });
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
