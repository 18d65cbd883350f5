import { describe, expect, test } from 'vitest';
import type { Answered, SurveyResponse } from '../../src/domain/survey-response.ts';
import { surveyAnswers } from '../../src/kinds/survey-response/schema.ts';
import { specimens } from '../../src/kinds/survey-response/specimens.ts';

const given = (over: Partial<SurveyResponse>): SurveyResponse => ({
  ...(specimens['stopped'] as SurveyResponse),
  ...over,
});
const said = (code: string, value: unknown, over: Partial<Answered> = {}): Answered => ({
  code,
  type: 'short-words',
  outcome: 'answered',
  value,
  voice: 'own',
  language: 'en',
  readingMode: 'standard',
  ...over,
});

describe('the kind of what somebody answered to a survey', () => {
  test('goes to urgent when help is needed today, to needs this week, else to the rest', () => {
    expect(surveyAnswers.lane(given({ need: 'today' }))).toBe('urgent');
    expect(surveyAnswers.lane(given({ need: 'week' }))).toBe('needs');
    expect(surveyAnswers.lane(given({ need: null }))).toBe('rest');
    expect(surveyAnswers.dueOn?.(given({ need: 'today' }), '2026-11-22')).toBe('2026-11-22');
    expect(surveyAnswers.dueOn?.(given({ need: 'week' }), '2026-11-27')).toBe('2026-12-04');
    expect(surveyAnswers.dueOn?.(given({ need: null }), '2026-11-27')).toBeNull();
  });

  test('is found by its survey, by its family and by the own words of any type of question', () => {
    const response = given({
      surveyId: 'women-here',
      family: 'what-matters-here',
      answers: [said('A', { words: 'The bus stopped' }), said('B', { parts: [{ words: 'My neighbour helps' }] })],
    });
    expect(surveyAnswers.facets(response)).toEqual(['survey:women-here', 'survey-family:what-matters-here']);
    expect(surveyAnswers.words(response)).toEqual(['The bus stopped', 'My neighbour helps']);
  });

  test('is told by its first own words, else by the title of the survey', () => {
    const left = said('A', { words: 'Said and left' }, { offPath: true });
    expect(surveyAnswers.headline(given({ answers: [left, said('B', { words: 'Said  and\nkept' })] }))).toBe(
      'Said and kept',
    );
    expect(surveyAnswers.headline(given({ answers: [left] }))).toBe('Said and left');
    expect(surveyAnswers.headline(given({ title: 'What matters here' }))).toBe('What matters here');
    expect(surveyAnswers.headline(given({ answers: [said('A', { words: 'x'.repeat(400) })] }))).toHaveLength(160);
  });

  test.each([
    ['bare choices', given({ answers: [said('A', { code: 'yes' })] }), false],
    ['words that are only spaces', given({ answers: [said('A', { words: '  ' })] }), false],
    ['no voice note after all', given({ answers: [said('A', { words: '', media: [] })] }), false],
    ['own words', given({ answers: [said('A', { words: 'Here' })] }), true],
    ['a voice note', given({ answers: [said('A', { media: ['one'] })] }), true],
    ['a need', given({ need: 'week', answers: [] }), true],
  ])('with %s is a line of the inbox: %#', (_what, response, listed) => {
    expect(surveyAnswers.listed?.(response)).toBe(listed);
  });

  test('lets the way to reach somebody go, and nothing else', () => {
    const response = specimens['handedOver'] as SurveyResponse;
    const left = surveyAnswers.withoutContact?.(response);
    const { contact, ...rest } = response;
    expect(contact).toBeDefined();
    expect(left).toEqual(rest);
  });
});
