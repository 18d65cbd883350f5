import type { Answered } from '../../domain/survey-response.ts';
import type { Mark } from '../../questions/definition.ts';
import { headsOf, valueOf, type KnownQuestion } from '../read-question.ts';

/** What people of one voice said to one question, as plain numbers. Never shown as it is: `show.ts` hides what is small. */
export interface VoiceCount {
  answered: number;
  notSure: number;
  skipped: number;
  /** `<row>:<code>` or `<code>` -> people. */
  readonly people: Map<string, number>;
  /** The same -> sum of weights, where they are more than people. */
  readonly weights: Map<string, number>;
  /** A number -> people who gave it. */
  readonly numbers: Map<number, number>;
  words: number;
  media: number;
}

/** Heads counted in groups. */
export interface HeadsCount {
  groups: number;
  readonly first: Map<string, number>;
  readonly again: Map<string, number>;
}

export const noVoice = (): VoiceCount => ({
  answered: 0,
  notSure: 0,
  skipped: 0,
  people: new Map(),
  weights: new Map(),
  numbers: new Map(),
  words: 0,
  media: 0,
});

export const noHeads = (): HeadsCount => ({ groups: 0, first: new Map(), again: new Map() });

/** Adds to a count, or takes from it with a negative number. What is nought is forgotten. */
export function bump<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}

/** One answer more (`by` 1) or less (`by` -1). Hands back what was chosen. */
export function countAnswer(to: VoiceCount, known: KnownQuestion, given: Answered, by: 1 | -1): readonly Mark[] {
  if (given.outcome === 'not-sure') to.notSure += by;
  if (given.outcome === 'skipped') to.skipped += by;
  if (given.outcome !== 'answered') return [];
  to.answered += by;
  const found = valueOf(known, given);
  if (found === null) return [];
  const { type, settings } = known;
  const marks = type.marks(found.value, settings);
  for (const mark of marks) {
    const key = mark.row === null ? mark.code : `${mark.row}:${mark.code}`;
    bump(to.people, key, by);
    bump(to.weights, key, by * mark.weight);
  }
  const number = type.number?.(found.value) ?? null;
  if (number !== null) bump(to.numbers, number, by);
  if ((type.words?.(found.value) ?? null) !== null) to.words += by;
  if ((type.media?.(found.value) ?? []).length > 0) to.media += by;
  return marks;
}

export function countHeads(to: HeadsCount, given: Answered, by: 1 | -1): void {
  const counted = headsOf(given);
  if (counted === null) return;
  to.groups += by;
  for (const [code, heads] of Object.entries(counted.first)) bump(to.first, code, by * heads);
  for (const [code, heads] of Object.entries(counted.again ?? {})) bump(to.again, code, by * heads);
}

/** So many judgements with one and the same choice are looked at by whoever reads results closely. */
const STRAIGHT = 5;

/**
 * Whether every row of every sorting or judging, five or more in all, got the same choice: perhaps chosen without
 * looking. A hint for analysts; no answer is left out for it.
 */
export function isStraightLine(marks: readonly Mark[]): boolean {
  const codes = marks.filter(({ row }) => row !== null).map(({ code }) => code);
  return codes.length >= STRAIGHT && codes.every((code) => code === codes[0]);
}
