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
  /** The name of the entry of which staff said it, where that one was merged into this; else empty. */
  readonly of: string;
}

/** What staff say of an entry, or said of one that turned out to be the same (`of`, its name). */
export interface LadderSaid extends LadderReached {
  readonly of: string;
}

/** All that staff say of a place and said of what was merged into it, its own first. */
export function ladderSaid({ entry, merged }: Pick<OpenPlace, 'entry' | 'merged'>): readonly LadderSaid[] {
  return [
    ...(entry.ladder == null ? [] : [{ ...entry.ladder, of: '' }]),
    ...merged.flatMap(({ name, ladder }) => (ladder == null ? [] : [{ ...ladder, of: name }])),
  ];
}

/**
 * The four steps, the lowest first. The two lower ones follow from who was met and who told something, by the first day of
 * it; the upper two only from what staff say. Where a step is known in several ways, the earliest day holds, with where it
 * is from. That a step was reached says nothing of those below it.
 */
export function ladderOf(met: OpenPlace['met'], said: readonly LadderSaid[]): readonly Rung[] {
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
    const first = said
      .filter((one) => one.step === step)
      .reduce<LadderSaid | null>((least, one) => (least === null || one.on < least.on ? one : least), null);
    if (first !== null && (on === null || first.on < on)) return { ...first, from: 'staff' };
    return { step, on, from: on === null ? null : from, note: '', of: '' };
  });
}

/** The highest step that was reached; null: none, as far as is known. */
export function highestOf(rungs: readonly Rung[]): Rung | null {
  return rungs.findLast(({ on }) => on !== null) ?? null;
}
