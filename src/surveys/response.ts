import type { Answered, SurveyResponse } from '../domain/survey-response.ts';
import type { Survey, SurveyQuestion } from '../domain/survey.ts';
import type { Answering } from './answering.ts';
import { chosen } from './logic.ts';
import { allQuestionsOf, find } from './stages.ts';

/** Bounds of the record: what is beyond them is named in its schema. */
const MAX_LANGUAGES = 20;
const MAX_TITLE = 200;

/**
 * What one person or group answered, as it is sealed. Every answer ever kept is in it: those that are no longer asked,
 * and those of an older version that found no place, are marked `offPath` and stand last.
 */
export function toResponse(state: Answering, survey: Survey, title: string): SurveyResponse {
  const asked = allQuestionsOf(survey, state);
  const onPath = asked.flatMap(({ code }) => state.answers[code] ?? []);
  const placed = new Set(onPath.map(({ code }) => code));
  const offPath = Object.values(state.answers)
    .filter(({ code }) => !placed.has(code))
    .concat(state.unplaced ?? [])
    .map((given): Answered => ({ ...given, offPath: true }));
  return {
    surveyId: state.surveyId,
    version: state.version,
    family: survey.family,
    title: title.slice(0, MAX_TITLE),
    mode: state.mode,
    voice: state.voice,
    ended: state.ended ?? 'stopped',
    stoppedAt:
      state.ended === 'finished'
        ? null
        : (state.stoppedAt ?? (asked.some(({ code }) => code === state.at) ? state.at : null)),
    answers: [...onPath, ...offPath],
    languages: languagesOf(state),
    need: needOf(survey, onPath),
    people: state.people,
    ...(state.contact === null ? {} : { contact: state.contact }),
    ...(state.access === undefined ? {} : { access: state.access }),
  };
}

/** Those in which something was answered, and last the one it ended in. One that was only looked at is not among them. */
function languagesOf({ answers, unplaced = [], language, languages }: Answering): string[] {
  const used = new Set([...Object.values(answers), ...unplaced].map((given) => given.language));
  const before = languages.filter((one) => one !== language && used.has(one));
  return [...before, language].slice(-MAX_LANGUAGES);
}

/** How soon somebody needs help by what they chose, the sooner of two. */
function needOf(survey: Survey, given: readonly Answered[]): 'today' | 'week' | null {
  const soon = given.flatMap((one) => needIn(find(survey, one.code), one));
  if (soon.includes('today')) return 'today';
  return soon.includes('week') ? 'week' : null;
}

function needIn(question: SurveyQuestion | null, given: Answered): readonly ('today' | 'week')[] {
  const means = question?.need;
  if (question === null || means === undefined) return [];
  return chosen(question, given).flatMap((mark) => means[mark] ?? []);
}
