import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import type { Clip } from '../../src/domain/survey.ts';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import { startLanguage } from '../../src/i18n/use-language.ts';
import { ListenButton } from '../../src/sound/listen-button.tsx';
import type { Say } from '../../src/sound/sound-desk.ts';
import { MachineMark } from '../../src/sound/machine-mark.tsx';
import { SoundControls } from '../../src/sound/sound-controls.tsx';
import { SoundProvider } from '../../src/sound/use-sound.tsx';

const CLIP: Clip = { sha256: 'a'.repeat(64), mime: 'audio/webm', bytes: 3, durationMs: 900 };
const ask: Say = { id: 'D1.ask', words: 'Do you need help now?', language: 'en', clip: null };

function setUp(say: Say | readonly Say[], over: { english?: boolean; late?: boolean } = {}) {
  const player = createMemoryPlayer();
  const voices = createMemoryVoices(
    over.english === true ? [{ id: 'gb', name: 'gb', language: 'en-GB', local: true }] : [],
  );
  const clips = createMemoryClips(new Map([[CLIP.sha256, new Blob(['abc'])]]));
  const sounds = { clips, player, voices, heard: createMemoryHeardVoices() };
  const lent = async () => sounds;
  const shown = render(
    <SoundProvider sounds={over.late === true ? lent : sounds}>
      <ListenButton say={say} />
      <SoundControls sample={{ ...ask, id: 'sample' }} />
      <MachineMark />
    </SoundProvider>,
  );
  return { player, voices, shown };
}
const button = (): HTMLElement => screen.getAllByRole('button')[0] as HTMLElement;
const NONE = 'No sound for this yet. Ask your helper to read it.';

beforeEach(async () => {
  await startLanguage({ language: 'en', readingMode: 'standard' });
  await loadTexts(['sound']);
});
afterEach(cleanup);

test('plays the clip, stops it again, and shows which of the two comes next', async () => {
  const { player } = setUp({ ...ask, clip: CLIP });
  expect(button().textContent).toBe('Listen');
  fireEvent.click(button());
  await waitFor(() => expect(player.heard).toHaveLength(1));
  expect(button().textContent).toBe('Stop the sound');
  fireEvent.click(button());
  expect(player.heard[0]?.over()).toBe(true);
  await waitFor(() => expect(button().textContent).toBe('Listen'));
  expect(screen.queryByText('Machine voice')).toBeNull();
});

test('a machine voice is named as one before it speaks', async () => {
  const { voices } = setUp(ask, { english: true, late: true });
  const marks = (): number => screen.queryAllByText('Machine voice').length;
  await waitFor(() => expect(marks()).toBeGreaterThan(0));
  expect(button().getAttribute('aria-describedby')).not.toBeNull();
  const before = marks();
  fireEvent.click(button());
  await waitFor(() => expect(voices.heard.map(({ what }) => what)).toEqual([ask.words]));
  // While it speaks the screen says so too.
  await waitFor(() => expect(marks()).toBe(before + 1));
});

test('without any sound the button stays in its place, can be focused, and says so in words', async () => {
  setUp({ ...ask, language: 'pl' }, { english: true });
  await waitFor(() => expect(button().getAttribute('aria-disabled')).toBe('true'));
  button().focus();
  expect(document.activeElement).toBe(button());
  expect((button() as HTMLButtonElement).disabled).toBe(false);
  fireEvent.click(button());
  const status = await screen.findByText(NONE, { selector: '[role="status"]' });
  expect(status.className).not.toContain('visually-hidden');
});

test('a clip that is not on this tablet turns into the words that say so', async () => {
  setUp({ ...ask, language: 'pl', clip: { ...CLIP, sha256: 'b'.repeat(64) } });
  fireEvent.click(button());
  await screen.findByText(NONE, { selector: '[role="status"]' });
});

test('slower and louder are told, and come round to the beginning again', async () => {
  const { player } = setUp({ ...ask, clip: CLIP });
  fireEvent.click(button());
  await waitFor(() => expect(player.heard).toHaveLength(1));
  const controls = within(screen.getByRole('region', { name: 'Sound' }));
  fireEvent.click(controls.getByRole('button', { name: 'Slower' }));
  fireEvent.click(controls.getByRole('button', { name: 'Louder' }));
  await controls.findByText('Slow · Loud');
  expect(player.heard[0]?.manner).toEqual({ pace: 0.8, gain: 1.8 });
  fireEvent.click(controls.getByRole('button', { name: 'Slower' }));
  fireEvent.click(controls.getByRole('button', { name: 'Slower' }));
  await controls.findByText('Usual speed · Loud');
});

test('once listened to, it can be said again, slower and louder beside the button, until another text is said', async () => {
  const { player } = setUp({ ...ask, clip: CLIP }, { english: true });
  const beside = () => screen.queryByRole('group', { name: 'Sound' });
  expect(beside()).toBeNull();
  fireEvent.click(button());
  await waitFor(() => expect(player.heard).toHaveLength(1));
  const ways = within(beside() as HTMLElement);
  fireEvent.click(ways.getByRole('button', { name: 'Slower' }));
  fireEvent.click(ways.getByRole('button', { name: 'Louder' }));
  expect(player.heard[0]?.manner).toEqual({ pace: 0.8, gain: 1.8 });
  expect((await ways.findByRole('status')).textContent).toBe('Slow · Loud');
  fireEvent.click(ways.getByRole('button', { name: 'Say it again' }));
  await waitFor(() => expect(player.heard).toHaveLength(2));
  expect([player.heard[0]?.over(), player.heard[1]?.manner]).toEqual([true, { pace: 0.8, gain: 1.8 }]);
  player.heard[1]?.end('finished');
  // It stays for who wants it once more, and goes when something else is listened to.
  await waitFor(() => expect(button().textContent).toBe('Listen'));
  expect(beside()).not.toBeNull();
  fireEvent.click(screen.getAllByRole('button', { name: 'Listen' })[1] as HTMLElement);
  await waitFor(() => expect(beside()).toBeNull());
});

test('where nothing can be heard there is nothing to make slower either', async () => {
  setUp({ ...ask, language: 'pl' }, { english: true });
  fireEvent.click(button());
  await screen.findByText(NONE, { selector: '[role="status"]' });
  expect(screen.queryByRole('group', { name: 'Sound' })).toBeNull();
});

test('falls silent when the page is hidden or left, and when the screen goes', async () => {
  const { player, shown } = setUp({ ...ask, clip: CLIP });
  const begin = async (times: number): Promise<void> => {
    fireEvent.click(button());
    await waitFor(() => expect(player.heard).toHaveLength(times));
  };
  await begin(1);
  await act(() => {
    window.dispatchEvent(new Event('pagehide'));
  });
  expect(player.heard[0]?.over()).toBe(true);
  await begin(2);
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  await act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
  Reflect.deleteProperty(document, 'visibilityState');
  expect(player.heard[1]?.over()).toBe(true);
  await begin(3);
  shown.unmount();
  await waitFor(() => expect(player.heard[2]?.over()).toBe(true));
});
