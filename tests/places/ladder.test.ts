import { describe, expect, test } from 'vitest';
import { LADDER, type LadderReached } from '../../src/domain/ladder.ts';
import { highestOf, ladderOf } from '../../src/places/ladder.ts';

const met = (...days: readonly [day: string, ...kinds: string[]][]) => days.map(([day, ...kinds]) => ({ day, kinds }));
const said = (step: LadderReached['step'], on: string): LadderReached => ({
  step,
  on,
  note: 'They chose the questions.',
});
const known = (rungs: ReturnType<typeof ladderOf>) => rungs.map(({ step, on, from }) => [step, on, from]);

describe('how far a relationship has come', () => {
  test('nobody met, nothing said: no step, and all four are told', () => {
    expect(known(ladderOf([], null))).toEqual(LADDER.map((step) => [step, null, null]));
    expect(highestOf(ladderOf([], null))).toBeNull();
  });

  test('the lower two follow from the first day of it; a tally, or a visit alone, is no view', () => {
    const rungs = ladderOf(
      met(['2026-11-20', 'conversation', 'visit'], ['2026-11-10', 'quick-note'], ['2026-11-01', 'no-thanks', 'visit']),
      null,
    );
    expect(known(rungs).slice(0, 2)).toEqual([
      ['inform', '2026-11-01', 'met'],
      ['views', '2026-11-10', 'told'],
    ]);
    expect(highestOf(rungs)?.step).toBe('views');
    expect(highestOf(ladderOf(met(['2026-11-01', 'visit']), null))?.step).toBe('inform');
  });

  test('coming often makes no relationship: the upper two stand only where staff say so', () => {
    const often = met(
      ...Array.from({ length: 40 }, (_, at): [string, string] => [`2026-10-${at + 10}`, 'conversation']),
    );
    expect(highestOf(ladderOf(often, null))?.step).toBe('views');
    const rungs = ladderOf(often, said('partnership', '2026-11-02'));
    expect(rungs.at(-1)).toEqual({
      step: 'partnership',
      on: '2026-11-02',
      from: 'staff',
      note: 'They chose the questions.',
    });
    // Nothing is said of the step between.
    expect(rungs[2]).toMatchObject({ step: 'relationship', on: null });
    expect(highestOf(rungs)?.step).toBe('partnership');
  });

  test('of one step that both tell, the earlier day holds, with where it is from', () => {
    const days = met(['2026-11-10', 'conversation']);
    expect(known(ladderOf(days, said('views', '2025-05-01')))[1]).toEqual(['views', '2025-05-01', 'staff']);
    expect(known(ladderOf(days, said('views', '2026-11-20')))[1]).toEqual(['views', '2026-11-10', 'told']);
  });
});
