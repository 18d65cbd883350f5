import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MemoryDesk } from '../../src/adapters/memory/desk-client.ts';
import { createMemoryPlayer } from '../../src/adapters/memory/memory-sounds.ts';
import { isHeard, markOf } from '../../src/domain/app-sounds.ts';
import { heardTexts, loadHeardTexts } from '../../src/features/desk/sounds/heard-texts.ts';
import { Desk } from '../../src/features/desk/desk.tsx';
import type { ClipMaker } from '../../src/ports/clip-maker.ts';
import { anOrganisation } from './desk/memory-organisation.ts';

const QUESTION = 'Can we record your voice?';
const PLACE = 'consent:layers.voice.question';

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

/** A microphone that hears the same two seconds each time, and cuts half a second of silence off. */
const microphone: ClipMaker = {
  recorder: {
    start: async () => ({
      mime: 'audio/webm',
      level: () => 0.4,
      elapsedMs: () => 2000,
      pause: () => undefined,
      resume: () => undefined,
      stop: async () => ({ bytes: new Uint8Array([1, 2, 3]), mime: 'audio/webm', durationMs: 2000 }),
      cancel: () => undefined,
    }),
  },
  player: createMemoryPlayer(),
  finish: async (sound) => ({ blob: sound, durationMs: 1500, cutMs: 500 }),
};

function open(desk: MemoryDesk, who = 'amina'): void {
  desk.enter(who);
  window.history.replaceState(null, '', '/desk/sounds');
  render(
    <LocationProvider>
      <Desk client={desk.client} clips={microphone} />
    </LocationProvider>,
  );
}
const press = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }));
const progress = (): string => screen.getByText(/^[\d,]+ of [\d,]+ recorded$/).textContent ?? '';

test('what people hear is there to be said, each once, and nothing else', async () => {
  await loadHeardTexts({ language: 'en', readingMode: 'standard' });
  const texts = heardTexts('en', 'standard');
  const words = texts.map((one) => one.words);
  expect(new Set(words).size).toBe(words.length);
  for (const said of [
    QUESTION,
    'Not of you.',
    'Please take a photo of this, or write it down.',
    'Very good',
    'English',
  ])
    expect(words).toContain(said);
  // Nothing with a gap in it, nothing only the worker or the office reads.
  expect(words.filter((one) => one.includes('{{'))).toEqual([]);
  expect(words).not.toContain('How this was asked');
  const places = texts.flatMap((one) => one.places);
  expect(places.filter((place) => !isHeard(place.split(':')[0] ?? ''))).toEqual([]);
  expect(texts.find((one) => one.words === 'Yes')?.places).toEqual(
    expect.arrayContaining(['consent:yes', 'player:consent.yes', 'question-yes-no:fixed.yes']),
  );
});

test('in easy read only the words that are others than the plain ones, and no language reads out a fallback', async () => {
  for (const [language, layer] of [
    ['en', 'easy'],
    ['ar', 'standard'],
  ] as const) {
    await loadHeardTexts({ language, readingMode: layer });
    const words = heardTexts(language, layer).map((one) => one.words);
    expect(words.length).toBeGreaterThan(3);
    if (language === 'ar') expect(words.filter((one) => !/\p{Script=Arabic}/u.test(one))).toEqual([]);
  }
  await loadHeardTexts({ language: 'ar', readingMode: 'easy' });
  expect(heardTexts('ar', 'easy')).toEqual([]);
});

test('one after the other: say it, hear it, take it, and the next one is there', async () => {
  const desk = anOrganisation([]);
  open(desk);
  await screen.findByText(/^0 of \d+ recorded$/);
  await press(new RegExp(`^${QUESTION.replace('?', '\\?')}`));
  await press('Record');
  await press('Stop');
  await screen.findByText(/0\.5 seconds of silence/);
  await press('Take this one');
  await waitFor(() => expect(progress()).toMatch(/^1 of/));
  const kept = desk.state.surveys.sounds.get('en')?.sounds.standard[PLACE];
  expect(kept?.words).toBe(markOf(QUESTION));
  expect(desk.state.surveys.assets.has(kept?.sha256 ?? '')).toBe(true);
  // The one behind it is open, and this one is no longer among the missing.
  await waitFor(() =>
    expect(document.querySelector('.studio__words')?.textContent).toBe('Someone may know your voice.'),
  );
  expect(screen.queryByRole('button', { name: new RegExp('^Can we record') })).toBeNull();
});

test('words that were changed since they were recorded are to be said again', async () => {
  const desk = anOrganisation([]);
  const clip = {
    sha256: 'a'.repeat(64),
    mime: 'audio/ogg',
    bytes: 3,
    durationMs: 900,
    words: markOf('May we record you?'),
  };
  desk.state.surveys.sounds.set('en', { language: 'en', sounds: { standard: { [PLACE]: clip }, easy: {} } });
  desk.state.surveys.assets.set(clip.sha256, new Blob(['abc'], { type: 'audio/ogg' }));
  open(desk);
  await screen.findByText(/^0 of \d+ recorded$/);
  const text = await screen.findByRole('button', { name: /^Can we record your voice\?/ });
  expect(text.textContent).toContain('Words changed since');
  fireEvent.click(text);
  await screen.findByText(/These words were changed after they were recorded/);
  await press('Take this sound out');
  await waitFor(() => expect(desk.state.surveys.sounds.get('en')?.sounds.standard).toEqual({}));
});

test('a sound file that is brought counts for every place where the same words are heard', async () => {
  const desk = anOrganisation([]);
  open(desk);
  await press(/^Yes ?No sound yet/);
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('there is no way to bring a file');
  fireEvent.change(input, { target: { files: [new File(['OggS'], 'yes.opus', { type: 'audio/ogg' })] } });
  await press('Take this one');
  await waitFor(() =>
    expect(Object.keys(desk.state.surveys.sounds.get('en')?.sounds.standard ?? {})).toEqual(
      expect.arrayContaining(['consent:yes', 'player:consent.yes']),
    ),
  );
});

test('a signed language is asked for in its own words, names of languages among its texts, and easy words where there are any', async () => {
  const desk = anOrganisation([]);
  desk.state.surveys.languages.push('bfi');
  open(desk);
  await screen.findByText(/^0 of \d+ recorded$/);
  const choose = (tag: string): void =>
    void fireEvent.change(screen.getByLabelText('Language'), { target: { value: tag } });
  expect(await screen.findByLabelText('Words')).toBeTruthy();
  // No easy Arabic is written: there is nothing to choose between.
  choose('ar');
  await waitFor(() => expect(screen.queryByLabelText('Words')).toBeNull());
  choose('bfi');
  await screen.findByLabelText('Words beside the video');
  await press(/^العربية ?No video yet/);
  await screen.findByRole('heading', { name: 'Sign this' });
  expect(screen.getByText(/The name of a language:/).textContent).toContain('Arabic');
  expect(screen.queryByText('Say this')).toBeNull();
  await press(/^Can we record your voice\? ?No video yet/);
  await waitFor(() => expect(screen.queryByText(/The name of a language:/)).toBeNull());
});

test('only who may put a voice before everybody finds the studio', async () => {
  open(anOrganisation([]), 'ben');
  await screen.findByText('Your account does not reach this page. Ask an administrator if you need it.');
  expect(screen.queryByRole('link', { name: 'Sounds' })).toBeNull();
});
