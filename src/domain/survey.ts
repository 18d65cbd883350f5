import * as z from 'zod/mini';

/**
 * A pictorial survey as it is stored, sent to tablets and kept in a file: what is asked (`survey`) apart from the words
 * it is asked in (`surveyTexts`, one language each). A version that has been used never changes.
 */

export const SURVEY_FORMAT = 1;
export const MAX_QUESTIONS = 120;
export const MAX_SURVEY_TEXT = 1200;

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const surveyId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
/** Of a question, shared across the variants of a survey so that results join; never changes its meaning. */
export const questionCode = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,19}$/), z.refine(isFree));
/** Of a choice, a row, a pile: what is stored and counted. */
export const choiceCode = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/), z.refine(isFree));
/** Answers stand under their codes: a code that every object has already would be an answer nobody gave. */
function isFree(code: string): boolean {
  return !(code in Object.prototype);
}
/** `set:<name>` is a picture of the set, `own:<sha256>` one the team added. */
export const pictureRef = z.string().check(z.regex(/^(?:set:[a-z0-9][a-z0-9-]{0,59}|own:[0-9a-f]{64})$/));
export type PictureRef = z.output<typeof pictureRef>;

/** One thing that may be chosen, sorted, ranked or judged. Its words are the text `<question>.o.<code>`. */
export const choice = z.strictObject({ code: choiceCode, picture: z.nullable(pictureRef) });
export type Choice = z.output<typeof choice>;

/** What an earlier answer must be. `mark` is a choice's code, or `<row>:<choice>` where a question has rows. */
const condition = z.discriminatedUnion('is', [
  z.strictObject({ question: questionCode, is: z.enum(['one-of', 'none-of']), marks: z.array(text(61)) }),
  z.strictObject({ question: questionCode, is: z.enum(['answered', 'not-answered']) }),
  z.strictObject({ question: questionCode, is: z.enum(['at-least', 'at-most']), number: z.number() }),
]);
export type Condition = z.output<typeof condition>;

const showIf = z.strictObject({
  match: z.enum(['all', 'any']),
  conditions: z.array(condition).check(z.minLength(1), z.maxLength(12)),
});
export type ShowIf = z.output<typeof showIf>;

export const surveyQuestion = z.strictObject({
  code: questionCode,
  /** A folder of `src/questions/`. A type this version does not know is shown as such, never guessed. */
  type: text(40),
  /** Parsed by the type's own schema. */
  settings: z.unknown(),
  picture: z.nullable(pictureRef),
  showIf: z.nullable(showIf),
  /**
   * Offers only what was chosen in an earlier question; of one with rows, the rows put under one of `under`. All of them
   * when nothing was. For types whose settings have `choices`.
   */
  choicesFrom: z.optional(z.strictObject({ question: questionCode, under: z.nullable(z.array(choiceCode)) })),
  /** An answer, "not sure" or "skip" is wanted before going on. Otherwise "next" alone goes on. */
  required: z.boolean(),
  /** Part of one-minute mode. */
  quick: z.boolean(),
  /** Answers that mean somebody needs help now: choice code -> how soon. Opens the need card. */
  need: z.optional(z.record(z.string(), z.enum(['today', 'week']))),
});
export type SurveyQuestion = z.output<typeof surveyQuestion>;

export const surveyState = z.enum(['draft', 'pilot', 'published', 'retired']);
export type SurveyState = z.output<typeof surveyState>;

const layerAfter = z.enum(['share', 'hear-back', 'voice', 'photo', 'training', 'press']);

export const survey = z.strictObject({
  format: z.literal(SURVEY_FORMAT),
  surveyId,
  version: z.int().check(z.positive()),
  state: surveyState,
  /** The same for every variant made for another audience: results of shared question codes join. */
  family: surveyId,
  questions: z.array(surveyQuestion).check(z.maxLength(MAX_QUESTIONS)),
  /** Consent layers asked after the questions, beside those that a voice or a photo brings along. */
  consentAfter: z.array(layerAfter).check(z.maxLength(6)),
  /** Whether the optional questions about the person are offered. */
  aboutYou: z.boolean(),
  /** `fft`: question F2 and its answers have fixed wording that a team may not change. */
  fixed: z.nullable(z.enum(['fft'])),
  /** Tags of the languages it has texts in, the first language first. */
  languages: z.array(text(35)).check(z.minLength(1), z.maxLength(60)),
  /** Who read the easy read with people, and when; null: nobody yet. */
  easyReadChecked: z.nullable(z.strictObject({ by: text(80), on: text(10) })),
  /** Pictures the team added. */
  pictures: z.array(z.strictObject({ sha256: sha256Hex, mime: text(64), bytes: count, alt: text(200) })),
});
export type Survey = z.output<typeof survey>;

/** `title`, `purpose`, `<question>.ask`, `<question>.help`, `<question>.o.<choice>`, and what a type adds. */
export const textKey = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+){0,3}$/), z.maxLength(90));
const words = z.record(textKey, text(MAX_SURVEY_TEXT));

/** A recorded clip: opus, fetched by its hash, and checked by it before the tablet leaves. */
export const clip = z.strictObject({ sha256: sha256Hex, mime: text(64), bytes: count, durationMs: count });
export type Clip = z.output<typeof clip>;

export const TEXT_LAYERS = ['standard', 'easy'] as const;
export type TextLayer = (typeof TEXT_LAYERS)[number];

export const textStatus = z.enum(['draft', 'translated', 'checked', 'tested']);
export type TextStatus = z.output<typeof textStatus>;

export const surveyTexts = z.strictObject({
  surveyId,
  version: z.int().check(z.positive()),
  /** BCP 47 tag. */
  language: text(35),
  /** How far the translation is. Below `checked` people see "not checked yet". */
  status: textStatus,
  checked: z.nullable(z.strictObject({ by: text(80), on: text(10) })),
  standard: words,
  /** Only what differs; what is missing falls back: so-simple, so, en-simple, en. Written, never shortened by rule. */
  easy: words,
  sounds: z.strictObject({ standard: z.record(textKey, clip), easy: z.record(textKey, clip) }),
});
export type SurveyTexts = z.output<typeof surveyTexts>;

/** `<surveyId>@<version>`: the id of a survey's row in the reference data. */
export const surveyRowId = (id: string, version: number): string => `${id}@${version}`;
/** `<surveyId>@<version>/<language>`: the id of a row of texts. */
export const textsRowId = (id: string, version: number, language: string): string =>
  `${surveyRowId(id, version)}/${language}`;
