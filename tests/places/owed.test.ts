import { describe, expect, test } from 'vitest';
import type { Owed } from '../../src/domain/protocol.ts';
import { isPromisedTo } from '../../src/features/desk/places/use-promises.ts';
import { directoryOf } from '../../src/places/history.ts';
import { owedAt, owedByEntry, owedHere } from '../../src/places/owed.ts';
import { anEntry } from '../helpers/directory.ts';

const directory = directoryOf(
  [
    anEntry('hall', { name: 'New hall', alsoCalled: ['The old hall'] }),
    anEntry('shed', { name: 'Shed', mergedInto: 'hall' }),
    anEntry('mosque', { name: 'Mosque' }),
    anEntry('women-hall', { type: 'group', name: 'Women’s group', links: [{ to: 'hall', how: 'meets-at' }] }),
    anEntry('women-mosque', { type: 'group', name: 'Women’s group', links: [{ to: 'mosque', how: 'meets-at' }] }),
    anEntry('walkers', { type: 'group', name: 'Walkers' }),
  ],
  [],
  [],
  '2026-11-22',
);
const owed = (groupName: string, placeName: string, placeId?: string): Owed => ({
  entityId: 'x',
  groupName,
  placeName,
  what: 'An answer',
  dueOn: null,
  ...(placeId === undefined ? {} : { placeId }),
});
const whom = (one: Owed): string[] => [...owedByEntry([one], directory).keys()];

describe('to whom something is owed', () => {
  test.each([
    ['the place that was visited, whatever it is called now', owed('', 'Long ago', 'hall'), ['hall']],
    ['the place it was merged into', owed('', 'Shed', 'shed'), ['hall']],
    [
      'the group that meets there, and no other of that name',
      owed('Women’s group', 'New hall', 'hall'),
      ['women-hall'],
    ],
    ['the group that was visited itself', owed('women’s GROUP', 'Mosque', 'women-mosque'), ['women-mosque']],
    ['somebody else altogether, by the name that was written', owed('Walkers', 'New hall', 'hall'), ['walkers']],
    ['nobody of that name: it stays where it was promised', owed('Renamed since', 'New hall', 'hall'), ['hall']],
    ['no entry: everybody of that name', owed('Women’s group', 'New hall'), ['women-hall', 'women-mosque']],
    ['no entry and no group: the place, by any name', owed('', 'the OLD hall '), ['hall']],
    ['an entry that is not here any more: the name', owed('Walkers', 'Tent', 'tent'), ['walkers']],
    ['nothing that is known', owed('', ''), []],
  ])('%s', (_, one, ids) => expect(whom(one)).toEqual(ids));

  test('the earliest due comes first, what has no day last', () => {
    const due = (dueOn: string | null) => ({ ...owed('', 'x', 'hall'), dueOn });
    const hall = directory.find('hall')!;
    const list = owedAt([due(null), due('2026-12-02'), due('2026-12-01')], hall, directory);
    expect(list.map(({ dueOn }) => dueOn)).toEqual(['2026-12-01', '2026-12-02', null]);
    expect(owedAt([owed('Walkers', 'Tent')], hall, directory)).toEqual([]);
  });

  test('on the page of a place: what is owed to it, and to whoever was promised something there', () => {
    const at = (id: string, one: Owed) => owedHere([one], directory.find(id)!, directory).length;
    expect(at('hall', owed('Women’s group', 'New hall', 'hall'))).toBe(1);
    expect(at('hall', owed('Walkers', 'Shed', 'shed'))).toBe(1);
    expect(at('hall', owed('', 'New hall'))).toBe(1);
    expect(at('women-hall', owed('Women’s group', 'New hall', 'hall'))).toBe(1);
    expect(at('hall', owed('Women’s group', 'Mosque', 'mosque'))).toBe(0);
    expect(at('mosque', owed('Women’s group', 'New hall', 'hall'))).toBe(0);
  });
});

describe('what the desk shows as promised to an entry', () => {
  const hall = { ids: ['hall', 'shed'], names: ['New hall', 'The old hall'], linked: ['women-hall'] };
  const women = { ids: ['women-hall'], names: ['Women’s group'], linked: ['hall'] };
  const item = (placeId: string | undefined, placeName: string, groupName: string, toGroup = groupName) => ({
    placeName,
    groupName,
    toGroup,
    ...(placeId === undefined ? {} : { placeId }),
  });

  test('what was promised there, after another name and after a merge', () => {
    expect(isPromisedTo(item('hall', 'Long ago', ''), hall)).toBe(true);
    expect(isPromisedTo(item('shed', 'Shed', ''), hall)).toBe(true);
    expect(isPromisedTo(item('mosque', 'New hall', ''), hall)).toBe(false);
  });

  test('to a group: what was promised where it meets, not what was promised to another of that name', () => {
    expect(isPromisedTo(item('hall', 'New hall', 'Women’s group'), women)).toBe(true);
    expect(isPromisedTo(item('mosque', 'Mosque', 'Women’s group'), women)).toBe(false);
    expect(isPromisedTo(item('market', 'Market', '', 'Women’s group'), women)).toBe(true);
  });

  test('what has no entry goes by its names', () => {
    expect(isPromisedTo(item(undefined, 'the old hall', ''), hall)).toBe(true);
    expect(isPromisedTo(item(undefined, 'Market', 'Walkers', 'Women’s group'), women)).toBe(true);
    expect(isPromisedTo({ placeName: null, groupName: null }, women)).toBe(false);
  });
});
