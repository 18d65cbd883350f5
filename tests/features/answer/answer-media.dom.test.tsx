import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../../src/adapters/memory/memory-sounds.ts';
import { AnswerMediaProvider, answerMediaOf } from '../../../src/features/answer/answer-media.tsx';
import { loadTexts } from '../../../src/i18n/catalogue.ts';
import { startLanguage } from '../../../src/i18n/use-language.ts';
import { createDraftKeeper } from '../../../src/record-parts/keeping/draft-keeper.ts';
import type { RecordHold } from '../../../src/record-parts/record-hold.ts';
import { ListenButton } from '../../../src/sound/listen-button.tsx';
import { SoundProvider } from '../../../src/sound/use-sound.tsx';
import type { Draft } from '../../../src/tablet/drafts.ts';

beforeEach(async () => {
  await startLanguage({ language: 'en', readingMode: 'standard' });
  await loadTexts(['answer', 'capture', 'consent', 'sound']);
});
afterEach(cleanup);

/** A recorder that begins when told. */
function recorder() {
  let state: 'idle' | 'recording' = 'idle';
  const listeners = new Set<() => void>();
  return {
    begin() {
      state = 'recording';
      for (const listener of listeners) listener();
    },
    part: {
      state: () => state,
      problem: () => null,
      elapsedMs: () => 0,
      level: () => 0,
      start: async () => undefined,
      pause: () => undefined,
      goOn: () => undefined,
      settle: async () => undefined,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

test('the tablet falls silent when a recording begins, so that it holds the voice of the person alone', async () => {
  const draft = { media: [], consent: null, body: { answers: {}, unplaced: [], at: 'Q3' } } as unknown as Draft;
  const keeper = createDraftKeeper(draft, async (kept) => kept);
  const voice = recorder();
  const hold = {
    keeper,
    voice: voice.part,
    urls: new Map(),
    layers: [],
    shielded: false,
    answer: () => undefined,
  } as unknown as RecordHold;
  const speech = createMemoryVoices([{ id: 'gb', name: 'gb', language: 'en-GB', local: true }]);
  const sounds = {
    clips: createMemoryClips(new Map()),
    player: createMemoryPlayer(),
    voices: speech,
    heard: createMemoryHeardVoices(),
  };
  const { VoiceNote } = answerMediaOf(keeper)('Q3');
  render(
    <SoundProvider sounds={sounds}>
      <AnswerMediaProvider value={hold}>
        <ListenButton say={{ id: 'ask', words: 'What should change?', language: 'en', clip: null }} />
        <VoiceNote onChange={() => undefined} />
      </AnswerMediaProvider>
    </SoundProvider>,
  );
  await screen.findByText('Machine voice');
  fireEvent.click(screen.getByRole('button', { name: 'Listen' }));
  await waitFor(() => expect(speech.heard).toHaveLength(1));
  expect(speech.heard[0]?.over()).toBe(false);
  await act(() => voice.begin());
  expect(speech.heard[0]?.over()).toBe(true);
});
