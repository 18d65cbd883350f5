import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
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
import { InterpreterNoteProvider, SignedToProvider, SigningProvider } from '../../src/sound/signing.tsx';
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
beforeAll(() => loadTexts(['sound', 'consent', 'safety']));

const wordsOf = (place: string): string => findText('consent', place).words;

/** `signed`: these places have a film, of the words that stand beside it. */
function show(
  signing: string | null,
  signed: Readonly<Record<string, string>>,
  slot: Partial<ComponentProps<typeof SignSlot>> = {},
  around: { signedTo?: boolean; noted?: boolean } = {},
): void {
  const films = Object.entries(signed).map(
    ([place, words]) =>
      [place, { sha256, mime: 'video/webm', bytes: 4, durationMs: 900, words: markOf(words) }] as const,
  );
  const rows: readonly AppSounds[] = [{ language: 'bfi', sounds: { standard: Object.fromEntries(films), easy: {} } }];
  function Around() {
    const [asked, ask] = useState(false);
    return (
      <InterpreterNoteProvider value={around.noted ? { asked, ask: () => ask(true) } : null}>
        <SignSlot places={[KEY]} {...slot} />
      </InterpreterNoteProvider>
    );
  }
  render(
    <SignedToProvider value={around.signedTo === true}>
      <AppSoundsProvider value={rows}>
        <SigningProvider value={signing}>
          <SoundProvider sounds={sounds}>
            <Around />
          </SoundProvider>
        </SigningProvider>
      </AppSoundsProvider>
    </SignedToProvider>,
  );
}
const press = (name = 'Show in British Sign Language'): void =>
  void fireEvent.click(screen.getByRole('button', { name }));
const said = (): string =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent ?? '')
    .join(' ')
    .trim();

test('nothing of it is there where the organisation uses no sign language', () => {
  show(null, { [KEY]: wordsOf(KEY) });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a question of consent is shown in signs, silent, with its words under the film', async () => {
  const words = wordsOf(KEY);
  show('bfi', { [KEY]: words });
  expect(document.querySelector('video')).toBeNull();
  press();
  const film = await screen.findByLabelText(`Sign language video: ${words}`);
  expect(film).toMatchObject({ tagName: 'VIDEO', muted: true });
  expect(screen.getByText(words).lang).toBe('en');
  expect(said()).toBe('');
});

test('words that were changed since they were signed are not shown in the old signs; an interpreter is noted', async () => {
  show('bfi', { [KEY]: 'Other words' }, {}, { noted: true });
  press();
  await screen.findByText('There is no sign language for this one yet. You can ask for an interpreter.');
  expect(said()).toContain('There is no sign language for this one yet.');
  expect(document.querySelector('video')).toBeNull();
  const ask = screen.getByRole('button', { name: 'Ask for an interpreter' });
  ask.focus();
  fireEvent.click(ask);
  await waitFor(() => expect(said()).toContain('We wrote down that you need a sign language interpreter.'));
  // The button goes; the focus is on what was said instead.
  expect(document.activeElement?.textContent).toMatch(/^We wrote down that you need/);
  expect(screen.queryByRole('button', { name: 'Ask for an interpreter' })).toBeNull();
});

test.each([
  ['helper', 'There is no sign language for this one yet. Show this to your helper if you need an interpreter.'],
  ['lead', /Tell the lead on the phone that an interpreter is needed\.$/],
] as const)('where no record is open it says what to do instead: %s', async (helps, words) => {
  show('bfi', {}, { helps });
  press();
  await screen.findByText(words);
  expect(screen.queryByRole('button', { name: 'Ask for an interpreter' })).toBeNull();
});

test('it opens by itself only to who chose to be spoken to in signs, and is closed again by a touch', async () => {
  show('bfi', { [KEY]: wordsOf(KEY) }, { opens: true });
  await new Promise((later) => setTimeout(later, 50));
  expect(document.querySelector('video')).toBeNull();
  cleanup();
  show('bfi', { [KEY]: wordsOf(KEY) }, { opens: true }, { signedTo: true });
  await waitFor(() => expect(document.querySelector('video')).not.toBeNull());
  press('Close the video');
  await waitFor(() => expect(document.querySelector('video')).toBeNull());
});

test('an answer is signed with its question only; texts that are not one question each by themselves', async () => {
  const [question, note, yes] = ['consent:layers.voice.question', 'consent:layers.voice.note', 'consent:yes'];
  const places = [question, note, yes] as [string, string, string];
  const filmed = (...of: string[]) => Object.fromEntries(of.map((place) => [place, wordsOf(place)]));
  show('bfi', filmed(places[0], places[2]), { places, whole: 2 });
  press();
  await screen.findByText(/^There is no sign language for this one yet\./);
  expect(document.querySelector('video')).toBeNull();
  cleanup();
  show('bfi', filmed(places[0], places[1]), { places, whole: 2 });
  press();
  await screen.findByLabelText(`Sign language video: ${wordsOf(places[0])}`);
  expect(said()).toBe('');
  cleanup();
  show('bfi', filmed(places[0]), { places });
  press();
  await screen.findByLabelText(`Sign language video: ${wordsOf(places[0])}`);
  expect(said()).toMatch(/^Some of this has no sign language yet\./);
});

test('on a card it is small, says what it shows, and whether it is open', async () => {
  show('bfi', {}, { look: 'sign', what: 'Ring 999' });
  const small = screen.getByRole('button', { name: 'BSL: Ring 999' });
  expect(small.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(small);
  await screen.findByText(/^There is no sign language/);
  expect(small.getAttribute('aria-expanded')).toBe('true');
});
