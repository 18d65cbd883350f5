import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../../src/adapters/memory/memory-sounds.ts';
import { markOf, type AppSounds } from '../../../src/domain/app-sounds.ts';
import { Cover } from '../../../src/features/answer/cover.tsx';
import { EndScreen } from '../../../src/features/answer/end-screen.tsx';
import { changeLanguage, findText, loadTexts } from '../../../src/i18n/catalogue.ts';
import { AppSoundsProvider } from '../../../src/sound/app-words.tsx';
import { SoundProvider } from '../../../src/sound/use-sound.tsx';

/** What stands beside the player while the tablet is lent: the cover and the end, heard by who cannot read them. */

const english = { language: 'en', readingMode: 'standard' } as const;
const COVER = ['cover.title', 'cover.same', 'cover.new', 'cover.finish'];
const nothing = (): void => undefined;

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['answer', 'sound', 'common', 'receipt']);
});
afterEach(cleanup);

function recorded(keys: readonly string[]): AppSounds {
  const clips = keys.map((key, at) => {
    const words = markOf(findText('answer', key, {}, english).words);
    return [`answer:${key}`, { sha256: hashOf(at), mime: 'audio/ogg', bytes: 3, durationMs: 900, words }] as const;
  });
  return { language: 'en', sounds: { standard: Object.fromEntries(clips), easy: {} } };
}
const hashOf = (at: number): string => String(at).padStart(64, '0');

function listenTo(view: VNode, keys: readonly string[]) {
  const player = createMemoryPlayer();
  const clips = createMemoryClips(new Map(keys.map((key, at) => [hashOf(at), new Blob([key])])));
  const sounds = { clips, player, voices: createMemoryVoices([]), heard: createMemoryHeardVoices() };
  render(
    <AppSoundsProvider value={[recorded(keys)]}>
      <SoundProvider sounds={sounds}>{view}</SoundProvider>
    </AppSoundsProvider>,
  );
  const heard = async (): Promise<string[]> => {
    fireEvent.click(screen.getByRole('button', { name: /^Listen/ }));
    for (let count = 1; count <= keys.length; count += 1) {
      await waitFor(() => expect(player.heard.length).toBe(count));
      player.heard.at(-1)?.end('finished');
    }
    return await Promise.all(player.heard.map(({ what }) => (what as Blob).text()));
  };
  return { player, heard };
}

const cover = (
  <Cover
    told={null}
    busy={false}
    onSame={nothing}
    onNew={nothing}
    onFinish={nothing}
    onSerious={nothing}
    onWorker={nothing}
  />
);
const end = (lent: boolean): VNode => (
  <EndScreen
    ending={{ how: 'nothing' }}
    lent={lent}
    count={null}
    told={null}
    busy={false}
    onNext={nothing}
    onWorker={nothing}
    onLeave={nothing}
  />
);

test('the cover says who it asks for and the three ways on, in the order of the screen', async () => {
  expect(await listenTo(cover, COVER).heard()).toEqual(COVER);
});

test('the end says how it ended and what to press, and after giving it back that somebody takes it', async () => {
  const keys = ['end.title', 'end.nothing', 'end.next', 'end.giveBack'];
  expect(await listenTo(end(true), keys).heard()).toEqual(keys);
  cleanup();
  const given = ['end.givenTitle', 'end.givenText'];
  const { heard } = listenTo(end(true), given);
  fireEvent.click(screen.getByRole('button', { name: 'Give it back' }));
  expect(await heard()).toEqual(given);
});

test('in another language than the recordings it stays silent and says so', async () => {
  await changeLanguage('ar', 'standard');
  await loadTexts(['answer', 'sound']);
  const { player } = listenTo(cover, COVER);
  const [button] = screen.getAllByRole('button');
  if (button === undefined) throw new Error('there is no button to listen');
  fireEvent.click(button);
  await screen.findByText(findText('sound', 'none').words, { selector: '[role="status"]' });
  expect(player.heard).toEqual([]);
});
