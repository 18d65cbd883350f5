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

test('a place without a group goes by the place', () => {
  expect(owedToGroup(ALL, { groupName: '', placeName: 'central library' }).map(({ what }) => what)).toEqual([
    'library',
  ]);
  expect(owedToGroup(ALL, { groupName: '', placeName: '' })).toEqual([]);
});
