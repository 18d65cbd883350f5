import { describe, expect, test } from 'vitest';
import { LADDER, type LadderReached } from '../../src/domain/ladder.ts';
import { highestOf, ladderOf, ladderSaid, type LadderSaid } from '../../src/places/ladder.ts';
import { anEntry } from '../helpers/directory.ts';

const met = (...days: readonly [day: string, ...kinds: string[]][]) => days.map(([day, ...kinds]) => ({ day, kinds }));
const said = (step: LadderReached['step'], on: string, of = ''): LadderSaid => ({
  step,
  on,
  note: 'They chose the questions.',
  of,
});
const known = (rungs: ReturnType<typeof ladderOf>) => rungs.map(({ step, on, from }) => [step, on, from]);

describe('how far a relationship has come', () => {
  test('nobody met, nothing said: no step, and all four are told', () => {
    expect(known(ladderOf([], []))).toEqual(LADDER.map((step) => [step, null, null]));
    expect(highestOf(ladderOf([], []))).toBeNull();
  });

  test('the lower two follow from the first day of it; a tally, or a visit alone, is no view', () => {
    const rungs = ladderOf(
      met(['2026-11-20', 'conversation', 'visit'], ['2026-11-10', 'quick-note'], ['2026-11-01', 'no-thanks', 'visit']),
      [],
    );
    expect(known(rungs).slice(0, 2)).toEqual([
      ['inform', '2026-11-01', 'met'],
      ['views', '2026-11-10', 'told'],
    ]);
    expect(highestOf(rungs)?.step).toBe('views');
    expect(highestOf(ladderOf(met(['2026-11-01', 'visit']), []))?.step).toBe('inform');
  });

  test('coming often makes no relationship: the upper two stand only where staff say so', () => {
    const often = met(
      ...Array.from({ length: 40 }, (_, at): [string, string] => [`2026-10-${at + 10}`, 'conversation']),
    );
    expect(highestOf(ladderOf(often, []))?.step).toBe('views');
    const rungs = ladderOf(often, [said('partnership', '2026-11-02')]);
    expect(rungs.at(-1)).toEqual({
      step: 'partnership',
      on: '2026-11-02',
      from: 'staff',
      note: 'They chose the questions.',
      of: '',
    });
    // Nothing is said of the step between.
    expect(rungs[2]).toMatchObject({ step: 'relationship', on: null });
    expect(highestOf(rungs)?.step).toBe('partnership');
  });

  test('of one step that both tell, the earlier day holds, with where it is from', () => {
    const days = met(['2026-11-10', 'conversation']);
    expect(known(ladderOf(days, [said('views', '2025-05-01')]))[1]).toEqual(['views', '2025-05-01', 'staff']);
    expect(known(ladderOf(days, [said('views', '2026-11-20')]))[1]).toEqual(['views', '2026-11-10', 'told']);
  });

  test('what staff said of an entry that was merged into it counts, with its source; the earliest holds', () => {
    const merged = [
      { entryId: 'b', name: 'The Elm', rev: 1, ladder: { step: 'relationship' as const, on: '2025-03-01', note: 'B' } },
      { entryId: 'c', name: 'Elm Sisters', rev: 1, ladder: null },
      { entryId: 'd', name: 'Elm 2', rev: 1 },
    ];
    const own = { step: 'relationship' as const, on: '2026-01-01', note: 'A' };
    const all = ladderSaid({ entry: anEntry('a', { ladder: own }), merged });
    expect(all).toEqual([
      { ...own, of: '' },
      { step: 'relationship', on: '2025-03-01', note: 'B', of: 'The Elm' },
    ]);
    expect(ladderOf([], all)[2]).toEqual({
      step: 'relationship',
      on: '2025-03-01',
      from: 'staff',
      note: 'B',
      of: 'The Elm',
    });
    const none = ladderSaid({ entry: anEntry('a'), merged });
    expect(highestOf(ladderOf([], none))).toMatchObject({ step: 'relationship', of: 'The Elm' });
  });
});
