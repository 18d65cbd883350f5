import type { Survey, SurveyTexts } from '../domain/survey.ts';
import { isSigned } from '../domain/signed.ts';
import type { LoadedSurvey } from './answering.ts';
import { textSlots } from './text-slots.ts';

/**
 * The languages a survey can be answered in here: those with words on this tablet (a survey may have more than the
 * organisation uses, and only these come down). First those of `order`, as they stand there, then the others as they
 * stand in the survey. Never empty: where nothing is held, the survey's first language. A signed language is there as
 * soon as the organisation uses it: consent may be signed where the survey is not, and each screen says what is not.
 */
export function heldLanguages({ survey, texts }: LoadedSurvey, order: readonly string[] = []): readonly string[] {
  const held = survey.languages.filter((tag) => texts.some((row) => row.language === tag && saysAnything(row)));
  if (held.length === 0) return survey.languages.slice(0, 1);
  const signed = order.filter((tag) => isSigned(tag) && !held.includes(tag));
  return [...held, ...signed]
    .map((tag, at) => ({ tag, at, rank: rankIn(order, tag) }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ tag }) => tag);
}

/**
 * Whether everything a survey needs to say is written or recorded in this language. Where not, a person is told before
 * they choose it: the rest is said in another language.
 */
export function isWholeIn({ survey, texts }: LoadedSurvey, language: string): boolean {
  const row = texts.find((one) => one.language === language);
  if (row === undefined) return false;
  return neededIn(survey).every((key) => says(row, key));
}

/** Worked out once for a survey, and not for each tile again. */
const NEEDED = new WeakMap<Survey, readonly string[]>();
function neededIn(survey: Survey): readonly string[] {
  const known = NEEDED.get(survey) ?? textSlots(survey).flatMap(({ key, needed }) => (needed ? [key] : []));
  NEEDED.set(survey, known);
  return known;
}

const saysAnything = (row: SurveyTexts): boolean =>
  [row.standard, row.easy].some((words) => Object.values(words).some(written)) ||
  Object.keys(row.sounds.standard).length + Object.keys(row.sounds.easy).length > 0;

const says = (row: SurveyTexts, key: string): boolean =>
  written(row.standard[key]) ||
  written(row.easy[key]) ||
  row.sounds.standard[key] !== undefined ||
  row.sounds.easy[key] !== undefined;

const written = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

function rankIn(order: readonly string[], tag: string): number {
  const exact = order.indexOf(tag);
  if (exact >= 0) return exact;
  const near = order.findIndex((one) => primary(one) === primary(tag));
  // Just behind the very one that was named.
  return near >= 0 ? near + 0.5 : order.length;
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
