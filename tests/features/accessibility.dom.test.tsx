import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AccessibilityScreen } from '../../src/features/accessibility/accessibility-screen.tsx';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['common', 'accessibility']);
});
afterEach(cleanup);

test('it says what can be changed, what is missing, how it was checked and whom to tell, with no text left out', () => {
  render(<AccessibilityScreen />);
  expect(screen.getAllByRole('region').map((region) => region.querySelector('h2')?.textContent)).toEqual([
    'What you can change',
    'What does not work well yet',
    'How we checked',
    'Whom to tell',
  ]);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim().length ?? 0)).not.toContain(0);
});

test('it promises what is there: sound that can be repeated, pictures that can be switched off, switches that were tried', () => {
  render(<AccessibilityScreen />);
  for (const promise of [
    /hear it again, make it slower and louder/,
    /switched off in the settings/,
    /one switch and by two/,
  ])
    screen.getByText(promise);
});
