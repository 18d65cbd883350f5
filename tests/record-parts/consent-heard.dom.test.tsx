import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import { markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import type { ConsentLayer } from '../../src/domain/consent.ts';
import { changeLanguage, findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { ConsentQuestion } from '../../src/record-parts/consent/consent-question.tsx';
import { AppSoundsProvider } from '../../src/sound/app-words.tsx';
import { SoundProvider } from '../../src/sound/use-sound.tsx';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['consent', 'sound', 'common']);
});
afterEach(cleanup);

const english = { language: 'en', readingMode: 'standard' } as const;
const hashOf = (at: number): string => String(at).padStart(64, '0');

/** These words of `consent` recorded in English, each with a clip of its own. */
function recorded(keys: readonly string[]): AppSounds {
  const clips = keys.map((key, at) => {
    const words = markOf(findText('consent', key, {}, english).words);
    return [`consent:${key}`, { sha256: hashOf(at), mime: 'audio/ogg', bytes: 3, durationMs: 900, words }] as const;
  });
  return { language: 'en', sounds: { standard: Object.fromEntries(clips), easy: {} } };
}

function show(layer: ConsentLayer, keys: readonly string[], shielded = false) {
  const player = createMemoryPlayer();
  const voices = createMemoryVoices([]);
  const held = new Map(keys.map((key, at) => [hashOf(at), new Blob([key])]));
  const sounds = { clips: createMemoryClips(held), player, voices, heard: createMemoryHeardVoices() };
  render(
    <AppSoundsProvider value={[recorded(keys)]}>
      <SoundProvider sounds={sounds}>
        <ConsentQuestion layer={layer} value={undefined} shielded={shielded} onAnswer={() => undefined} />
      </SoundProvider>
    </AppSoundsProvider>,
  );
  const said = (): Promise<string[]> => Promise.all(player.heard.map(({ what }) => (what as Blob).text()));
  return { player, said, button: screen.getByRole('button', { name: /^Listen/ }) };
}

test('the question, what belongs to it, and then both answers are said one after the other', async () => {
  const keys = ['layers.voice.question', 'layers.voice.note', 'yes', 'no'];
  const { player, said, button } = show('voice', keys);
  fireEvent.click(button);
  for (let count = 1; count <= keys.length; count += 1) {
    await waitFor(() => expect(player.heard.length).toBe(count));
    player.heard.at(-1)?.end('finished');
  }
  expect(await said()).toEqual(keys);
  // Pressed while it speaks it is silent; the button says so, and nothing was answered by it.
  await waitFor(() => expect(screen.getByRole('button', { name: /^Listen/ })).toBeTruthy());
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
});

test('half a question is not said: without its note there is no sound, and the button says so', async () => {
  const { player, button } = show('voice', ['layers.voice.question', 'yes', 'no']);
  fireEvent.click(button);
  await screen.findByText(findText('sound', 'none').words);
  expect(player.heard).toEqual([]);
});

test('where somebody might guess who it was, the ordinary question is not said for the one that warns', async () => {
  const { player, button } = show('share', ['layers.share.question'], true);
  fireEvent.click(button);
  await screen.findByText(findText('sound', 'none').words);
  expect(player.heard).toEqual([]);
});

test('a person who reads another language never hears the English one', async () => {
  const keys = ['layers.use.question'];
  await changeLanguage('ar', 'standard');
  await loadTexts(['consent', 'sound']);
  const player = createMemoryPlayer();
  const sounds = {
    clips: createMemoryClips(new Map([[hashOf(0), new Blob(['English'])]])),
    player,
    voices: createMemoryVoices([{ id: 'en', name: 'English', language: 'en-GB', local: true }]),
    heard: createMemoryHeardVoices(),
  };
  await loadTexts(['consent'], english);
  render(
    <AppSoundsProvider value={[recorded(keys)]}>
      <SoundProvider sounds={sounds}>
        <ConsentQuestion layer="use" value={undefined} onAnswer={() => undefined} />
      </SoundProvider>
    </AppSoundsProvider>,
  );
  const button = screen.getAllByRole('button')[0];
  if (button === undefined) throw new Error('there is no button to listen');
  fireEvent.click(button);
  await screen.findByText(findText('sound', 'none').words);
  expect(player.heard).toEqual([]);
});
