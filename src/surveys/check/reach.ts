import type { Condition, SurveyQuestion } from '../../domain/survey.ts';
import { readQuestion } from '../read-question.ts';

/**
 * Whether any answers at all lead to a question: its conditions, those of the questions it hangs on, and so on, must be
 * able to hold together.
 */

/** How many steps may be spent on looking; with none left a question counts as reachable: better silent than wrong. */
export interface Effort {
  left: number;
}
const MOST_STEPS = 20_000;
export const newEffort = (): Effort => ({ left: MOST_STEPS });

type Wanted = ReadonlyMap<string, readonly Condition[]>;

export function isReachable(
  question: SurveyQuestion,
  questions: readonly SurveyQuestion[],
  effort: Effort = newEffort(),
): boolean {
  const place = new Map(questions.map(({ code }, index) => [code, index]));

  /** Each `open` question must be shown, with all that is wanted of the others already. */
  const canBe = (open: readonly SurveyQuestion[], shown: ReadonlySet<string>, wanted: Wanted): boolean => {
    if ((effort.left -= 1) < 0) return true;
    const [next, ...rest] = open;
    if (next === undefined) return true;
    if (shown.has(next.code)) return canBe(rest, shown, wanted);
    const now = new Set([...shown, next.code]);
    if (next.showIf === null) return canBe(rest, now, wanted);
    const { match, conditions } = next.showIf;
    const ways = match === 'all' ? [conditions] : conditions.map((one) => [one]);
    return ways.some((way) => {
      const after = [...way].reduce<{ wanted: Wanted; open: readonly SurveyQuestion[] } | null>(
        (so, condition) => {
          if (so === null) return null;
          const source = questions.find(({ code }) => code === condition.question);
          const earlier = (place.get(condition.question) ?? Infinity) < (place.get(next.code) ?? -1);
          // A question that is not there, or not asked yet, has no answer.
          if (source === undefined || !earlier) return needsAnswer(condition) ? null : so;
          const together = [...(so.wanted.get(source.code) ?? []), condition];
          if (!canHold(source, together, effort)) return null;
          return {
            wanted: new Map(so.wanted).set(source.code, together),
            open: together.some(needsAnswer) ? [...so.open, source] : so.open,
          };
        },
        { wanted, open: rest },
      );
      return after !== null && canBe(after.open, now, after.wanted);
    });
  };
  return canBe([question], new Set(), new Map());
}

const needsAnswer = ({ is }: Condition): boolean => is !== 'none-of' && is !== 'not-answered';

/** Whether one answer to this question, or none, meets all of these. */
function canHold(question: SurveyQuestion, conditions: readonly Condition[], effort: Effort): boolean {
  if (!conditions.some(needsAnswer)) return true;
  if (conditions.some(({ is }) => is === 'not-answered')) return false;
  return numberCanHold(question, conditions) && marksCanHold(question, conditions, effort);
}

function numberCanHold(question: SurveyQuestion, conditions: readonly Condition[]): boolean {
  const bounds = conditions.flatMap((one) => (one.is === 'at-least' || one.is === 'at-most' ? [one] : []));
  if (bounds.length === 0) return true;
  const known = readQuestion(question);
  if (known === null || known.type.number === undefined) return false;
  const range = known.settings as { readonly min?: unknown; readonly max?: unknown };
  const given = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
  const from = bounds.reduce(
    (low, one) => (one.is === 'at-least' ? Math.max(low, one.number) : low),
    given(range.min, -Infinity),
  );
  const to = bounds.reduce(
    (high, one) => (one.is === 'at-most' ? Math.min(high, one.number) : high),
    given(range.max, Infinity),
  );
  return Math.ceil(from) <= to;
}

interface Offered {
  readonly key: string;
  readonly row: string | null;
}

function marksCanHold(question: SurveyQuestion, conditions: readonly Condition[], effort: Effort): boolean {
  const known = readQuestion(question);
  const someOf = conditions.flatMap((one) => (one.is === 'one-of' ? [one.marks] : []));
  const noneOf = new Set(conditions.flatMap((one) => (one.is === 'none-of' ? one.marks : [])));
  if (known === null) return someOf.length === 0;
  const all = marksOffered(question);
  const allowed = all.filter(({ key }) => !noneOf.has(key));
  // Something else may be said too (words, a voice): then no choice is needed.
  const onlyChoices = all.length > 0 && known.type.words === undefined && known.type.number === undefined;
  if (onlyChoices && allowed.length === 0) return false;
  const { most, alone } = limitsOf(question);
  const hits = (taken: readonly Offered[], open: readonly (readonly string[])[]): boolean => {
    const [marks, ...rest] = open;
    if (marks === undefined || (effort.left -= 1) < 0) return true;
    if (taken.some(({ key }) => marks.includes(key))) return hits(taken, rest);
    if (taken.length >= most) return false;
    return allowed.some((mark) => {
      const sameRow = mark.row !== null && taken.some(({ row }) => row === mark.row);
      const apart = taken.length > 0 && [mark, ...taken].some(({ key }) => alone.includes(key));
      return marks.includes(mark.key) && !sameRow && !apart && hits([...taken, mark], rest);
    });
  };
  return hits([], someOf);
}

/** Everything that can be chosen, as conditions write it. */
export function marksOffered(question: SurveyQuestion): readonly Offered[] {
  const known = readQuestion(question);
  if (known === null) return [];
  const { rows, choices } = known;
  if (rows.length === 0) return choices.map(({ code }) => ({ key: code, row: null }));
  return rows.flatMap((row) => choices.map(({ code }) => ({ key: `${row.code}:${code}`, row: row.code })));
}

function limitsOf(question: SurveyQuestion): { readonly most: number; readonly alone: readonly string[] } {
  const known = readQuestion(question);
  const { most, alone } = (known?.settings ?? {}) as { readonly most?: unknown; readonly alone?: unknown };
  const first = known?.choices[0];
  const takesOne =
    first !== undefined && known?.rows.length === 0 && known.type.value.safeParse({ code: first.code }).success;
  return {
    most: takesOne ? 1 : typeof most === 'number' ? most : Infinity,
    alone: Array.isArray(alone) ? alone.filter((code) => typeof code === 'string') : [],
  };
}
