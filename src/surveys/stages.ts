import type { ConsentLayer } from '../domain/consent.ts';
import type { AnswerMode, Answered } from '../domain/survey-response.ts';
import type { Survey, SurveyQuestion } from '../domain/survey.ts';
import type { Answering, AskedQuestion, Stage } from './answering.ts';
import { ABOUT_YOU, commonQuestion, EVALUATION, PRACTICE } from './common-questions.ts';
import { visibleQuestions } from './logic.ts';
import { narrowed } from './narrowed.ts';
import { readQuestion, valueOf } from './read-question.ts';

/** What comes after what for one person, and which questions each stage asks. */

type LayerAfter = Exclude<ConsentLayer, 'talk' | 'use'>;

/** The stages of each way of answering. What the worker does in words has no stage of its own. */
export const STAGES_OF: Readonly<Record<AnswerMode, readonly Stage[]>> = {
  'hand-over': [
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
  ],
  facilitated: ['purpose', 'consent', 'who', 'questions', 'evaluation', 'check', 'consent-after', 'about-you', 'done'],
  'one-minute': ['language', 'how', 'consent', 'questions', 'done'],
  group: ['purpose', 'consent', 'questions', 'evaluation', 'consent-after', 'done'],
  paper: ['questions', 'evaluation', 'about-you', 'done'],
};

/** The stages this person goes through; those with nothing to ask are left out. */
export function stagesOf(state: Answering, survey: Survey): readonly Stage[] {
  return STAGES_OF[state.mode].filter((stage) => {
    if (stage === 'consent-after') return layersAfter(state, survey).length > 0;
    return !asksOneByOne(stage) || questionsIn(stage, state, survey).length > 0;
  });
}

/**
 * Consent asked after the questions: what the survey wants, and voice or photo where one was given. `recorded` says which
 * of the two there are, where the caller knows.
 */
export function layersAfter(
  state: Answering,
  survey: Survey,
  recorded: readonly ('voice' | 'photo')[] = ['voice', 'photo'],
): readonly LayerAfter[] {
  const brought = Object.values(state.answers).some((given) => mediaOf(survey, given).length > 0);
  const layers: readonly LayerAfter[] = ['share', 'voice', 'photo', 'hear-back', 'training', 'press'];
  return layers.filter((layer) =>
    layer === 'voice' || layer === 'photo' ? brought && recorded.includes(layer) : survey.consentAfter.includes(layer),
  );
}

/** Ids of the photos and voice notes of an answer. */
function mediaOf(survey: Survey, given: Answered): readonly string[] {
  const question = find(survey, given.code);
  const known = question === null ? null : readQuestion(question);
  const found = known === null ? null : valueOf(known, given);
  return known === null || found === null ? [] : (known.type.media?.(found.value) ?? []);
}

export const asksOneByOne = (stage: Stage): boolean =>
  ['practice', 'questions', 'evaluation', 'about-you'].includes(stage);

/** Every question of a stage, asked or not. */
export function allIn(stage: Stage, survey: Survey): readonly SurveyQuestion[] {
  if (stage === 'practice') return [PRACTICE];
  if (stage === 'questions') return survey.questions;
  if (stage === 'evaluation') return EVALUATION;
  return stage === 'about-you' && survey.aboutYou ? ABOUT_YOU : [];
}

export function questionsIn(stage: Stage, state: Answering, survey: Survey): readonly AskedQuestion[] {
  const quickOnly = stage === 'questions' && state.mode === 'one-minute';
  const visible = visibleQuestions(allIn(stage, survey), state.answers, quickOnly);
  return visible.map((question) =>
    question.choicesFrom === undefined ? question : narrowed(question, visible, state.answers),
  );
}

/** The questions asked of this person in all, in order: of the survey, about the asking, about the person. */
export function allQuestionsOf(survey: Survey, state: Answering): readonly AskedQuestion[] {
  const stages: readonly Stage[] = ['questions', 'evaluation', 'about-you'];
  return stages
    .filter((stage) => STAGES_OF[state.mode].includes(stage))
    .flatMap((stage) => questionsIn(stage, state, survey));
}

/** A question of the survey or one that every survey brings, asked or not. */
export function find(survey: Survey, code: string): SurveyQuestion | null {
  return survey.questions.find((question) => question.code === code) ?? commonQuestion(code);
}
