import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { PaperSheet } from '../../src/player/paper-sheet.tsx';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { begin } from '../../src/surveys/flow.ts';
import { readQuestion } from '../../src/surveys/read-question.ts';
import { allKinds } from './all-kinds.ts';

const types = Object.keys(QUESTION_TYPES).map((type) => `question-${type}`);
beforeAll(async () => {
  await loadTexts(['player', 'consent', 'common-questions', 'question-common', 'lists', ...types]);
  await changeLanguage('en', 'standard');
});
afterEach(cleanup);

const loaded = allKinds();
const state = begin(loaded, { mode: 'paper', language: 'en', readingMode: 'standard', seed: 1 });
const show = (second: string | null): void =>
  void render(<PaperSheet loaded={loaded} state={state} second={second} pictureUrl={() => null} />);

test('every choice carries the number it is typed in by, and every question can be passed over', () => {
  show(null);
  const items = [...document.querySelectorAll<HTMLElement>('.paper-question')];
  for (const [at, question] of loaded.survey.questions.entries()) {
    const item = items[at] as HTMLElement;
    const known = readQuestion(question);
    expect(item.querySelector('.paper-question__number')?.textContent).toBe(String(at + 1));
    if (known === null || known.type.noAnswer === true) continue;
    const signs = [...item.querySelectorAll('.paper-cards:not(.paper-cards--pass) .paper-tick__sign')].map(
      (sign) => sign.textContent,
    );
    const numbers = known.choices.map((_, index) => String(index + 1));
    if (known.rows.length === 0) expect(signs, question.type).toEqual([...numbers, '?', '–']);
    else {
      const rows = [...item.querySelectorAll('.paper-rows tr')];
      expect(rows.map((row) => row.querySelector('th .paper-tick__sign')?.textContent)).toEqual(
        known.rows.map((_, index) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index]),
      );
      for (const row of rows)
        expect([...row.querySelectorAll('td .paper-tick__sign')].map((sign) => sign.textContent)).toEqual(numbers);
    }
    within(item).getByText('Not sure');
  }
  expect(document.body.textContent).not.toContain('{{');
});

test('a second language stands under the first, in its own direction, where it has words', () => {
  show('ar');
  const title = screen.getByRole('heading', { level: 1 });
  expect(title.textContent).toBe('All kinds (en)All kinds (ar)');
  const second = title.querySelector('.paper-second > [lang="ar"]');
  expect(second?.getAttribute('dir')).toBe('rtl');
});
