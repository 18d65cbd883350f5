import { expect, test } from 'vitest';
import type { Owed } from '../../../src/domain/protocol.ts';
import { owedToGroup } from '../../../src/features/home/use-owed.ts';

const owed = (what: string, groupName: string, placeName: string, dueOn: string | null): Owed => ({
  entityId: what,
  what,
  groupName,
  placeName,
  dueOn,
});
const ALL = [
  owed('no date', 'Long Lane families', 'Long Lane site', null),
  owed('later', 'long lane FAMILIES ', 'Long Lane site', '2026-12-20'),
  owed('sooner', 'Long Lane families', 'Long Lane site', '2026-12-03'),
  owed('other group', 'Friday group', 'Long Lane site', '2026-11-01'),
  owed('library', '', 'Central Library', '2026-11-01'),
];

test('what is owed to this group comes with the earliest first, and nobody else’s', () => {
  const found = owedToGroup(ALL, { groupName: 'Long Lane families', placeName: 'Long Lane site' });
  expect(found.map(({ what }) => what)).toEqual(['sooner', 'later', 'no date']);
});

test('by the entry that was visited: after it was given another name, and never another group of the same name', () => {
  const known = [
    { ...owed('here', 'Women’s group', 'Old hall', null), placeId: 'hall' },
    { ...owed('elsewhere', 'Women’s group', 'Mosque', null), placeId: 'mosque' },
    { ...owed('merged', 'Women’s group', 'New hall', null), placeId: 'gone' },
    owed('older', 'Women’s group', 'Market', null),
  ];
  const found = owedToGroup(known, { groupName: 'Women’s group', placeName: 'New hall', placeId: 'hall' });
  expect(found.map(({ what }) => what)).toEqual(['here', 'merged', 'older']);
  expect(owedToGroup(known, { groupName: '', placeName: 'The hall', placeId: 'hall' })).toHaveLength(1);
  // A visit from before there was a directory.
  expect(owedToGroup(known, { groupName: 'Women’s group', placeName: 'Market' })).toHaveLength(4);
});

test('a place without a group goes by the place', () => {
  expect(owedToGroup(ALL, { groupName: '', placeName: 'central library' }).map(({ what }) => what)).toEqual([
    'library',
  ]);
  expect(owedToGroup(ALL, { groupName: '', placeName: '' })).toEqual([]);
});
