import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import { markOf, signedNameOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import { changeLanguage, findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { AppSoundsProvider } from '../../src/sound/app-words.tsx';
import { SoundProvider } from '../../src/sound/use-sound.tsx';
import type { Answering } from '../../src/surveys/answering.ts';
import { allKinds } from './all-kinds.ts';
import { heading, showPlayer, type Told } from './host.tsx';

/** Screens of the player beside its questions, to somebody who is spoken to in signs: a first touch signs, a second takes. */

const sha256 = 'c'.repeat(64);
const ENGLISH = { language: 'en', readingMode: 'standard' } as const;
const loaded = allKinds(['choose-one', 'yes-no']);

beforeEach(async () => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  await changeLanguage('en', 'standard');
  await loadTexts(['player', 'consent'], ENGLISH);
});
afterEach(cleanup);

const wordsOf = (place: string): string => findText('player', place, {}, ENGLISH).words;

/** These texts of the app are signed, and none of the survey. */
async function signing(change: Partial<Answering>, films: Readonly<Record<string, string>>): Promise<Told> {
  const clip = (words: string) => ({ sha256, mime: 'video/webm', bytes: 4, durationMs: 900, words: markOf(words) });
  const standard = Object.fromEntries(Object.entries(films).map(([place, words]) => [place, clip(words)]));
  const rows: readonly AppSounds[] = [{ language: 'bfi', sounds: { standard, easy: {} } }];
  const sounds = {
    clips: createMemoryClips(new Map([[sha256, new Blob(['film'], { type: 'video/webm' })]])),
    player: createMemoryPlayer(),
    voices: createMemoryVoices([]),
    heard: createMemoryHeardVoices(),
  };
  return showPlayer(loaded, { language: 'bfi', languages: ['bfi'], ...change }, (inside) => (
    <AppSoundsProvider value={rows}>
      <SoundProvider sounds={sounds}>{inside}</SoundProvider>
    </AppSoundsProvider>
  ));
}
const signed = (): string | null => document.querySelector('video')?.getAttribute('aria-label') ?? null;
const pointed = (): number => document.querySelectorAll('.tile--pointed, .tongue__name--pointed').length;

test.each([
  ['who answers', { stage: 'who' }, 'player:who.me', (now: Answering) => now.stage !== 'who'],
  ['how to answer', { stage: 'how' }, 'player:how.read', (now: Answering) => now.stage !== 'how'],
] as const)('%s: the first touch signs it, the second takes it', async (_name, change, place, taken) => {
  const words = wordsOf(place);
  const told = await signing(change, { [place]: words });
  const tile = screen.getByRole('button', { name: words });
  fireEvent.click(tile);
  await waitFor(() => expect(signed()).toBe(`Sign language video: ${words}`));
  expect(pointed()).toBe(1);
  expect(told.kept).toEqual([]);
  fireEvent.click(tile);
  await waitFor(() => expect(told.kept.some(taken)).toBe(true));
});

test('yes and no of consent: the first touch signs, "Next" takes what is pointed at, and nothing is said by looking', async () => {
  const told = await signing({ stage: 'consent' }, { 'player:consent.yes': wordsOf('consent.yes') });
  const before = heading();
  fireEvent.click(screen.getByRole('button', { name: wordsOf('consent.no') }));
  // It lacks its film: that is said, and it still is only pointed at.
  await screen.findByText('There is no sign language for this one yet. You can ask for an interpreter.');
  expect(pointed()).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: wordsOf('consent.yes') }));
  await waitFor(() => expect(signed()).toBe(`Sign language video: ${wordsOf('consent.yes')}`));
  expect(told.consent).toEqual({});
  const next = screen.getByRole('button', { name: 'Next' });
  fireEvent.click(next);
  await waitFor(() => expect(document.querySelector('.tile--chosen')).not.toBeNull());
  fireEvent.click(next);
  await waitFor(() => expect(told.consent).toEqual({ talk: 'yes' }));
  await waitFor(() => expect(heading()).not.toBe(before));
});

test('the name of a language is signed before it is chosen; a screen that is not signed to takes it at once', async () => {
  const arabic = (): HTMLElement => screen.getByRole('button', { name: /^العربية/ });
  const told = await signing({ stage: 'language' }, { [signedNameOf('ar')]: 'العربية' });
  fireEvent.click(arabic());
  await waitFor(() => expect(signed()).toMatch(/العربية/));
  expect(told.kept).toEqual([]);
  fireEvent.click(arabic());
  await waitFor(() => expect(told.kept.at(-1)?.language).toBe('ar'));
  cleanup();
  await changeLanguage('en', 'standard');
  const spoken = await signing({ stage: 'language', language: 'en' }, { [signedNameOf('ar')]: 'العربية' });
  fireEvent.click(arabic());
  await waitFor(() => expect(spoken.kept.at(-1)?.language).toBe('ar'));
});

test('where nothing at all is signed a touch takes at once: nobody touches twice for nothing', async () => {
  const told = await signing({ stage: 'who' }, {});
  fireEvent.click(screen.getByRole('button', { name: wordsOf('who.me') }));
  await waitFor(() => expect(told.kept.length).toBeGreaterThan(0));
});

test('a lack is told aloud, in a place that was there before it, and the need is kept with the answers', async () => {
  const told = await signing({ stage: 'who' }, { 'player:who.me': wordsOf('who.me') });
  const line = 'There is no sign language for this one yet. You can ask for an interpreter.';
  const region = (await screen.findByText(line)).closest('[role="status"]');
  fireEvent.click(screen.getByRole('button', { name: wordsOf('who.me') }));
  await waitFor(() => expect(region?.textContent).toBe(''));
  fireEvent.click(screen.getByRole('button', { name: wordsOf('who.child') }));
  await waitFor(() => expect(region?.textContent).toContain(line));
  expect(region?.isConnected).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Ask for an interpreter' }));
  await waitFor(() => expect(told.kept.at(-1)?.access).toEqual(['bsl-interpreter']));
});
