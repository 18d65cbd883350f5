import type { Choice, PictureRef, Survey, SurveyQuestion } from '../../domain/survey.ts';

/** Short ways to write the starter surveys down. A picture is named as in the set. */

const pictureOf = (name: string): PictureRef => `set:${name}`;

/** Choice code -> name of its picture. */
type Cards = Readonly<Record<string, string>>;

/** In the order written. Codes of digits alone would be moved to the front by the language: those are given as pairs. */
const cards = (of: Cards | readonly (readonly [string, string])[]): Choice[] =>
  (Array.isArray(of) ? (of as readonly (readonly [string, string])[]) : Object.entries(of)).map(([code, picture]) => ({
    code,
    picture: pictureOf(picture),
  }));

interface More {
  readonly picture?: string;
  /** Part of one-minute mode. */
  readonly quick?: true;
  readonly need?: SurveyQuestion['need'];
  readonly choicesFrom?: SurveyQuestion['choicesFrom'];
}

function ask(code: string, type: string, settings: unknown, required: boolean, more: More): SurveyQuestion {
  return {
    code,
    type,
    settings,
    picture: more.picture === undefined ? null : pictureOf(more.picture),
    showIf: null,
    required,
    quick: more.quick ?? false,
    ...(more.need === undefined ? {} : { need: more.need }),
    ...(more.choicesFrom === undefined ? {} : { choicesFrom: more.choicesFrom }),
  };
}

export const chooseOne = (code: string, of: Parameters<typeof cards>[0], more: More = {}): SurveyQuestion =>
  ask(code, 'choose-one', { choices: cards(of), mixed: false }, true, more);

/** `alone`: choices such as "nothing" that go with no other. Unordered choices are mixed. */
export function chooseSome(
  code: string,
  of: Parameters<typeof cards>[0],
  { most, alone = [], mixed, ...more }: More & { most: number | null; alone?: readonly string[]; mixed: boolean },
): SurveyQuestion {
  return ask(code, 'choose-some', { choices: cards(of), most, alone: [...alone], mixed }, true, more);
}

/** Yes, something between, no: with three scenes. */
export const yesSomeNo = (code: string, yes: string, some: string, no: string): SurveyQuestion =>
  ask(
    code,
    'yes-no',
    { some: true, pictures: { yes: pictureOf(yes), some: pictureOf(some), no: pictureOf(no) } },
    true,
    {},
  );

/** Spoken, written, or one of a few pictures. "Next" alone goes on: nobody must say anything. */
export const ownWords = (code: string, picture: string, of: Cards = {}, more: More = {}): SurveyQuestion =>
  ask(code, 'short-words', { voice: true, choices: cards(of), lines: 4 }, false, { picture, ...more });

export const facesFive = (code: string, more: More): SurveyQuestion => ask(code, 'faces-five', {}, true, more);

export const sortPiles = (code: string, of: Cards, more: More = {}): SurveyQuestion =>
  ask(code, 'sort-piles', { cards: cards(of), mixed: true }, true, more);

/** A starter survey as the first version that is published. Its languages are those it has texts in. */
export function starter(id: string, questions: readonly SurveyQuestion[], fixed: Survey['fixed'] = null): Survey {
  return {
    format: 1,
    surveyId: id,
    version: 1,
    state: 'published',
    family: id,
    questions: [...questions],
    consentAfter: ['share', 'hear-back'],
    aboutYou: true,
    fixed,
    languages: ['en'],
    easyReadChecked: null,
    pictures: [],
  };
}
