import * as z from 'zod/mini';
import { choice, choiceCode, pictureRef, type Choice } from '../domain/survey.ts';
import type { Mark, QuestionType, SettingsProblem, Shortfall, TextSlot } from './definition.ts';

/** Small building blocks that the schemas of question types share. */

/** Choices that a team makes up itself. */
export const choiceList = z.array(choice).check(z.maxLength(24));
/** One choice taken. */
export const oneCode = z.strictObject({ code: choiceCode });
/** A picture that a team may put in the place of the type's own. */
export const ownPicture = z.nullable(pictureRef);

export const mark = (code: string, row: string | null = null, weight = 1): Mark => ({ row, code, weight });

export const has = (choices: readonly Choice[], code: string): boolean => choices.some((one) => one.code === code);

/** The shortfall of an answer that names these codes: null when all of them are among the choices. */
export const unknownAmong = (codes: readonly string[], choices: readonly Choice[]): Shortfall | null =>
  codes.every((code) => has(choices, code)) ? null : { reason: 'unknown-choice' };

/** The words of each choice: `o.<code>`. */
export const choiceTexts = (choices: readonly Choice[]): TextSlot[] =>
  choices.map(({ code }) => ({ key: `o.${code}`, needed: true }));

/** Two choices without words or picture yet, for a question just added. */
export const blankChoices = (...codes: readonly string[]): Choice[] => codes.map((code) => ({ code, picture: null }));

/** Fixed choices and the picture of the set for each. */
export const fixedChoices = (pictures: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(pictures).map(([code, name]) => ({ code, picture: `set:${name}` }));

/**
 * The choices to show, in the order that was worked out for this person. Codes that are not among the choices are
 * passed over; without any order they stand as written.
 */
export function inOrder(choices: readonly Choice[], order: readonly string[]): readonly Choice[] {
  const ordered = order.flatMap((code) => choices.filter((one) => one.code === code));
  return ordered.length === 0 ? choices : ordered;
}

/**
 * Where the words of a choice stand: `o.<code>` in the survey's texts where a team writes them, or `fixed.<code>` in
 * `question-<type>.json` where they are the same for every question (faces, amounts, piles).
 */
export function choiceTextKey(type: QuestionType, settings: unknown, code: string): string {
  const written = type.rows === undefined && type.texts(settings).some(({ key }) => key === `o.${code}`);
  return written ? `o.${code}` : `fixed.${code}`;
}

/** Keys of the words that are fixed: they too can have a recorded sound. */
export const fixedTextKeys = (type: QuestionType, settings: unknown): string[] =>
  type
    .choices(settings)
    .map(({ code }) => choiceTextKey(type, settings, code))
    .filter((key) => key.startsWith('fixed.'));

export function choiceProblems(choices: readonly Choice[], least: number, most: number): SettingsProblem[] {
  const codes = choices.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  return [
    ...(choices.length < least ? [{ reason: 'too-few-choices' } as const] : []),
    ...(choices.length > most ? [{ reason: 'too-many-choices' } as const] : []),
    ...(twice === undefined ? [] : [{ reason: 'same-code-twice', about: twice } as const]),
  ];
}
