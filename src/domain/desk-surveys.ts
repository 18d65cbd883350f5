import * as z from 'zod/mini';
import { LISTS, type CodeOf } from './lists/lists.ts';
import { answerMode } from './survey-response.ts';
import {
  choiceCode,
  questionCode,
  survey,
  surveyId,
  surveyState,
  surveyTexts,
  TEXT_LAYERS,
  textStatus,
} from './survey.ts';

/**
 * The words between the desk and the server about surveys (`/desk/v1/surveys...`, session cookie).
 * `:id` is a survey's id, `:version` its number. Everything is JSON but the bytes of clips and pictures.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const voice = z.enum(LISTS.voices as unknown as readonly [CodeOf<'voices'>, ...CodeOf<'voices'>[]]);

/** A survey and all its words as one request: 120 questions in a dozen languages fit. */
export const MAX_SURVEY_BYTES = 4 * 1024 * 1024;
/** A survey with its media as one file. */
export const MAX_SURVEY_FILE_BYTES = 48 * 1024 * 1024;
export const MAX_CLIP_BYTES = 512 * 1000;
export const MAX_PICTURE_BYTES = 400 * 1000;

// --- the list -----------------------------------------------------------------------------------------------------

/** One version of one survey. */
const surveyLine = z.object({
  surveyId,
  version: z.int().check(z.positive()),
  state: surveyState,
  family: surveyId,
  /** In its first language. */
  title: text(200),
  languages: z.array(z.object({ language: text(35), status: textStatus })),
  questions: count,
  easyReadChecked: z.nullable(z.object({ by: text(80), on: text(10) })),
  /** Whether it may no longer change: it was published, or a tablet has it, or somebody has answered it. */
  used: z.boolean(),
  /** People's answers filed for this version, without withdrawn ones. */
  responses: z.nullable(count),
  changedAt: text(40),
  changedBy: text(80),
  rev: count,
});
export type SurveyLine = z.output<typeof surveyLine>;

/** GET /desk/v1/surveys. Newest versions first within a survey; `starters` can be begun from at any time. */
export const surveyList = z.object({
  surveys: z.array(surveyLine),
  starters: z.array(z.object({ starter: surveyId, title: text(200), questions: count, languages: z.array(text(35)) })),
});
export type SurveyList = z.output<typeof surveyList>;

// --- one survey ---------------------------------------------------------------------------------------------------

/** GET /desk/v1/surveys/:id/:version. `rev` goes back with every change. */
export const openSurvey = z.object({
  survey,
  texts: z.array(surveyTexts).check(z.maxLength(60)),
  rev: count,
  used: z.boolean(),
  changedAt: text(40),
  changedBy: text(80),
});
export type OpenSurvey = z.output<typeof openSurvey>;

const which = z.strictObject({ surveyId, version: z.int().check(z.positive()) });

/**
 * POST /desk/v1/surveys -> openSurvey, a draft. `copy` keeps the questions' codes; `variant` keeps the family too, so
 * that results join. `version` is the next version of a used one. An id that is taken: the problem `name-taken`.
 */
export const newSurvey = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('blank'), surveyId, title: text(200), language: text(35) }),
  z.strictObject({ from: z.literal('copy'), surveyId, of: which, variant: z.boolean() }),
  z.strictObject({ from: z.literal('starter'), surveyId, starter: surveyId }),
  z.strictObject({ from: z.literal('version'), of: which }),
]);
export type NewSurvey = z.output<typeof newSurvey>;

/**
 * PUT /desk/v1/surveys/:id/:version -> openSurvey with the next `rev`. State, version, family and who checked what are
 * the server's and are not taken from here. `conflict` when somebody else saved since (`details.by`, `details.at`):
 * nothing was written, and what was sent is still the sender's. `survey-used` for a version that may not change.
 */
export const surveyDraft = z.strictObject({
  rev: count,
  survey,
  texts: z.array(surveyTexts).check(z.maxLength(60)),
});
export type SurveyDraft = z.output<typeof surveyDraft>;

/** DELETE /desk/v1/surveys/:id/:version?rev= -> 204. Drafts that nobody used only. */
export const surveyRev = z.object({ rev: z.coerce.number().check(z.int(), z.nonnegative()) });

/**
 * One thing found by a check: `stops` publishing, or only `warns`. The words are `survey-check:<reason>`; `where` names
 * the place, `about` what fills the sentence. Never content of answers.
 */
const surveyFinding = z.object({
  weight: z.enum(['stops', 'warns']),
  reason: text(60),
  question: z.nullable(text(40)),
  key: z.nullable(text(90)),
  language: z.nullable(text(35)),
  layer: z.nullable(z.enum(TEXT_LAYERS)),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SurveyFinding = z.output<typeof surveyFinding>;

/** GET /desk/v1/surveys/:id/:version/check: what publishing would say now. */
export const surveyCheck = z.object({ findings: z.array(surveyFinding) });

/**
 * POST /desk/v1/surveys/:id/:version/state -> stateAnswer. `draft`: a pilot that no tablet has yet becomes a draft again;
 * a used version is retired and `open` is the next version, a draft. Publishing retires the version published before.
 */
export const stateChange = z.strictObject({ rev: count, to: surveyState });
/** `done` false: nothing was changed, and `findings` says why. */
export const stateAnswer = z.object({ done: z.boolean(), findings: z.array(surveyFinding), open: openSurvey });
export type StateAnswer = z.output<typeof stateAnswer>;

/**
 * POST /desk/v1/surveys/:id/:version/checked -> openSurvey. Who read the words, and how far they are: this may be said of
 * a version in use too, because the words stay as they are.
 */
export const checkedChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('easy-read'), rev: count, by: z.nullable(text(80)) }),
  z.strictObject({
    what: z.literal('language'),
    rev: count,
    language: text(35),
    status: textStatus,
    by: z.nullable(text(80)),
  }),
]);
export type CheckedChange = z.output<typeof checkedChange>;

// --- files --------------------------------------------------------------------------------------------------------

/** One thing that could not be read in a file, or was changed while reading it. Words: `survey-file:<reason>`. */
export const fileFinding = z.object({
  weight: z.enum(['stops', 'warns']),
  /** Where in the file, in plain words: `question D3, choice 2`. */
  path: text(200),
  reason: text(60),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FileFinding = z.output<typeof fileFinding>;

/**
 * POST /desk/v1/surveys/import?try=1 (the file as JSON, up to 48 MB) -> importAnswer. Always a new draft: nothing that is
 * there is overwritten; a taken id gets a number at its end. `open` is null with `try`, and when nothing could be read.
 */
export const importQuery = z.object({ try: z.optional(z.literal('1')) });
export const importAnswer = z.object({ open: z.nullable(openSurvey), findings: z.array(fileFinding) });
export type ImportAnswer = z.output<typeof importAnswer>;
// GET /desk/v1/surveys/:id/:version/export -> the file, as a download.

/**
 * POST /desk/v1/surveys/assets?role=clip&durationMs=2300 (the bytes, `application/octet-stream`) -> surveyAsset.
 * What it is is read from the bytes, never from what the sender says: clips are opus (webm or ogg), films of signing VP8,
 * VP9 or AV1 (webm) or H.264 (mp4), pictures png, jpeg, webp or svg, which is cleaned first: `sha256` is of what was kept. GET /desk/v1/surveys/assets/:sha256 -> the bytes.
 * Problems: `too-large`, `asset-type` (details.reason).
 */
export const assetQuery = z.object({
  role: z.enum(['clip', 'film', 'picture']),
  durationMs: z.optional(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(600_000))),
});
export const surveyAsset = z.object({ sha256: sha256Hex, mime: text(64), bytes: count, durationMs: count });
export type SurveyAsset = z.output<typeof surveyAsset>;

// --- results ------------------------------------------------------------------------------------------------------

/** How many filters go together, beside a version: no more than two characteristics are crossed. `from` and `to` are one. */
export const MOST_FILTERS = 2;

/**
 * GET /desk/v1/surveys/:id/results. Only these filters, one value each, at most two at once; `family=1` joins every
 * survey of the family. A part of the answers is counted more coarsely than the whole (`threshold`, `rounding`), so that
 * it cannot be taken from the whole to see a few; and a part that leaves out, or holds, fewer than that is refused in the
 * answer (`refused`), never shown in part.
 */
export const resultsQuery = z.object({
  version: z.optional(z.coerce.number().check(z.int(), z.positive())),
  family: z.optional(z.literal('1')),
  /** Whole months of capture, from and to and including: YYYY-MM. Days would single people out. */
  from: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}$/))),
  to: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}$/))),
  /** Code of the list `settings`: the kind of place, never the place. */
  setting: z.optional(text(40)),
  language: z.optional(text(35)),
  mode: z.optional(answerMode),
  voice: z.optional(voice),
});
export type ResultsQuery = z.output<typeof resultsQuery>;

/** A number of people, or null where it is too small to show (or would give a small one away). */
const shown = z.nullable(count);
const named = z.object({ code: text(61), count: shown });

/** One choice, or one choice in one row. */
const resultCell = z.object({
  row: z.nullable(choiceCode),
  code: choiceCode,
  /** People who chose it. */
  count: shown,
  /** Sum of weights where tokens are spent; else null. */
  weight: z.nullable(z.number()),
});

/** What people of one voice answered to one question: own words, a helper's and an observer's are never added up. */
const voiceTally = z.object({
  voice,
  /** Everybody who was asked: answered, not sure, or skipped. */
  base: shown,
  answered: shown,
  notSure: shown,
  skipped: shown,
  cells: z.array(resultCell),
  numbers: z.nullable(z.object({ least: z.number(), middle: z.number(), most: z.number() })),
  /** Answers in own words, and with a voice note or a photo: they are read in the inbox. */
  words: shown,
  media: shown,
});

/** Heads counted in groups: never added to persons. */
const headsTally = z.object({
  groups: count,
  heads: shown,
  cells: z.array(z.object({ code: choiceCode, first: shown, again: shown })),
});

const questionResult = z.object({
  code: questionCode,
  type: text(40),
  /** Versions (and, in a family, surveys) in which it was asked: `<surveyId>@<version>`. */
  askedIn: z.array(text(80)),
  feeling: z.boolean(),
  voices: z.array(voiceTally),
  heads: z.nullable(headsTally),
});
export type QuestionResult = z.output<typeof questionResult>;

export const surveyResults = z.object({
  surveyId,
  family: surveyId,
  title: text(200),
  versions: z.array(z.int().check(z.positive())),
  /** Why nothing is shown: too few answers, or too few on the other side of the filter. */
  refused: z.nullable(z.enum(['too-few', 'others-too-few'])),
  /** The smallest number that is shown. */
  threshold: count,
  /** Counts are rounded to the nearest of these: 1 for the whole of a survey, 5 for any part of it and for a family. */
  rounding: count,
  /** Of the whole survey always told, however few. */
  responses: shown,
  finished: shown,
  stopped: shown,
  stoppedAt: z.array(named),
  /** Of the whole only. */
  groups: shown,
  modes: z.array(named),
  languages: z.array(named),
  voices: z.array(named),
  easyRead: shown,
  /** Somebody asked for help: today, this week. They stand in the inbox. Of the whole only. */
  needs: z.nullable(z.object({ today: count, week: count })),
  questions: z.array(questionResult),
  /** Positive and negative shares of the Friends and Family question, whole per cent, each voice apart. No official return. */
  fft: z.array(z.object({ voice, base: shown, positive: shown, negative: shown })),
  /** Responses that gave one and the same choice throughout: a hint for whoever reads closely. */
  straightLine: shown,
  /** Changes whenever an answer comes, changes or is withdrawn: ask again with `If-None-Match`, 304 when nothing did. */
  stamp: text(80),
  newestAt: z.nullable(text(40)),
});
export type SurveyResults = z.output<typeof surveyResults>;

/**
 * GET /desk/v1/surveys/:id/answers.csv?as=labels|codes&version=… One row a response. Needs `export-answers`.
 * Own words are not in it: they are read in the inbox. The problem `too-few-answers` where fewer than five would be in it.
 */
export const csvQuery = z.object({
  as: z.enum(['labels', 'codes']),
  version: z.optional(z.coerce.number().check(z.int(), z.positive())),
});
