import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyTexts } from '../../src/domain/survey.ts';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { textOf } from '../../src/i18n/use-text.tsx';
import { languageFace } from '../../src/player/language-face.ts';
import type { Answering } from '../../src/surveys/answering.ts';
import { allKinds } from './all-kinds.ts';
import { heading, showPlayer, touch } from './host.tsx';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const survey = allKinds(['yes-no']);
const warning = async (language: string): Promise<string> => {
  const reader = { language, readingMode: 'standard' } as const;
  await loadTexts(['consent'], reader);
  return textOf('consent', reader)('notForField');
};
const checked = (language: string): readonly SurveyTexts[] =>
  survey.texts.map((row) => (row.language === language ? { ...row, status: 'checked' as const } : row));

describe('consent in words that no second speaker has checked', () => {
  test.each<[string, Partial<Answering>, boolean]>([
    ['ar', { stage: 'purpose' }, true],
    ['ar', { stage: 'consent' }, true],
    ['ar', { stage: 'consent-after' }, true],
    ['ar', { stage: 'questions', at: 'Q-yes-no' }, false],
    ['en', { stage: 'purpose' }, false],
    ['en', { stage: 'consent' }, false],
  ])('in %s, at %j, the person’s screen says that they are for practice: %s', async (language, change, warned) => {
    const words = await warning(language);
    await showPlayer(survey, { ...change, language, languages: [language] });
    await waitFor(() => expect(heading()).not.toBe(''));
    expect(screen.queryByText(words) !== null).toBe(warned);
  });

  test('a no to it is answered in the same words, which say so too', async () => {
    await showPlayer(survey, { stage: 'consent', language: 'ar', languages: ['ar'] });
    const asked = heading();
    await touch('لا');
    await touch('التالي', () => heading() !== asked);
    expect(heading()).toBe(textOf('player')('noConsent.title'));
    screen.getByText(await warning('ar'));
  });
});

test.each(['purpose', 'consent', 'questions', 'done'] as const)(
  'at %s the screen itself says that no second speaker has checked its words, in a draft alone',
  async (stage) => {
    for (const [language, marked] of [
      ['ar', 'لم تُراجع بعد'],
      ['en', null],
    ] as const) {
      const at = stage === 'questions' ? { at: 'Q-yes-no' } : {};
      await showPlayer(survey, { stage, ...at, language, languages: [language] });
      await waitFor(() => expect(heading()).not.toBe(''));
      expect(document.querySelector('.player__draft')?.textContent ?? null).toBe(marked);
      cleanup();
    }
  },
);

describe('a language is called checked', () => {
  test('only when the app’s own words in it are, not when a survey’s alone are', () => {
    expect(languageFace('ar', checked('ar')).draft).toBe(true);
    expect(languageFace('en', survey.texts).draft).toBe(false);
  });

  test('also when the app has no words in it: what is agreed to is asked in English then', () => {
    const [row] = survey.texts;
    if (row === undefined) throw new Error('no words');
    expect(languageFace('syl', [{ ...row, language: 'syl', status: 'checked' }]).draft).toBe(false);
    expect(languageFace('syl', [{ ...row, language: 'syl', status: 'draft' }]).draft).toBe(true);
  });
});
