import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answered, SurveyResponse } from '../../../src/domain/survey-response.ts';
import { DeskRoomProvider, type DeskRoom } from '../../../src/features/desk/desk-context.ts';
import { answersOf } from '../../../src/features/desk/record/survey-answers.tsx';
import { changeLanguage, loadTexts } from '../../../src/i18n/catalogue.ts';
import { AnswersLender } from '../../../src/kinds/survey-response/lent-answers.ts';
import { specimens } from '../../../src/kinds/survey-response/specimens.ts';
import { Summary } from '../../../src/kinds/survey-response/summary.tsx';
import { aSurvey } from '../../helpers/a-survey.ts';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['kind-survey-response', 'lists', 'common-questions', 'question-choose-one']);
});
afterEach(cleanup);

const given = (code: string, over: Partial<Answered>): Answered => ({
  code,
  type: 'choose-one',
  outcome: 'answered',
  value: null,
  voice: 'own',
  language: 'ar',
  readingMode: 'standard',
  ...over,
});
const response: SurveyResponse = {
  ...(specimens['group'] as SurveyResponse),
  answers: [
    given('Q1', { value: { code: 'week' } }),
    given('Q2', { outcome: 'heads', value: { first: { yes: 5, no: 4 }, again: { yes: 2 } } }),
    given('Q9', { value: { code: 'other' } }),
    given('E1', { value: { code: 'ok' } }),
  ],
};
const facts = () => [...document.querySelectorAll('.fact')].map(({ textContent }) => textContent);

test('with the survey at hand, staff read questions and choices; what it does not hold stays a code', () => {
  render(
    <DeskRoomProvider value={{ client: {} } as DeskRoom}>
      <AnswersLender value={answersOf(aSurvey())}>
        <Summary body={response} />
      </AnswersLender>
    </DeskRoomProvider>,
  );
  expect(facts()).toEqual([
    'Do you need help now?This week',
    'Is the tap working?It works 5It is dry 4It works 2',
    'Q9other',
    'How was it talking to us?OK',
  ]);
});

test('without it they read the codes, and everything that was said', () => {
  render(<Summary body={specimens['handedOver'] as SurveyResponse} />);
  expect(screen.getByText('They ask for an address every time, and we have none.').getAttribute('lang')).toBe('en');
  expect(facts()[1]).toBe('D2today');
});
