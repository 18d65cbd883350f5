import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../../src/adapters/memory/memory-sounds.ts';
import type { ConsentAnswer, ConsentLayer } from '../../../src/domain/consent.ts';
import { markOf, type AppSounds } from '../../../src/domain/app-sounds.ts';
import { AnswerMediaProvider, answerMediaOf } from '../../../src/features/answer/answer-media.tsx';
import { changeLanguage, findText, loadTexts } from '../../../src/i18n/catalogue.ts';
import { createDraftKeeper } from '../../../src/record-parts/keeping/draft-keeper.ts';
import type { RecordHold } from '../../../src/record-parts/record-hold.ts';
import { AppSoundsProvider } from '../../../src/sound/app-words.tsx';
import { SigningProvider } from '../../../src/sound/signing.tsx';
import { SoundProvider } from '../../../src/sound/use-sound.tsx';
import type { Answering } from '../../../src/surveys/answering.ts';
import type { Draft } from '../../../src/tablet/drafts.ts';
import { allKinds } from '../../player/all-kinds.ts';
import { showPlayer } from '../../player/host.tsx';

/** Yes and no before a voice is recorded, in the hands of the person: taken as every other tile of the player is. */

const ENGLISH = { language: 'en', readingMode: 'standard' } as const;
const sha256 = 'd'.repeat(64);

beforeEach(async () => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  await changeLanguage('en', 'standard');
  await loadTexts(['answer', 'capture', 'consent', 'player', 'sound'], ENGLISH);
});
afterEach(cleanup);

const wordsOf = (key: string): string => findText('consent', key, {}, ENGLISH).words;

/** Asked for a voice: what was answered, whether a recording was begun, and what the device said. */
async function asked(change: Partial<Answering>, signed: readonly string[]) {
  const film = (words: string) => ({ sha256, mime: 'video/webm', bytes: 4, durationMs: 900, words: markOf(words) });
  const films = signed.map((key) => [`consent:${key}`, film(wordsOf(key))] as const);
  const rows: readonly AppSounds[] = [{ language: 'bfi', sounds: { standard: Object.fromEntries(films), easy: {} } }];
  const device = createMemoryVoices([{ id: 'gb', name: 'gb', language: 'en-GB', local: true }]);
  const sounds = {
    clips: createMemoryClips(new Map([[sha256, new Blob(['film'], { type: 'video/webm' })]])),
    player: createMemoryPlayer(),
    voices: device,
    heard: createMemoryHeardVoices(),
  };
  const draft = { media: [], consent: null, body: { answers: {}, unplaced: [], at: null } } as unknown as Draft;
  const keeper = createDraftKeeper(draft, async (kept) => kept);
  const answers: (readonly [ConsentLayer, ConsentAnswer])[] = [];
  let begun = 0;
  const voice = {
    state: () => 'idle',
    problem: () => null,
    elapsedMs: () => 0,
    level: () => 0,
    start: async () => {
      begun += 1;
    },
    settle: async () => undefined,
    subscribe: () => () => undefined,
  };
  const hold = {
    keeper,
    voice,
    urls: new Map(),
    layers: ['voice', 'photo'],
    shielded: false,
    answer: (layer: ConsentLayer, answer: ConsentAnswer) => answers.push([layer, answer]),
  } as unknown as RecordHold;
  const media = answerMediaOf(keeper);
  await showPlayer(
    allKinds(['voice-answer']),
    { stage: 'questions', at: 'Q-voice-answer', languages: ['bfi'], ...change },
    (inside) => (
      <AppSoundsProvider value={rows}>
        <SigningProvider value="bfi">
          <SoundProvider sounds={sounds}>
            <AnswerMediaProvider value={hold}>{inside}</AnswerMediaProvider>
          </SoundProvider>
        </SigningProvider>
      </AppSoundsProvider>
    ),
    false,
    { media },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Speak your answer' }));
  await screen.findByRole('radio', { name: 'Yes' });
  return { answers, device, begun: () => begun };
}
const tile = (name: 'Yes' | 'No'): HTMLInputElement => screen.getByRole<HTMLInputElement>('radio', { name });
const pointed = (): (string | null)[] =>
  [...document.querySelectorAll('.toggle__option--pointed')].map(({ textContent }) => textContent);
const films = (): (string | null)[] =>
  [...document.querySelectorAll('.consent-question video')].map((film) => film.getAttribute('aria-label'));

test('spoken to in signs, the first touch signs yes or no, and the second takes it', async () => {
  const { answers, begun } = await asked({ language: 'bfi' }, ['yes', 'no']);
  fireEvent.click(tile('No'));
  await waitFor(() => expect(films()).toEqual(['Sign language video: No']));
  fireEvent.click(tile('Yes'));
  await waitFor(() => expect(films()).toEqual(['Sign language video: Yes']));
  expect(pointed()).toEqual(['Yes']);
  // Nothing looks chosen, and nothing was.
  expect([tile('Yes').checked, tile('No').checked]).toEqual([false, false]);
  expect([answers, begun()]).toEqual([[], 0]);
  fireEvent.click(tile('Yes'));
  await waitFor(() => expect(answers).toEqual([['voice', 'yes']]));
  expect(begun()).toBe(1);
});

test('where its own film is lacking it says so, and still only points', async () => {
  const { answers } = await asked({ language: 'bfi' }, ['yes']);
  fireEvent.click(tile('No'));
  await waitFor(() => expect(pointed()).toEqual(['No']));
  const question = document.querySelector('.consent-question');
  await waitFor(() => expect(question?.textContent).toContain('There is no sign language for this one yet.'));
  expect(films()).toEqual([]);
  expect(answers).toEqual([]);
});

test('listening, the first touch says it and the second takes it', async () => {
  const { answers, device, begun } = await asked({ language: 'en', listen: true }, []);
  const before = device.heard.length;
  fireEvent.click(tile('No'));
  await waitFor(() => expect(device.heard.slice(before).map(({ what }) => what)).toEqual(['No']));
  expect([pointed(), answers, begun()]).toEqual([['No'], [], 0]);
  fireEvent.click(tile('No'));
  await waitFor(() => expect(answers).toEqual([['voice', 'no']]));
  expect(begun()).toBe(0);
});

test('reading, or where nothing at all is signed, a touch takes at once', async () => {
  for (const language of ['en', 'bfi']) {
    const { answers, begun } = await asked({ language }, []);
    fireEvent.click(tile('Yes'));
    await waitFor(() => expect(answers).toEqual([['voice', 'yes']]));
    expect(begun()).toBe(1);
    cleanup();
  }
});
