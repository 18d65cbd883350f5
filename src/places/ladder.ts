import type { OpenPlace } from '../domain/desk-places.ts';
import { LADDER, type LadderReached, type LadderStep } from '../domain/ladder.ts';

/** Kinds of records in which somebody told what they think, need or went through. */
const VIEWS: ReadonlySet<string> = new Set(['conversation', 'survey-response', 'quick-note', 'immediate-need']);

/** One step and how it is known that it was reached. */
export interface Rung {
  readonly step: LadderStep;
  /** Local calendar date; null: not reached, as far as is known. */
  readonly on: string | null;
  /** `met`: somebody came or was asked. `told`: somebody told something. `staff`: staff say so. */
  readonly from: 'met' | 'told' | 'staff' | null;
  /** What staff wrote of it. */
  readonly note: string;
}

/**
 * The four steps, the lowest first. The two lower ones follow from who was met and who told something, by the first day of
 * it; the upper two only from what staff say. Where both are known of one step, the earlier day holds, with where it is
 * from. That a step was reached says nothing of those below it.
 */
export function ladderOf(met: OpenPlace['met'], said: LadderReached | null): readonly Rung[] {
  const first = (days: readonly string[]): string | null =>
    days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null);
  const counted = {
    inform: { on: first(met.map(({ day }) => day)), from: 'met' as const },
    views: {
      on: first(met.filter(({ kinds }) => kinds.some((kind) => VIEWS.has(kind))).map(({ day }) => day)),
      from: 'told' as const,
    },
    relationship: { on: null, from: null },
    partnership: { on: null, from: null },
  };
  return LADDER.map((step): Rung => {
    const { on, from } = counted[step];
    if (said?.step === step && (on === null || said.on < on))
      return { step, on: said.on, from: 'staff', note: said.note };
    return on === null ? { step, on: null, from: null, note: '' } : { step, on, from, note: '' };
  });
}

/** The highest step that was reached; null: none, as far as is known. */
export function highestOf(rungs: readonly Rung[]): Rung | null {
  return rungs.findLast(({ on }) => on !== null) ?? null;
}
