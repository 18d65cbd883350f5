import { MAX_QUESTIONS, type Survey } from '../../domain/survey.ts';
import { answer, forward } from '../../surveys/flow.ts';
import { allQuestionsOf } from '../../surveys/stages.ts';
import type { Answering } from '../../surveys/answering.ts';
import { readQuestion } from '../../surveys/read-question.ts';

/** More than any survey asks, with what every survey brings. */
const MOST_ASKED = MAX_QUESTIONS + 20;

/** A sheet as it was handed in: what stands empty on it counts as skipped, and then it is finished. */
export function finishSheet(state: Answering, survey: Survey): Answering {
  let now = state;
  // What is asked may change with what counts as skipped.
  for (let turn = 0; turn < MOST_ASKED; turn += 1) {
    const empty = allQuestionsOf(survey, now).find(
      (question) => now.answers[question.code] === undefined && readQuestion(question)?.type.noAnswer !== true,
    );
    if (empty === undefined) break;
    const { language, readingMode } = now;
    now = answer(now, survey, empty.code, { outcome: 'skipped', value: null, language, readingMode });
  }
  for (;;) {
    const next = forward(now, survey).state;
    if (now.stage === 'done') return now;
    // What was ticked is taken as it was ticked, even where the screens would have asked again.
    if (next === now) return { ...now, stage: 'done', at: null, ended: 'finished' };
    now = next;
  }
}

/** A finished sheet back in the hands of whoever types: everything on it can be changed again. */
export function reopenSheet(state: Answering, survey: Survey): Answering {
  return { ...state, stage: 'questions', at: survey.questions[0]?.code ?? null, ended: null, stoppedAt: null };
}
