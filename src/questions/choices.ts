import type { Choice } from '../domain/survey.ts';
import type { Mark, SettingsProblem, TextSlot } from './definition.ts';

/** Small building blocks that the schemas of question types share. */

export const mark = (code: string, row: string | null = null, weight = 1): Mark => ({ row, code, weight });

export const has = (choices: readonly Choice[], code: string): boolean => choices.some((one) => one.code === code);

/** The words of each choice: `o.<code>`. */
export const choiceTexts = (choices: readonly Choice[]): TextSlot[] =>
  choices.map(({ code }) => ({ key: `o.${code}`, needed: true }));

export function choiceProblems(choices: readonly Choice[], least: number, most: number): SettingsProblem[] {
  const codes = choices.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  return [
    ...(choices.length < least ? [{ reason: 'too-few-choices' } as const] : []),
    ...(choices.length > most ? [{ reason: 'too-many-choices' } as const] : []),
    ...(twice === undefined ? [] : [{ reason: 'same-code-twice', about: twice } as const]),
  ];
}
