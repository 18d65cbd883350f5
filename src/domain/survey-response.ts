import * as z from 'zod/mini';
import { LISTS, type CodeOf } from './lists/lists.ts';
import { nestsWithin } from './nesting.ts';
import { choiceCode, questionCode, surveyId } from './survey.ts';

/** What one person, or one group, answered: the body of a `survey-response` record. */

const text = (max: number) => z.string().check(z.maxLength(max));
const voice = z.enum(LISTS.voices as unknown as readonly [CodeOf<'voices'>, ...CodeOf<'voices'>[]]);

export const ANSWER_MODES = ['hand-over', 'facilitated', 'one-minute', 'group', 'paper'] as const;
export const answerMode = z.enum(ANSWER_MODES);
export type AnswerMode = z.output<typeof answerMode>;

/** Heads counted per choice; `again` is the second vote, after information. */
export const heads = z.strictObject({
  first: z.record(choiceCode, z.int().check(z.nonnegative(), z.maximum(999))),
  again: z.nullable(z.record(choiceCode, z.int().check(z.nonnegative(), z.maximum(999)))),
});
export type Heads = z.output<typeof heads>;

/** No type of question nests its answers deeper: what does was made by no tablet of ours, and would bring readers down. */
const DEEPEST_VALUE = 8;

const OUTCOMES = ['answered', 'not-sure', 'skipped', 'heads'] as const;

export const answered = z.strictObject({
  code: questionCode,
  type: text(40),
  outcome: z.enum(OUTCOMES),
  /** Of the type's own schema when `answered`, `heads` when `heads`, or null. */
  value: z.unknown().check(z.refine((value) => nestsWithin(value, DEEPEST_VALUE))),
  /** Whose answer it is: own, helped, or somebody else's view. Never pooled in results. */
  voice,
  /** BCP 47 tag and layer the question stood in when it was answered. */
  language: text(35),
  readingMode: z.enum(['standard', 'easy']),
  /** Codes in the order they were shown, where the order was mixed. */
  shown: z.optional(z.array(choiceCode)),
  /** It was answered, and then an earlier answer changed so that it was no longer asked. Kept, and not counted. */
  offPath: z.optional(z.literal(true)),
});
export type Answered = z.output<typeof answered>;

/** Codes of the list `access`: what somebody asked for so that they can be spoken with. */
export const accessNeeds = z
  .array(z.enum(LISTS.access as unknown as readonly [CodeOf<'access'>, ...CodeOf<'access'>[]]))
  .check(z.maxLength(LISTS.access.length));

export const surveyResponse = z.strictObject({
  surveyId,
  version: z.int().check(z.positive()),
  family: surveyId,
  /** In the first language, for staff lists. */
  title: text(200),
  mode: answerMode,
  /** Who it was said to come from at the start; each answer has its own `voice`. */
  voice,
  ended: z.enum(['finished', 'stopped']),
  /** Code of the question it stopped at, when `stopped`. */
  stoppedAt: z.nullable(questionCode),
  /** Room for every question of a full survey, the common ones, and as many again that an older version asked. */
  answers: z.array(answered).check(z.maxLength(400)),
  /** Every language something was answered in; the one it ended in stands last. */
  languages: z.array(text(35)).check(z.maxLength(20)),
  /** What the answers say is needed now. */
  need: z.nullable(z.enum(['today', 'week'])),
  /** How many people answered together; null for one person. */
  people: z.nullable(z.int().check(z.positive(), z.maximum(999))),
  contact: z.optional(z.strictObject({ how: text(40), detail: text(120) })),
  access: z.optional(accessNeeds),
});
export type SurveyResponse = z.output<typeof surveyResponse>;
