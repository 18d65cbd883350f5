import { surveyResponse, type Answered, type SurveyResponse } from '../../domain/survey-response.ts';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { addDays, firstWords } from '../code.ts';

/** What one person, or one group, answered to a pictorial survey. */
export const surveyAnswers = defineKind<'survey-response', SurveyResponse>({
  name: 'survey-response',
  schemaVersion: 1,
  schema: surveyResponse,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: true,
  lane: ({ need }) => (need === 'today' ? 'urgent' : need === 'week' ? 'needs' : 'rest'),
  words: (response) => response.answers.flatMap(ownWords),
  facets: ({ surveyId, family }) => [`survey:${surveyId}`, `survey-family:${family}`],
  headline: (response) => firstWords(firstSaid(response) ?? response.title),
  withoutContact: ({ contact: _gone, ...rest }) => rest,
  // Bare choices are counted in the results; staff read what was said, recorded, needed or asked for.
  listed: (response) =>
    response.need !== null ||
    response.access !== undefined ||
    response.answers.some((one) => ownWords(one).length > 0 || hasMedia(one.value)),
  dueOn: ({ need }, day) => (need === null ? null : addDays(day, need === 'today' ? 0 : 7)),
});

/** Own words of one answer: whatever its type keeps under `words`, spaces alone left out. */
export function ownWords({ value }: Pick<Answered, 'value'>): string[] {
  return parts(value, 'words').filter((words) => typeof words === 'string' && words.trim() !== '') as string[];
}

/** Ids of the photos and voice notes of one answer: whatever its type keeps under `media`. */
function hasMedia(value: unknown): boolean {
  return parts(value, 'media').some((media) => Array.isArray(media) && media.length > 0);
}

/** What was said on the way that counts comes before what was said on one that was left. */
function firstSaid({ answers }: SurveyResponse): string | undefined {
  const counted = answers.filter(({ offPath }) => offPath !== true);
  return [...counted.flatMap(ownWords), ...answers.flatMap(ownWords)][0];
}

/** Everything under one name, at any depth: types are many, and keep own words and media under the same two names. */
function parts(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === name ? [inner] : parts(inner, name)));
}
