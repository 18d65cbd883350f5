import type { ComponentType, VNode } from 'preact';
import type { PictureRef } from '../domain/survey.ts';
import { loadTexts } from '../i18n/catalogue.ts';

/**
 * What a question type's folder offers beside its schema:
 *   answer.tsx    exports `Answer: ComponentType<AnswerProps<Settings, Value>>`
 *   edit.tsx      exports `Edit: ComponentType<EditProps<Settings>>`
 *   specimens.ts  exports `specimens: Record<string, Specimen<Settings, Value>>`
 * Found by name: adding a type edits one line of `registry.ts` and nothing here.
 */

/** A photo or voice note kept for this answer. The player records and keeps; the question only shows. */
export interface AnswerMedia {
  readonly attached: readonly { readonly id: string; readonly role: 'photo' | 'voice' }[];
  /** Records, plays back and removes one voice note; says plainly when it cannot. Tells the ids that are left. */
  readonly VoiceNote: ComponentType<{ onChange: (ids: readonly string[]) => void }>;
  readonly PhotoOfThing: ComponentType<{ onChange: (ids: readonly string[]) => void }>;
}

/** A place of the directory, as the tablet knows it. */
export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
}

/** What "Next" takes while a card is pointed at. */
export interface Pointed<Value> {
  /** The answer once that card is chosen too. */
  readonly value: Value;
  /** More of this question may follow (the next card of a pile, a second picture): choose it, and stay. */
  readonly stays: boolean;
}

/** Controlled: shows `value`, hands over the next one, keeps nothing and never reads storage. */
export interface AnswerProps<Settings, Value> {
  readonly settings: Settings;
  readonly value: Value | null;
  /** Kept on the tablet before the next screen shows. null: nothing is chosen any more. */
  readonly onChange: (next: Value | null) => void;
  /** Go on: the second touch on the one choice that is already chosen. */
  readonly onNext: () => void;
  /**
   * Words of a key within this question (`o.phone`), in the language of the screen, marked up with their own `lang`.
   * `fixed.<code>` is a choice whose words are the type's own: they stand in `question-<type>.json` under that key.
   */
  readonly text: (key: string) => VNode;
  /** The same as a string, for names. */
  readonly words: (key: string) => string;
  /** Says the sound of that key aloud, where there is one. */
  readonly say: (key: string) => void;
  /** Draws a picture of the set or the team's own. Decorative: the words stand beside it. */
  readonly picture: (ref: PictureRef) => VNode;
  /**
   * `say-first`: the first touch on a card says it and points at it, the second chooses it.
   * `choose`: the first touch chooses.
   */
  readonly touch: 'say-first' | 'choose';
  /**
   * Told in `say-first` whenever a card is pointed at, and null when none is any more. "Next" then keeps that value as
   * an answer, and goes on unless it `stays` or takes the place of another answer: then that shows first.
   */
  readonly onPoint?: ((pointed: Pointed<Value> | null) => void) | undefined;
  /** Codes of the choices in the order to show them. */
  readonly order: readonly string[];
  /** id of the question's heading, which names the group of choices. */
  readonly labelledBy: string;
  readonly media: AnswerMedia;
  readonly places: readonly PlaceChoice[];
}

/** What the builder lends: its own fields for texts (plain, easy, sound) and pictures. */
export interface EditLending {
  /** Field for the text of a key within this question, in the language being edited. */
  readonly TextOf: ComponentType<{ textKey: string; label: string; long?: boolean }>;
  readonly PictureOf: ComponentType<{
    value: PictureRef | null;
    label: string;
    onChange: (next: PictureRef | null) => void;
  }>;
}

export interface EditProps<Settings> {
  readonly settings: Settings;
  readonly onChange: (next: Settings) => void;
  readonly lend: EditLending;
}

/** A made-up question of this type, for the gallery and the checks. Its texts are in `question-<type>.json`, `specimen.*`. */
export interface Specimen<Settings, Value> {
  readonly settings: Settings;
  readonly value: Value | null;
}

const answers = import.meta.glob<{ Answer: ComponentType<AnswerProps<unknown, unknown>> }>('./*/answer.tsx');
const edits = import.meta.glob<{ Edit: ComponentType<EditProps<unknown>> }>('./*/edit.tsx');

const textsOf = (type: string): Promise<void> => loadTexts(['question-common', `question-${type}`]);

/** The screen with its own words, ready to show. null for a type this version does not know. */
export async function loadAnswer(type: string): Promise<ComponentType<AnswerProps<unknown, unknown>> | null> {
  const load = answers[`./${type}/answer.tsx`];
  if (load === undefined) return null;
  const [{ Answer }] = await Promise.all([load(), textsOf(type)]);
  return Answer;
}

export async function loadEdit(type: string): Promise<ComponentType<EditProps<unknown>> | null> {
  const load = edits[`./${type}/edit.tsx`];
  if (load === undefined) return null;
  const [{ Edit }] = await Promise.all([load(), textsOf(type)]);
  return Edit;
}
