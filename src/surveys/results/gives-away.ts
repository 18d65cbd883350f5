import type { QuestionResult } from '../../domain/desk-surveys.ts';
import { baseOf, type QuestionCount, showQuestion } from './show.ts';
import { type Audience, shown } from './suppress.ts';

type Voice = QuestionResult['voices'][number]['voice'];

/**
 * A question that only some are asked tells how many gave the answers that lead to it. It is not shown for this voice
 * where that number, taken from what is shown of the earlier question, leaves a small one: of those asked before, or
 * among the answers that are hidden there. Nor is what hangs on a question that is not shown for this reason.
 */
export function givesAway(
  entry: QuestionCount,
  voice: Voice,
  all: readonly QuestionCount[],
  audience: Audience,
  behind: ReadonlySet<QuestionCount> = new Set(),
): boolean {
  const here = entry.voices.get(voice);
  if (here === undefined || behind.has(entry)) return false;
  const sources = new Set(conditionsOf(entry).map((one) => one.question));
  const base = baseOf(here);
  return all.some((source) => {
    const there = sources.has(source.code) ? source.voices.get(voice) : undefined;
    if (there === undefined) return false;
    const leftOver = [there.answered, baseOf(there)].map((count) => count - base);
    return (
      leftOver.some((count) => count > 0 && shown(count, audience) === null) ||
      partsTheHidden(entry, source, voice, audience) ||
      givesAway(source, voice, all, audience, new Set([...behind, entry]))
    );
  });
}

/** Answers are hidden together so that their sum is no small number. The number asked here parts that sum in two. */
function partsTheHidden(entry: QuestionCount, source: QuestionCount, voice: Voice, audience: Audience): boolean {
  const said = source.voices.get(voice);
  const result = showQuestion(source, audience, () => false).voices.find((one) => one.voice === voice);
  const hidden = (result?.cells ?? []).filter(({ count }) => count === null);
  const marks = conditionsOf(entry).flatMap((one) => (one.question === source.code && 'marks' in one ? one.marks : []));
  const keyOf = ({ row, code }: (typeof hidden)[number]): string => (row === null ? code : `${row}:${code}`);
  const isSmall = (cells: typeof hidden): boolean =>
    shown(
      cells.reduce((sum, cell) => sum + (said?.people.get(keyOf(cell)) ?? 0), 0),
      audience,
    ) === null;
  return [...new Set(hidden.map(({ row }) => row))].some((row) => {
    const inRow = hidden.filter((cell) => cell.row === row);
    const leads = inRow.filter((cell) => marks.includes(keyOf(cell)));
    const others = inRow.filter((cell) => !leads.includes(cell));
    return leads.length > 0 && others.length > 0 && (isSmall(leads) || isSmall(others));
  });
}

const conditionsOf = ({ known }: QuestionCount) => known.flatMap(({ question }) => question.showIf?.conditions ?? []);
