import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import { ServicesProvider, type Services } from '../../src/app/services.ts';
import { SafetyScreen } from '../../src/features/safety/safety-screen.tsx';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { textOf } from '../../src/i18n/use-text.tsx';

const services = {
  sounds: async () => ({
    clips: createMemoryClips(new Map()),
    player: createMemoryPlayer(),
    voices: createMemoryVoices([]),
    heard: createMemoryHeardVoices(),
  }),
  reference: { organisation: async () => null, appSounds: async () => [], subscribe: () => () => undefined },
} as unknown as Services;

afterEach(cleanup);

test.each([
  ['ar', true],
  ['en', false],
])('in %s the words of something serious say whether they may be used outside', async (language, warned) => {
  await changeLanguage(language, 'standard');
  await loadTexts(['common', 'safety', 'problems', 'sound']);
  render(
    <ServicesProvider value={services}>
      <SafetyScreen />
    </ServicesProvider>,
  );
  await screen.findByText(textOf('safety')('one.title'));
  expect(screen.queryByText(textOf('safety')('notForField')) !== null).toBe(warned);
  await changeLanguage('en', 'standard');
});

test('every step of something serious can be listened to, and what is said to the person by itself', async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['common', 'safety', 'problems', 'sound']);
  render(
    <ServicesProvider value={services}>
      <SafetyScreen />
    </ServicesProvider>,
  );
  const t = textOf('safety');
  for (const key of ['one.title', 'two.title', 'two.say', 'three.title', 'four.title'])
    screen.getByRole('button', { name: `Listen: ${t(key)}` });
});
