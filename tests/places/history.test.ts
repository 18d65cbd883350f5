import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryEntry, Observation, OwnTold } from '../../src/domain/directory.ts';
import { differencesOf, factViews, isNotForOne, photoRule } from '../../src/places/differing.ts';
import { finderOf } from '../../src/places/find.ts';
import { freshnessOf } from '../../src/places/freshness.ts';
import { directoryInSteps, directoryOf, type Directory } from '../../src/places/history.ts';
import { timesAsked } from '../../src/places/load.ts';
import { tiesOf } from '../../src/places/network.ts';
import { owedAt } from '../../src/places/owed.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const TODAY = '2026-11-22';
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const entries = fc.uniqueArray(
  fc.record({
    entryId: fc.constantFrom(...IDS),
    mergedInto: fc.option(fc.constantFrom(...IDS, 'not-here')),
    closed: fc.boolean(),
    links: fc.array(fc.record({ to: fc.constantFrom(...IDS), how: fc.constantFrom('meets-at', 'works-with') }), {
      maxLength: 3,
    }),
  }),
  { selector: ({ entryId }) => entryId },
);
const seen = fc.uniqueArray(
  fc.record({
    observationId: fc.integer({ min: 0, max: 60 }).map((n) => `o${n}`),
    entryId: fc.constantFrom(...IDS, 'nowhere-to-be-found'),
    on: day,
    kind: fc.constantFrom('visit', 'need', 'seen'),
    status: fc.option(fc.constantFrom('growing', 'weak')),
    byName: fc.constantFrom('Maria', 'Tom', 'Ama'),
  }),
  { selector: ({ observationId }) => observationId, maxLength: 40 },
);
const community = fc.record({ entries, seen }).map((drawn) => ({
  entries: drawn.entries.map(({ entryId, ...over }) => anEntry(entryId, over as Partial<DirectoryEntry>)),
  seen: drawn.seen.map(({ observationId, entryId, on, ...over }) =>
    anObservation(observationId, entryId, on, over as Partial<Observation>),
  ),
}));

/** What a screen shows of it, as plain data. */
const shown = (directory: Directory): unknown => ({
  live: directory.live,
  closed: directory.closed,
  found: [...IDS, 'not-here'].map((id) => directory.find(id)?.entry.entryId ?? null),
});

describe('the history of places', () => {
  test('is the same on every tablet, in whatever order and however often the rows came', () => {
    fc.assert(
      fc.property(community, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = <Row>(rows: readonly Row[]): Row[] =>
          [...rows, ...rows]
            .map((row) => ({ row, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        const one = directoryOf(all.entries, all.seen, [], TODAY);
        const other = directoryOf(shuffled(all.entries), shuffled(all.seen), [], TODAY);
        expect(shown(other)).toEqual(shown(one));
      }),
      { numRuns: 500 },
    );
  });

  test('loses nothing by merges: every entry stands for itself or is found under one, and so is all that was seen', () => {
    fc.assert(
      fc.property(community, (all) => {
        const directory = directoryOf(all.entries, all.seen, [], TODAY);
        const known = [...directory.live, ...directory.closed];
        expect(known.flatMap(({ ids }) => ids).sort()).toEqual(all.entries.map(({ entryId }) => entryId).sort());
        for (const { ids } of known) for (const id of ids) expect(directory.find(id)?.entry.entryId).toBe(ids[0]);
        const here = new Set(all.entries.map(({ entryId }) => entryId));
        expect(known.flatMap(({ observations }) => observations.map((one) => one.observationId)).sort()).toEqual(
          all.seen.flatMap((one) => (here.has(one.entryId) ? [one.observationId] : [])).sort(),
        );
        for (const { observations } of known) {
          const days = observations.map(({ on }) => on);
          expect(days).toEqual([...days].sort().reverse());
        }
        for (const { from, to } of tiesOf(directory)) expect(from).not.toBe(to);
      }),
      { numRuns: 500 },
    );
  });

  test('what a tablet tells itself makes no difference once it came back', () => {
    fc.assert(
      fc.property(community, (all) => {
        const own: OwnTold[] = all.seen.map((observation) => ({
          opId: observation.observationId,
          entityId: observation.observationId,
          entry: all.entries.find(({ entryId }) => entryId === observation.entryId) ?? null,
          observation,
        }));
        const before = directoryOf([], [], own, TODAY);
        for (const { onlyHere, observations } of before.live)
          expect([onlyHere, ...observations.map((one) => one.onlyHere)]).not.toContain(false);
        const kept = directoryOf(all.entries, all.seen, own, TODAY);
        const dropped = directoryOf(all.entries, all.seen, [], TODAY);
        const plain = (directory: Directory): unknown =>
          directory.live.map(({ entry, observations }) => [
            entry,
            observations.map((one) => ({ ...one, onlyHere: null })),
          ]);
        expect(plain(kept)).toEqual(plain(dropped));
        expect(dropped.live.some(({ onlyHere }) => onlyHere)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('an entry that staff worked on outranks what the tablet told itself; a correction of a note outranks the note', () => {
    const staff = anEntry('a', { name: 'Long Lane', culture: [{ says: 'Shoes off', approvedBy: 'Ama', on: TODAY }] });
    const own: OwnTold[] = [
      { opId: '1', entityId: '1', entry: anEntry('a', { name: 'long lane?' }), observation: null },
      { opId: '2', entityId: '2', entry: null, observation: anObservation('o', 'a', TODAY, { what: 'Two taps' }) },
    ];
    const known = directoryOf([staff], [anObservation('o', 'a', TODAY, { what: 'One tap' })], own, TODAY).find('a');
    expect(known?.entry).toBe(staff);
    expect(known?.onlyHere).toBe(false);
    expect(known?.observations).toMatchObject([{ what: 'Two taps', onlyHere: true }]);
  });

  test('a circle of merges is one entry, the one with the least id', () => {
    const round = [
      anEntry('b', { mergedInto: 'c' }),
      anEntry('c', { mergedInto: 'a' }),
      anEntry('a', { mergedInto: 'b' }),
    ];
    const directory = directoryOf([...round, anEntry('d', { mergedInto: 'b' })], [], [], TODAY);
    expect(directory.live.map(({ ids }) => ids)).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('a visit to the place where a group alone meets is a visit to the group; its own history stays its own', () => {
    const meets = [{ to: 'hall', how: 'meets-at' as const }];
    const hall = [anEntry('hall'), anEntry('women', { type: 'group', links: meets })];
    const visit = anObservation('v', 'hall', '2026-11-01', { kind: 'visit' });
    expect(directoryOf(hall, [visit], [], TODAY).find('women')).toMatchObject({
      visits: 1,
      visits90: 1,
      lastSeen: '2026-11-01',
      observations: [],
    });
    const two = [...hall, anEntry('men', { type: 'group', links: meets })];
    expect(directoryOf(two, [visit], [], TODAY).find('women')).toMatchObject({ visits: 0, freshness: 'never' });
  });

  test('a clock that runs ahead sees nothing in the future', () => {
    const known = directoryOf([anEntry('a')], [anObservation('o', 'a', '2027-05-01')], [], TODAY).find('a');
    expect(known).toMatchObject({ lastSeen: TODAY, freshness: 'fresh' });
  });
});

describe('how old knowledge is', () => {
  test.each([
    [null, 'never'],
    ['2026-05-22', 'fresh'],
    ['2026-05-21', 'fading'],
    ['2026-11-22', 'fresh'],
  ] as const)('last seen %s: %s', (last, how) => expect(freshnessOf(last, TODAY)).toBe(how));

  test('six months before the last day of a long month is the last of a short one', () => {
    expect(freshnessOf('2026-02-28', '2026-08-31')).toBe('fresh');
    expect(freshnessOf('2026-02-27', '2026-08-31')).toBe('fading');
  });
});

describe('how often people were asked', () => {
  const visits = (...days: string[]): Observation[] =>
    days.map((on, n) => anObservation(`v${n}`, 'a', on, { kind: 'visit' }));

  test('counts days, not tablets, and only visits', () => {
    const seenToo = anObservation('s', 'a', '2026-11-01');
    expect(timesAsked([...visits('2026-11-20', '2026-11-20', '2026-10-01'), seenToo], TODAY)).toBe(2);
  });

  test('forgets after 90 days', () => {
    expect(timesAsked(visits('2026-08-24'), TODAY)).toBe(0);
    expect(timesAsked(visits('2026-08-25'), TODAY)).toBe(1);
  });
});

describe('what people saw differently', () => {
  const at = (all: Observation[], facts: DirectoryEntry['facts'] = {}) => {
    const known = directoryOf([anEntry('a', { facts })], all, [], TODAY).find('a');
    if (known === null) throw new Error('not found');
    return known;
  };

  test('stands side by side when two people said it within 90 days', () => {
    const known = at([
      anObservation('1', 'a', '2026-10-01', { status: 'weak', byName: 'Tom' }),
      anObservation('2', 'a', '2026-11-01', { status: 'growing', byName: 'Maria' }),
    ]);
    expect(differencesOf(known, TODAY)).toMatchObject([
      {
        what: 'status',
        views: [
          { value: 'growing', by: { byName: 'Maria' } },
          { value: 'weak', by: { byName: 'Tom' } },
        ],
      },
    ]);
  });

  test('is no difference when one person saw a change, when it is long ago, or when both say the same', () => {
    const one = { status: 'weak', byName: 'Maria' } as const;
    expect(
      differencesOf(
        at([anObservation('1', 'a', '2026-10-01', one), anObservation('2', 'a', '2026-11-01', { status: 'growing' })]),
        TODAY,
      ),
    ).toEqual([]);
    expect(
      differencesOf(
        at([
          anObservation('1', 'a', '2026-08-02', { ...one, byName: 'Tom' }),
          anObservation('2', 'a', '2026-11-01', { status: 'growing' }),
        ]),
        TODAY,
      ),
    ).toEqual([]);
    expect(
      differencesOf(
        at([
          anObservation('1', 'a', '2026-10-02', { facts: { languages: ['ro', 'en'] }, byName: 'Tom' }),
          anObservation('2', 'a', '2026-11-01', { facts: { languages: ['en', 'ro'] } }),
        ]),
        TODAY,
      ),
    ).toEqual([]);
  });

  test('the directory stands first, and what differs from it follows with its source', () => {
    const known = at(
      [
        anObservation('1', 'a', '2026-11-01', { facts: { signal: 'none' } }),
        anObservation('2', 'a', '2026-11-02', { facts: { signal: 'good' } }),
      ],
      { signal: 'good' },
    );
    expect(factViews(known, 'signal', TODAY)).toMatchObject([
      { value: 'good', by: null },
      { value: 'none', by: { on: '2026-11-01' } },
    ]);
  });

  test('the careful word holds: not alone, no photos', () => {
    const known = at([anObservation('1', 'a', '2026-11-01', { facts: { notAlone: true, photos: 'never' } })], {
      notAlone: false,
      photos: 'ask-first',
    });
    expect(isNotForOne(known, TODAY)).toBe(true);
    expect(photoRule(known, TODAY)).toBe('never');
    expect(isNotForOne(at([]), TODAY)).toBe(false);
    expect(photoRule(at([]), TODAY)).toBeNull();
  });
});

describe('finding', () => {
  const directory = directoryOf(
    [
      anEntry('hall', { name: 'Église Saint-Marc', alsoCalled: ['The old hall'] }),
      anEntry('group', { type: 'group', name: 'Friday women', links: [{ to: 'hall', how: 'meets-at' }] }),
      anEntry('old', { name: 'Elim Chapel', mergedInto: 'hall' }),
      anEntry('ar', { name: 'مسجدُ النور' }),
    ],
    [],
    [],
    TODAY,
  );
  const find = (words: string) =>
    finderOf(directory)
      .find(words)
      .map(({ entry }) => entry.entryId);

  test.each([
    ['eglise', ['hall', 'group']],
    ['OLD hall', ['hall', 'group']],
    ['elim', ['hall', 'group']],
    ['friday', ['group', 'hall']],
    ['saint marc', ['hall', 'group']],
    ['مسجد', ['ar']],
    ['nobody', []],
  ])('%s', (words, ids) => expect(find(words)).toEqual(ids));

  test('no words find everything, in the order of names', () => {
    expect(find('  ')).toEqual(directory.live.map(({ entry }) => entry.entryId));
  });

  test('what is owed is found by any of its names', () => {
    const hall = directory.find('old');
    const owed = [
      { entityId: '1', groupName: '', placeName: 'elim chapel ', what: 'x', dueOn: '2026-12-01' },
      { entityId: '2', groupName: 'Friday women', placeName: 'Elim Chapel', what: 'y', dueOn: null },
      { entityId: '3', groupName: '', placeName: 'The old hall', what: 'z', dueOn: '2026-11-01' },
    ];
    expect(hall === null ? null : owedAt(owed, hall, directory).map(({ entityId }) => entityId)).toEqual(['3', '1']);
  });
});

test('the history of thousands of notes is made in many steps, none of them long, and comes to the same', () => {
  const places = Array.from({ length: 300 }, (_, n) => anEntry(`p${n}`));
  const notes = Array.from({ length: 3000 }, (_, n) => anObservation(`o${n}`, `p${n % 300}`, '2026-11-01'));
  const steps = directoryInSteps(places, notes, [], TODAY);
  let count = 0;
  for (;;) {
    const step = steps.next();
    count += 1;
    if (step.done !== true) continue;
    expect(shown(step.value)).toEqual(shown(directoryOf(places, notes, [], TODAY)));
    expect(step.value.live[0]?.observations).toHaveLength(10);
    break;
  }
  expect(count).toBeGreaterThan(30);
});
