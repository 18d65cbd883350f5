import * as z from 'zod/mini';
import {
  accessNeeds,
  answered,
  answerMode,
  type AnswerMode,
  type Answered,
  type SurveyResponse,
} from '../domain/survey-response.ts';
import { surveyId, type Survey, type SurveyQuestion, type SurveyTexts } from '../domain/survey.ts';

/**
 * The state of one person answering: plain JSON, the body of a `survey-response` draft, kept after every touch.
 * `flow.ts` moves it; nothing else does.
 */
export interface Answering {
  readonly format: 1;
  readonly surveyId: string;
  readonly version: number;
  readonly mode: AnswerMode;
  readonly stage: Stage;
  /** Code of the question on screen in the stages that ask one by one, else null. */
  readonly at: string | null;
  /** By question code. An answer that is no longer asked stays here: it comes back when the question does. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** Whose answers these are unless one says otherwise: a code of the list `voices`. */
  readonly voice: Answered['voice'];
  /** Tag of the language on screen. */
  readonly language: string;
  /** Every language used so far, first to last. */
  readonly languages: readonly string[];
  readonly readingMode: 'standard' | 'easy';
  readonly listen: boolean;
  readonly people: number | null;
  /** For the order of mixed choices: the same person always sees the same order. */
  readonly seed: number;
  readonly ended: 'finished' | 'stopped' | null;
  readonly stoppedAt: string | null;
  readonly contact: { readonly how: string; readonly detail: string } | null;
  /** Answers of an older version that have no place in this one. Kept, never counted, never dropped. */
  readonly unplaced?: readonly Answered[];
  /** One answer is being changed from the "check what you said" screen: the way on leads back there. */
  readonly fromCheck?: true;
  /** How this person works the screen. Kept so that it is the same after a pause; never part of the response. */
  readonly ways?: Ways;
  /** What this person said they need to be spoken with. Kept in the response, so that staff can see to it. */
  readonly access?: SurveyResponse['access'];
  /** A child answers, and a grown-up is there who agreed: no voice, no photo, no contact. */
  readonly child?: true;
}

/** Ways of answering beside touch. Absent: touch and keyboard, with pictures. */
export interface Ways {
  /** `one`: the ring moves by itself and any key or touch chooses. `two`: one key moves it, another chooses. */
  readonly scan: 'one' | 'two' | null;
  /** How long the ring stays, in milliseconds: 1000 to 5000. */
  readonly paceMs: number;
  readonly pictures: boolean;
}

/** What comes one after the other. Facilitated, group and paper modes pass over what the worker does in words. */
const STAGES = [
  'language',
  'how',
  'purpose',
  'consent',
  'who',
  'practice',
  'questions',
  'evaluation',
  'check',
  'consent-after',
  'about-you',
  'done',
] as const;
export type Stage = (typeof STAGES)[number];

const answering = z.strictObject({
  format: z.literal(1),
  surveyId,
  version: z.int().check(z.positive()),
  mode: answerMode,
  stage: z.enum(STAGES),
  at: z.nullable(z.string()),
  answers: z.record(z.string(), answered),
  voice: answered.shape.voice,
  language: z.string(),
  languages: z.array(z.string()),
  readingMode: z.enum(['standard', 'easy']),
  listen: z.boolean(),
  people: z.nullable(z.int()),
  seed: z.number(),
  ended: z.nullable(z.enum(['finished', 'stopped'])),
  stoppedAt: z.nullable(z.string()),
  contact: z.nullable(z.strictObject({ how: z.string(), detail: z.string() })),
  unplaced: z.optional(z.array(answered)),
  fromCheck: z.optional(z.literal(true)),
  ways: z.optional(
    z.strictObject({
      scan: z.nullable(z.enum(['one', 'two'])),
      paceMs: z.int().check(z.minimum(1000), z.maximum(5000)),
      pictures: z.boolean(),
    }),
  ),
  access: z.optional(accessNeeds),
  child: z.optional(z.literal(true)),
});

/** The body of a draft as this state, or null when it is something else. Nothing is repaired or guessed. */
export function readAnswering(body: unknown): Answering | null {
  const read = answering.safeParse(body);
  return read.success ? (read.data as Answering) : null;
}

/** A survey with all the words the tablet holds for it. */
export interface LoadedSurvey {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
}

/** A question as the player shows it, whether of the survey or one that every survey brings (E1, E2, about you). */
export type AskedQuestion = SurveyQuestion;
