import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
import { InterpreterNoteProvider, SignedToProvider, SigningProvider } from '../../../src/sound/signing.tsx';
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
    signed={false}
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

test('once it is given back, nothing more is said of the person’s card', async () => {
  const { player } = listenTo(end(true), ['end.title', 'end.nothing', 'end.next', 'end.giveBack']);
  fireEvent.click(screen.getByRole('button', { name: /^Listen/ }));
  await waitFor(() => expect(player.heard.length).toBe(1));
  fireEvent.click(screen.getByRole('button', { name: 'Give it back' }));
  await waitFor(() => expect(player.heard[0]?.over()).toBe(true));
  expect(player.heard.length).toBe(1);
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

describe('to who is spoken to in signs', () => {
  const film = { sha256: 'f'.repeat(64), mime: 'video/webm', bytes: 4, durationMs: 900 };
  const signedOf = (keys: readonly string[]): AppSounds => {
    const films = keys.map((key) => {
      const words = markOf(findText('answer', key, {}, english).words);
      return [`answer:${key}`, { ...film, words }] as const;
    });
    return { language: 'bfi', sounds: { standard: Object.fromEntries(films), easy: {} } };
  };
  const sounds = {
    clips: createMemoryClips(new Map([[film.sha256, new Blob(['film'], { type: 'video/webm' })]])),
    player: createMemoryPlayer(),
    voices: createMemoryVoices([]),
    heard: createMemoryHeardVoices(),
  };
  const shown = (): string | null => document.querySelector('video')?.getAttribute('aria-label') ?? null;
  const show = (view: VNode, keys: readonly string[], ask = nothing): void =>
    void render(
      <AppSoundsProvider value={[signedOf(keys)]}>
        <SigningProvider value="bfi">
          <SignedToProvider value>
            <InterpreterNoteProvider value={{ asked: false, ask }}>
              <SoundProvider sounds={sounds}>{view}</SoundProvider>
            </InterpreterNoteProvider>
          </SignedToProvider>
        </SigningProvider>
      </AppSoundsProvider>,
    );
  beforeEach(async () => {
    HTMLElement.prototype.scrollIntoView = () => undefined;
    await changeLanguage('bfi', 'standard');
    await loadTexts(['answer', 'sound', 'common', 'receipt'], english);
  });
  afterEach(() => changeLanguage('en', 'standard'));

  test('the cover is signed by itself, and a way of it by a first touch: only a second one takes it', async () => {
    const taken: string[] = [];
    const view = (
      <Cover
        told={null}
        busy={false}
        signed={false}
        onSame={() => taken.push('same')}
        onNew={() => taken.push('new')}
        onFinish={() => taken.push('finish')}
        onSerious={nothing}
        onWorker={nothing}
      />
    );
    show(view, ['cover.title', 'cover.new']);
    await waitFor(() => expect(shown()).toBe('Sign language video: Welcome. Who is here?'));
    const touch = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
    touch('New person');
    await waitFor(() => expect(shown()).toBe('Sign language video: New person'));
    touch('Finish here');
    await waitFor(() => expect(shown()).toBeNull());
    await screen.findByText(/^There is no sign language for this one yet\./);
    expect(taken).toEqual([]);
    touch('Finish here');
    expect(taken).toEqual(['finish']);
  });

  test('where nothing is signed a touch takes at once, and an interpreter can be asked for', async () => {
    const told: string[] = [];
    const view = { ...cover, props: { ...cover.props, onNew: () => told.push('new') } } as VNode;
    show(view, [], () => told.push('interpreter'));
    fireEvent.click(await screen.findByRole('button', { name: 'Ask for an interpreter' }));
    fireEvent.click(screen.getByRole('button', { name: 'New person' }));
    expect(told).toEqual(['interpreter', 'new']);
  });

  test('where the questions were signed and the cover is not, a first touch still takes nothing', async () => {
    const taken: string[] = [];
    const view = { ...cover, props: { ...cover.props, signed: true, onFinish: () => taken.push('finish') } } as VNode;
    show(view, []);
    const touch = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Finish here' }));
    touch();
    await screen.findByText(/^There is no sign language for this one yet\./);
    expect(taken).toEqual([]);
    touch();
    expect(taken).toEqual(['finish']);
  });

  test('the end is signed by itself', async () => {
    show(end(true), ['end.title']);
    await waitFor(() => expect(shown()).toContain(findText('answer', 'end.title', {}, english).words));
  });
});
