import { LISTS, type ListName } from '../domain/lists/lists.ts';
import type { Choice, Condition, PictureRef, SurveyQuestion } from '../domain/survey.ts';

/**
 * Questions that every survey brings, as ordinary questions with codes of their own. Their words are looked for in the
 * survey's texts first (a team may translate or record them there, under the same keys), then in
 * `common-questions.json` as `<code>.ask`, `<code>.help`, `<code>.o.<choice>`; choices of a code list have their words in
 * `lists.json` (`choiceListOf`).
 */

const option = (code: string, picture: PictureRef | null = null): Choice => ({ code, picture });

function ask(code: string, picture: PictureRef | null, choices: readonly Choice[], showIf?: Condition): SurveyQuestion {
  return {
    code,
    type: 'choose-one',
    settings: { choices, mixed: false },
    picture,
    showIf: showIf === undefined ? null : { match: 'all', conditions: [showIf] },
    required: false,
    quick: false,
  };
}

/** Tried with everybody before the first question. Its answer is never stored. */
export const PRACTICE: SurveyQuestion = ask('practice', 'set:practice-tea', [
  option('yes', 'set:yes'),
  option('no', 'set:no'),
]);

/** How it was to be asked: asked last, counted apart from what the survey is about. */
export const EVALUATION: readonly SurveyQuestion[] = [
  ask('E1', 'set:talk-step', [
    option('good', 'set:face3-good'),
    option('ok', 'set:face3-ok'),
    option('not-good', 'set:face3-not-good'),
  ]),
  ask('E2', 'set:help-communicate', [option('yes', 'set:yes'), option('bit', 'set:a-bit'), option('no', 'set:no')]),
];

/** Left out where a choice needs words of its own, or where it can only be noted by staff. */
const NOT_OFFERED = ['own-words', 'not-asked'];
const listed = (list: ListName): Choice[] =>
  LISTS[list].filter((code) => !NOT_OFFERED.includes(code)).map((code) => option(code));

const LIST_OF: Readonly<Record<string, ListName>> = {
  'about-age': 'ageBands',
  'about-sex': 'sexes',
  'about-ethnic': 'ethnicGroups',
  'about-carer': 'yesNo',
  'about-condition': 'yesNo',
  'about-limit': 'activityLimits',
};

/** About the person: all optional, each with "rather not say" (`not-said`). */
export const ABOUT_YOU: readonly SurveyQuestion[] = Object.entries(LIST_OF).map(([code, list]) =>
  ask(
    code,
    null,
    listed(list),
    code === 'about-limit' ? { question: 'about-condition', is: 'one-of', marks: ['yes'] } : undefined,
  ),
);

const COMMON = new Map([PRACTICE, ...EVALUATION, ...ABOUT_YOU].map((question) => [question.code, question]));

/** A question every survey brings, or null. No survey may use its code. */
export const commonQuestion = (code: string): SurveyQuestion | null => COMMON.get(code) ?? null;

/** The list whose labels (`lists:<list>.<choice>`) are the words of this question's choices, or null. */
export const choiceListOf = (code: string): ListName | null => LIST_OF[code] ?? null;
