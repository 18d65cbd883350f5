import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeLanguage, findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { lendLanguage, startLanguage, useLanguage } from '../../src/i18n/use-language.ts';
import { textOf, useText } from '../../src/i18n/use-text.tsx';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['common']);
});
afterEach(cleanup);

test('every folder is a language, English first', () => {
  expect(LANGUAGES[0]?.tag).toBe('en');
  expect(LANGUAGES.find((language) => language.tag === 'ar')).toMatchObject({ dir: 'rtl', status: 'draft' });
});

test('a text comes in the language, with its values', () => {
  expect(textOf('common')('step', { step: 2, steps: 5 })).toBe('Step 2 of 5');
});

test('easy read falls back text by text: language-simple, language, English-simple, English', async () => {
  await changeLanguage('en', 'easy');
  expect(findText('common', 'finish')).toMatchObject({ words: 'I have finished', language: 'en' });
  expect(findText('common', 'next')).toMatchObject({ words: 'Next', language: 'en' });
  await changeLanguage('ar', 'easy');
  expect(findText('common', 'next')).toMatchObject({ words: 'التالي', language: 'ar' });
});

test('a text that fell back carries its own language and direction', async () => {
  await changeLanguage('ar', 'standard');
  // The desk is in English only.
  await loadTexts(['desk-frame']);
  render(<p>{textOf('desk-frame').el('menuLabel')}</p>);
  const words = screen.getByText('Rooms of the desk');
  expect(words.getAttribute('lang')).toBe('en');
  expect(words.getAttribute('dir')).toBe('ltr');
  cleanup();
  render(<p>{textOf('common').el('next')}</p>);
  expect(screen.getByText('التالي').hasAttribute('lang')).toBe(false);
});

test('a missing key is never blank', () => {
  expect(textOf('common')('steps.what-was-said')).toBe('What was said');
});

test('names inside a right-to-left sentence are isolated, and left alone in English', async () => {
  await loadTexts(['home']);
  expect(textOf('home')('hello', { name: 'Maria' })).toBe('Hello Maria');
  await changeLanguage('ar', 'standard');
  expect(textOf('home')('hello', { name: 'Maria' })).toBe('أهلًا \u2068Maria\u2069');
});

function Probe() {
  const t = useText('common');
  const { language, dir, readingMode, draft, setLanguage } = useLanguage();
  return (
    <button type="button" onClick={() => void setLanguage('ar')}>
      {t('next')} {language} {dir} {readingMode} {draft ? 'draft' : 'checked'}
    </button>
  );
}

test('a screen turns over when its language does, and so does the page', async () => {
  const remembered: string[] = [];
  await startLanguage({ language: 'en', readingMode: 'standard' }, (chosen) => remembered.push(chosen.language));
  render(<Probe />);
  expect(screen.getByRole('button').textContent).toBe('Next en ltr standard checked');
  act(() => screen.getByRole('button').click());
  await waitFor(() => expect(screen.getByRole('button').textContent).toBe('التالي ar rtl standard draft'));
  expect(document.documentElement.lang).toBe('ar');
  expect(document.documentElement.dir).toBe('rtl');
  expect(remembered).toEqual(['ar']);
});

test('while somebody else holds the tablet, the device does not remember their language', async () => {
  const remembered: string[] = [];
  await startLanguage({ language: 'en', readingMode: 'standard' }, (chosen) => remembered.push(chosen.language));
  const giveBack = lendLanguage();
  await changeLanguage('ar', 'easy');
  expect(document.documentElement.lang).toBe('ar');
  await changeLanguage('en', 'standard');
  giveBack();
  giveBack();
  expect(remembered).toEqual([]);
  await changeLanguage('ar', 'standard');
  expect(remembered).toEqual(['ar']);
});

test('a namespace nobody loaded is loaded by the component that uses it', async () => {
  function Late() {
    const t = useText('lists');
    return <p>{t('feelings.good')}</p>;
  }
  const { container } = render(<Late />);
  expect(container.textContent).toBe('');
  await waitFor(() => expect(container.textContent).toBe('Good'));
});
