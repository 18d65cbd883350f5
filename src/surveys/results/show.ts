import type { QuestionResult } from '../../domain/desk-surveys.ts';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import type { KnownQuestion } from '../read-question.ts';
import type { HeadsCount, VoiceCount } from './count.ts';
import { type Audience, shown, shownTogether, smallestShown } from './suppress.ts';

type Voice = CodeOf<'voices'>;
type VoiceTally = QuestionResult['voices'][number];

/** All there is to know of one question before anything is hidden. */
export interface QuestionCount {
  readonly code: string;
  readonly type: string;
  readonly askedIn: readonly string[];
  /** The newest first. */
  readonly known: readonly KnownQuestion[];
  readonly voices: ReadonlyMap<Voice, VoiceCount>;
  readonly heads: HeadsCount;
}

/** A cell's place: every choice, or every choice in every row, that any version offers. */
interface Cell {
  readonly row: string | null;
  readonly code: string;
  readonly key: string;
}

/** The results of one question, one voice beside the other and never added up. `isHidden`: nothing is shown of that voice. */
export function showQuestion(
  count: QuestionCount,
  audience: Audience,
  isHidden: (voice: Voice) => boolean,
): QuestionResult {
  const [newest] = count.known;
  const cells = cellsOf(count.known);
  return {
    code: count.code,
    type: count.type,
    askedIn: [...count.askedIn],
    feeling: newest?.type.feeling ?? false,
    voices: LISTS.voices.flatMap((voice) => {
      const said = count.voices.get(voice);
      if (said === undefined || baseOf(said) === 0) return [];
      return [isHidden(voice) ? hiddenVoice(voice, cells) : showVoice(voice, said, cells, audience)];
    }),
    heads: count.heads.groups === 0 ? null : showHeads(count.heads, cells, audience),
  };
}

export const baseOf = ({ answered, notSure, skipped }: VoiceCount): number => answered + notSure + skipped;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function cellsOf(known: readonly KnownQuestion[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const { rows, choices } of known) {
    const places = rows.length === 0 ? [null] : rows.map(({ code }) => code);
    for (const row of places) {
      for (const { code } of choices) {
        const key = row === null ? code : `${row}:${code}`;
        if (!cells.has(key)) cells.set(key, { row, code, key });
      }
    }
  }
  return [...cells.values()];
}

function showVoice(voice: Voice, said: VoiceCount, cells: readonly Cell[], audience: Audience): VoiceTally {
  const base = baseOf(said);
  if (shown(base, audience) === null) return hiddenVoice(voice, cells);
  const [answered = null, notSure = null, skipped = null] = outcomes(said, audience);
  const few = shown(said.answered, audience) === null;
  const counts = few ? new Map<string, number | null>() : showCells(said, cells, audience);
  return {
    voice,
    base: shown(base, audience),
    answered,
    notSure,
    skipped,
    cells: cells.map(({ row, code, key }) => {
      const count = few ? null : (counts.get(key) ?? null);
      const weighted = sum([...said.weights.values()]) !== sum([...said.people.values()]);
      const weight = weighted && count !== null ? (said.weights.get(key) ?? 0) : null;
      return { row, code, count, weight: audience === 'public' ? null : weight };
    }),
    numbers: few ? null : numbersOf(said, audience),
    words: shown(said.words, audience),
    media: shown(said.media, audience),
  };
}

/** "Not sure" and "skipped" hide each other before an answer has to be hidden with them. */
function outcomes(said: VoiceCount, audience: Audience): readonly (number | null)[] {
  const rest = [said.notSure, said.skipped];
  const isSmall = (count: number): boolean => shown(count, audience) === null;
  if (isSmall(said.answered)) return shownTogether([said.answered, ...rest], audience);
  const pair = rest.some(isSmall) ? [null, null] : rest.map((count) => shown(count, audience));
  return [shown(said.answered, audience), ...pair];
}

/** Where everybody has one choice, the cells of a row add up to a number that is shown: they are hidden together. */
function showCells(said: VoiceCount, cells: readonly Cell[], audience: Audience): Map<string, number | null> {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const weighted = sum([...said.weights.values()]) !== sum([...said.people.values()]);
  return new Map(
    rows.flatMap((row) => {
      const inRow = cells.filter((cell) => cell.row === row);
      const counts = inRow.map(({ key }) => said.people.get(key) ?? 0);
      const addsUp = row !== null || weighted || sum(counts) === said.answered;
      const visible = addsUp ? shownTogether(counts, audience) : counts.map((count) => shown(count, audience));
      return inRow.map(({ key }, at): [string, number | null] => [key, visible[at] ?? null]);
    }),
  );
}

/** The least and the most are what single people said: they are kept for the team, with the middle. */
function numbersOf({ numbers }: VoiceCount, audience: Audience): VoiceTally['numbers'] {
  const people = sum([...numbers.values()]);
  if (people < smallestShown(audience) || audience === 'public') return null;
  const sorted = [...numbers].sort(([a], [b]) => a - b);
  const at = (place: number): number => {
    let passed = 0;
    return sorted.find(([, count]) => (passed += count) > place)?.[0] ?? 0;
  };
  const middle = (at(Math.floor((people - 1) / 2)) + at(Math.floor(people / 2))) / 2;
  return { least: at(0), middle, most: at(people - 1) };
}

const hiddenVoice = (voice: Voice, cells: readonly Cell[]): VoiceTally => ({
  voice,
  base: null,
  answered: null,
  notSure: null,
  skipped: null,
  cells: cells.map(({ row, code }) => ({ row, code, count: null, weight: null })),
  numbers: null,
  words: null,
  media: null,
});

function showHeads(
  heads: HeadsCount,
  cells: readonly Cell[],
  audience: Audience,
): NonNullable<QuestionResult['heads']> {
  const plain = cells.filter(({ row }) => row === null);
  const vote = (counts: ReadonlyMap<string, number>) =>
    shownTogether(
      plain.map(({ code }) => counts.get(code) ?? 0),
      audience,
    );
  const [first, again] = [vote(heads.first), vote(heads.again)];
  return {
    groups: heads.groups,
    heads: shown(sum([...heads.first.values()]), audience),
    cells: plain.map(({ code }, at) => ({
      code,
      first: first[at] ?? null,
      again: heads.again.size === 0 ? null : (again[at] ?? null),
    })),
  };
}
