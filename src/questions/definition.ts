import type * as z from 'zod/mini';
import type { Choice } from '../domain/survey.ts';

/**
 * One countable part of an answer: a choice, in a row where the question has rows. `weight` is 1 unless
 * tokens are spent or things are ranked (first 3, second 2, third 1).
 */
export interface Mark {
  readonly row: string | null;
  readonly code: string;
  readonly weight: number;
}

/** A text this question needs beside `ask` and `help`, by its key within the question. */
export interface TextSlot {
  readonly key: string;
  readonly needed: boolean;
}

/** Why an answer cannot be kept as it is; the words are `question-common:shortfall.<reason>` and say what to do. */
export type Shortfall =
  | { readonly reason: 'too-many'; readonly limit: number }
  | { readonly reason: 'too-few'; readonly limit: number }
  | { readonly reason: 'out-of-range'; readonly from: number; readonly to: number }
  | { readonly reason: 'unknown-choice' };

/** What is wrong with the settings, found before publishing; the words are `question-common:settings.<reason>`. */
export interface SettingsProblem {
  readonly reason:
    | 'too-few-choices'
    | 'too-many-choices'
    | 'same-code-twice'
    | 'limit-too-high'
    | 'unknown-choice'
    | 'bad-range'
    | 'no-picture';
  /** Code of the choice or row it is about, where there is one. */
  readonly about?: string;
}

/**
 * All that the tablet, the server and the desk need to know of a question type. Screens are in the same folder, found by
 * name: `answer.tsx`, `edit.tsx`, `specimens.ts`; words in `locales/*\/*\/question-<name>.json`.
 */
export interface QuestionType<Name extends string = string, Settings = unknown, Value = unknown> {
  readonly name: Name;
  readonly settings: z.ZodMiniType<Settings>;
  /** What is stored. JSON only; codes, never labels; never changes with the direction of reading. */
  readonly value: z.ZodMiniType<Value>;
  /** Settings of a question just added in the builder: whole, and publishable once its texts are written. */
  blank(): Settings;
  /** What may be chosen; with fixed choices (faces, amounts) the same for every question. */
  choices(settings: Settings): readonly Choice[];
  /** Rows that each get one of the choices (piles, statements, journey), or none. */
  rows?(settings: Settings): readonly Choice[];
  /**
   * Texts beyond `ask` and `help`: `o.<code>` for each choice or row whose words a team writes. Choices with fixed words
   * have none: theirs are `fixed.<code>` in the type's own locale file (`choiceTextKey` of `choices.ts` tells which).
   */
  texts(settings: Settings): readonly TextSlot[];
  /** Countable parts of an answer. None for words, voice and photos. */
  marks(value: Value, settings: Settings): readonly Mark[];
  /** For conditions and averages of numbers. */
  number?(value: Value): number | null;
  /** Own words in it: searched, and read by staff. */
  words?(value: Value): string | null;
  /** Ids of photos and voice notes in it. */
  media?(value: Value): readonly string[];
  /** null when the answer can be kept as finished. */
  shortfall(value: Value, settings: Settings): Shortfall | null;
  problems(settings: Settings): readonly SettingsProblem[];
  /** A feeling: a helper's answer says little about the person's, so results never add them up. */
  readonly feeling: boolean;
  /**
   * A fixed scale keeps its order; unordered choices (rows, where there are any) may be mixed, and the order shown is
   * stored. Settings of such a type say whether they are: `mixed: boolean`.
   */
  readonly mixable: boolean;
  /** Whether heads can be counted per choice in a group. */
  readonly countsHeads: boolean;
  /** Nothing is asked: an information card. */
  readonly noAnswer?: true;
  /** How long it takes with reading aloud, in seconds. */
  seconds(settings: Settings): number;
}

export function defineQuestion<const Name extends string, Settings, Value>(
  type: QuestionType<Name, Settings, Value>,
): QuestionType<Name, Settings, Value> {
  return type;
}
