import { cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { changeLanguage } from '../../src/i18n/catalogue.ts';
import { allKinds } from './all-kinds.ts';
import { heading, showPlayer } from './host.tsx';

afterEach(cleanup);

// Alone in its file: the words must not be here from another test.
test('taken up again in their language, the player speaks it, also when its host has just changed to it', async () => {
  const host = changeLanguage('ar', 'standard');
  await showPlayer(allKinds(['yes-no']), { language: 'ar', stage: 'how' });
  await host;
  expect(heading()).toBe('كيف تريد أن تجيب؟');
});
