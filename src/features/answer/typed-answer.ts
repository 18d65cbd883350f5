import type { Answered } from '../../domain/survey-response.ts';
import { marksOf, numberOf, valueOf, type KnownQuestion } from '../../surveys/read-question.ts';

/**
 * One row of a paper sheet as it is typed: the short numbers that are printed beside the pictures. A question with rows
 * takes one number a row, in order, `-` for a row left out; beans are typed in the same way. `?` is "not sure", `-` alone
 * is "skip". Where words may be written, whatever is no row of numbers is words.
 */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'said'; readonly outcome: Exclude<Answered['outcome'], 'heads'>; readonly value: unknown }
  /** It names no answer of this question. */
  | { readonly kind: 'unknown' };

const NUMBERS = /^[\d\s,.;/-]+$/;
const UNKNOWN: Typed = { kind: 'unknown' };

export function readTyped(known: KnownQuestion, typed: string): Typed {
  const text = inLatinSigns(typed.trim());
  if (text === '') return { kind: 'nothing' };
  if (text === '?') return { kind: 'said', outcome: 'not-sure', value: null };
  if (text === '-' || text === '–') return { kind: 'said', outcome: 'skipped', value: null };
  const parts = NUMBERS.test(text) ? text.split(/[\s,.;/]+/).filter((part) => part !== '') : null;
  const candidates = parts === null ? wordsOf(text) : [...numbersOf(known, parts), ...wordsOf(text)];
  for (const value of candidates) {
    const parsed = known.type.value.safeParse(value);
    if (parsed.success && known.type.shortfall(parsed.data, known.settings) === null)
      return { kind: 'said', outcome: 'answered', value: parsed.data };
  }
  return UNKNOWN;
}

/** Digits and question marks as the keyboards of other scripts give them. Words are left as they are. */
function inLatinSigns(typed: string): string {
  if (typed === '؟') return '?';
  const latin = typed
    .replaceAll(/\p{Nd}/gu, latinDigit)
    .replaceAll('،', ',')
    .replaceAll('؛', ';');
  return NUMBERS.test(latin) ? latin : typed;
}

/** Digits of a script stand in tens, from 0 to 9. */
function latinDigit(digit: string): string {
  let at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - 1))) {
    at -= 1;
    value += 1;
  }
  return String(value);
}

/** Every form in which a type may keep these numbers; its own schema picks the one that is its form. */
function numbersOf(known: KnownQuestion, parts: readonly string[]): readonly unknown[] {
  const numbers = parts.map((part) => (part === '-' ? null : Number(part)));
  if (known.type.number !== undefined) return [{ number: numbers.length === 1 ? numbers[0] : null }];
  const { choices, rows } = known;
  const at = (list: readonly { readonly code: string }[], number: number | null) =>
    number === null ? null : (list[number - 1]?.code ?? undefined);
  if (rows.length > 0) {
    if (numbers.length > rows.length) return [];
    const judged = rows.flatMap(({ code }, index) => {
      const chosen = at(choices, numbers[index] ?? null);
      return chosen === null ? [] : [[code, chosen] as const];
    });
    if (judged.some(([, chosen]) => chosen === undefined)) return [];
    const byRow = Object.fromEntries(judged);
    return [{ sorted: byRow }, { judged: byRow }, { faces: byRow }];
  }
  const codes = numbers.map((number) => at(choices, number));
  const named = codes.every((code) => code !== null && code !== undefined) && new Set(codes).size === codes.length;
  const beans = Object.fromEntries(choices.map(({ code }, index) => [code, numbers[index] ?? 0]));
  const spent = Object.fromEntries(Object.entries(beans).filter(([, heap]) => heap > 0));
  return [
    ...(numbers.length === choices.length ? [{ spent }] : []),
    ...(named && codes.length === 1 ? [{ code: codes[0] }] : []),
    ...(named ? [{ codes }, { words: '', codes, media: [] }] : []),
  ];
}

const wordsOf = (words: string): readonly unknown[] => [
  { words, codes: [], media: [] },
  { words, media: [] },
];

/** What somebody would have typed for this answer: so that a sheet that was begun can be gone on with. */
export function typedOf(known: KnownQuestion, given: Answered | undefined): string {
  if (given === undefined) return '';
  if (given.outcome === 'not-sure') return '?';
  if (given.outcome === 'skipped') return '-';
  const number = numberOf(known, given);
  if (number !== null) return String(number);
  const found = valueOf(known, given);
  const words = found === null ? null : (known.type.words?.(found.value) ?? null);
  if (words !== null) return words;
  const marks = marksOf(known, given);
  const place = (list: readonly { readonly code: string }[], code: string) =>
    String(list.findIndex((one) => one.code === code) + 1);
  if (known.rows.length > 0)
    return known.rows
      .map(({ code }) => marks.find(({ row }) => row === code))
      .map((mark) => (mark === undefined ? '-' : place(known.choices, mark.code)))
      .join(' ');
  if (known.type.value.safeParse({ spent: {} }).success)
    return known.choices.map(({ code }) => marks.find((mark) => mark.code === code)?.weight ?? 0).join(' ');
  return marks.map(({ code }) => place(known.choices, code)).join(' ');
}
