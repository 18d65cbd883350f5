import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { VoiceNote, type VoiceNoteState } from '../../src/ui/voice-note/voice-note.tsx';

afterEach(cleanup);

const words = {
  label: 'Say it instead',
  start: 'Record',
  pause: 'Pause',
  goOn: 'Go on',
  finish: 'Finish',
  play: 'Listen',
  remove: 'Remove',
};

function show(state: VoiceNoteState, more: { url?: string; problem?: string } = {}) {
  const on = { onStart: vi.fn(), onPause: vi.fn(), onGoOn: vi.fn(), onFinish: vi.fn(), onRemove: vi.fn() };
  const shown = render(
    <VoiceNote
      state={state}
      words={{ ...words, status: `now ${state}` }}
      elapsed="1:05"
      level={0.5}
      {...on}
      {...more}
    />,
  );
  return { ...on, ...shown };
}

test.each([
  ['idle', 'Record', 'onStart'],
  ['recording', 'Pause', 'onPause'],
  ['paused', 'Go on', 'onGoOn'],
] as const)('when %s the round button says %s and does that', (state, name, does) => {
  const shown = show(state);
  fireEvent.click(screen.getByRole('button', { name }));
  expect(shown[does]).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('group', { name: 'Say it instead' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe(`now ${state}`);
});

test('it can be finished once something was recorded', () => {
  show('idle');
  expect(screen.queryByRole('button', { name: 'Finish' })).toBeNull();
  cleanup();
  const { onFinish } = show('paused');
  fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(onFinish).toHaveBeenCalledTimes(1);
});

test('what was saved can be heard and removed', () => {
  const { container, onRemove } = show('saved', { url: 'blob:x' });
  const player = container.querySelector('audio');
  expect(player?.getAttribute('src')).toBe('blob:x');
  expect(player?.getAttribute('aria-label')).toBe('Listen');
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(onRemove).toHaveBeenCalledTimes(1);
});

test('what to do when it cannot record is said aloud', () => {
  show('idle', { problem: 'Write instead' });
  expect(screen.getByRole('alert').textContent).toBe('Write instead');
});

test('the level picture rises with the voice, and lies still in a pause', () => {
  const height = (state: VoiceNoteState): number => {
    const { container } = show(state);
    const bar = container.querySelectorAll('rect')[3];
    const tall = Number(bar?.getAttribute('height'));
    cleanup();
    return tall;
  };
  expect(height('recording')).toBeGreaterThan(height('paused'));
});
