import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import { markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import { findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { AppSoundsProvider } from '../../src/sound/app-words.tsx';
import { SignSlot } from '../../src/sound/sign-slot.tsx';
import { SigningProvider } from '../../src/sound/signing.tsx';
import { SoundProvider } from '../../src/sound/use-sound.tsx';

const KEY = 'consent:layers.use.question';
const sha256 = 'a'.repeat(64);
const sounds = {
  clips: createMemoryClips(new Map([[sha256, new Blob(['film'], { type: 'video/webm' })]])),
  player: createMemoryPlayer(),
  voices: createMemoryVoices([]),
  heard: createMemoryHeardVoices(),
};
afterEach(cleanup);
beforeAll(() => loadTexts(['sound', 'consent']));

function show(signing: string | null, words: string): void {
  const film = { sha256, mime: 'video/webm', bytes: 4, durationMs: 900, words: markOf(words) };
  const rows: readonly AppSounds[] = [{ language: 'bfi', sounds: { standard: { [KEY]: film }, easy: {} } }];
  render(
    <AppSoundsProvider value={rows}>
      <SigningProvider value={signing}>
        <SoundProvider sounds={sounds}>
          <SignSlot places={[KEY]} />
        </SoundProvider>
      </SigningProvider>
    </AppSoundsProvider>,
  );
}
const press = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Show in British Sign Language' }));

test('nothing of it is there where the organisation uses no sign language', () => {
  show(null, findText('consent', KEY).words);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a question of consent is shown in signs, silent, with its words under the film', async () => {
  const { words } = findText('consent', KEY);
  show('bfi', words);
  press();
  const film = await screen.findByLabelText(`Sign language video: ${words}`);
  expect(film).toMatchObject({ tagName: 'VIDEO', muted: true });
  expect(screen.getByText(words).lang).toBe('en');
  expect(screen.queryByText(/There is no sign language/)).toBeNull();
});

test('words that were changed since they were signed are not shown in the old signs', async () => {
  show('bfi', 'Other words');
  press();
  await screen.findByText('There is no sign language for this one yet. You can ask for an interpreter.');
  expect(document.querySelector('video')).toBeNull();
});
