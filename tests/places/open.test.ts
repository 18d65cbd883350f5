import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observation, type Observation } from '../../src/domain/directory.ts';
import { pullRow } from '../../src/domain/pull-row.ts';
import { directoryOf } from '../../src/places/history.ts';
import { openAmong, standings } from '../../src/places/open.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const TODAY = '2026-11-22';
type Now = NonNullable<Observation['answers']>['now'];

const need = (id = 'tap', over: Partial<Observation> = {}): Observation =>
  anObservation(id, 'lane', '2026-09-01', { kind: 'need', what: 'One tap for forty people', ...over });
const answer = (on: string, now: Now, over: Partial<Observation> & { to?: string } = {}): Observation => {
  const { to = 'tap', ...rest } = over;
  return anObservation(`${on}-${now}`, 'lane', on, { answers: { observationId: to, now }, ...rest });
};
const isOpen = (...answers: Observation[]): boolean | undefined => standings([need(), ...answers], TODAY)(need())?.open;

describe('what is open at a place', () => {
  test('needs, dangers and what is in the way, until somebody says that it is better; nothing else', () => {
    const kinds = ['need', 'hazard', 'barrier', 'strength', 'service', 'seen', 'visit'] as const;
    const notes = kinds.map((kind) => anObservation(kind, 'lane', '2026-09-01', { kind }));
    expect(openAmong(notes, TODAY).map(({ kind }) => kind)).toEqual(['need', 'hazard', 'barrier']);
    const better = answer('2026-10-01', 'better', { to: 'hazard' });
    expect(openAmong([...notes, better], TODAY).map(({ kind }) => kind)).toEqual(['need', 'barrier']);
  });

  test('the newest answer decides: better closes it, worse and the same leave it open, later disagreement opens it again', () => {
    expect(isOpen()).toBe(true);
    expect(isOpen(answer('2026-10-01', 'same'))).toBe(true);
    expect(isOpen(answer('2026-10-01', 'same'), answer('2026-11-01', 'better'))).toBe(false);
    expect(isOpen(answer('2026-11-01', 'better'), answer('2026-11-02', 'worse'))).toBe(true);
    const standing = standings([need(), answer('2026-10-01', 'same'), answer('2026-11-02', 'better')], TODAY)(need());
    expect(standing).toMatchObject({ open: false, last: { on: '2026-11-02', byName: 'Maria' } });
  });

  test('of one day the careful word holds, and a day that has not come closes nothing that anybody sees', () => {
    expect(isOpen(answer('2026-11-01', 'better'), answer('2026-11-01', 'same'))).toBe(true);
    expect(isOpen(answer('2027-11-01', 'better'))).toBe(false);
    expect(isOpen(answer('2027-11-01', 'better'), answer('2026-11-01', 'worse'))).toBe(true);
    expect(isOpen(answer('2027-11-01', 'worse'), answer('2026-11-21', 'better'))).toBe(true);
  });

  test('an answer counts for what it names, at the entry where that was told, and for nothing else', () => {
    expect(isOpen(answer('2026-11-01', 'better', { to: 'other' }))).toBe(true);
    expect(isOpen(answer('2026-11-01', 'better', { entryId: 'elsewhere' }))).toBe(true);
    expect(standings([], TODAY)(answer('2026-11-01', 'better', { kind: 'need' }))).toBeNull();
  });

  test('is the same in whatever order, and however often, the answers came', () => {
    const answers = fc.uniqueArray(
      fc.record({
        observationId: fc.integer({ min: 0, max: 30 }).map((n) => `a${n}`),
        on: fc.constantFrom('2026-10-01', '2026-10-02', '2026-11-22', '2026-12-01', '2027-01-01'),
        now: fc.constantFrom<Now>('better', 'same', 'worse'),
        to: fc.constantFrom('tap', 'ramp', 'gone'),
      }),
      { selector: ({ observationId }) => observationId, maxLength: 12 },
    );
    let closed = 0;
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
        const notes = [
          need('tap'),
          need('ramp', { kind: 'barrier' }),
          ...drawn.map(({ observationId, on, now, to }) => answer(on, now, { to, observationId })),
        ];
        const shuffled = [...notes, ...notes]
          .map((row) => ({ row, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const shown = (rows: readonly Observation[]): unknown => {
          const known = directoryOf([anEntry('lane')], rows, [], TODAY).find('lane');
          if (known === null) throw new Error('not found');
          const standingOf = standings(known.observations, TODAY);
          closed += known.observations.filter((seen) => standingOf(seen)?.open === false).length;
          return known.observations.map((seen) => [seen.observationId, standingOf(seen)]);
        };
        expect(shown(shuffled)).toEqual(shown(notes));
      }),
      { numRuns: 500 },
    );
    expect(closed).toBeGreaterThan(100);
  });

  test('taking the answer back opens it again', () => {
    const rows = [need(), answer('2026-11-01', 'better')];
    expect(openAmong(rows, TODAY)).toEqual([]);
    expect(openAmong(rows.slice(0, 1), TODAY)).toEqual([need()]);
  });

  test('goes with its entry when two are brought together, and when they are taken apart again', () => {
    const notes = [
      need(),
      answer('2026-11-01', 'better'),
      anObservation('lamp', 'yard', '2026-10-01', { kind: 'hazard' }),
    ];
    const openAt = (into: string | null, id: string): readonly string[] => {
      const known = directoryOf([anEntry('lane', { mergedInto: into }), anEntry('yard')], notes, [], TODAY).find(id);
      return openAmong(known?.observations ?? [], TODAY).map(({ observationId }) => observationId);
    };
    expect(openAt('yard', 'lane')).toEqual(['lamp']);
    expect([openAt(null, 'lane'), openAt(null, 'yard')]).toEqual([[], ['lamp']]);
  });
});

test('rows that were made before there were answers are read as ever, and an answer travels as a row', () => {
  const old = need();
  expect(observation.parse(old)).toEqual(old);
  const told = answer('2026-11-01', 'better');
  expect(pullRow.parse({ kind: 'observation', id: `lane/${told.observationId}`, value: told })).toMatchObject({
    value: { answers: { observationId: 'tap', now: 'better' } },
  });
});
