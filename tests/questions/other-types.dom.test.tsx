import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import { startLanguage } from '../../src/i18n/use-language.ts';
import { findQuestionType } from '../../src/questions/registry.ts';
import { loadAnswer } from '../../src/questions/views.ts';
import { Asked, heardNothing, type Heard } from './hands.tsx';

beforeEach(async () => {
  await startLanguage({ language: 'en', readingMode: 'standard' });
  await loadTexts(['common', 'question-common']);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function ask(
  name: string,
  settings: unknown,
  value: unknown = null,
  touch: 'say-first' | 'choose' = 'choose',
): Promise<Heard> {
  const [type, Answer] = [findQuestionType(name), await loadAnswer(name)];
  if (type === null || Answer === null) throw new Error(`there is no ${name}`);
  const heard = heardNothing();
  render(<Asked type={type} Answer={Answer} specimen={{ settings, value }} touch={touch} heard={heard} />);
  return heard;
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const touch = (name: string | RegExp): boolean => fireEvent.click(button(name));

describe('a number', () => {
  const FEW = { min: 0, max: 20, step: 1, first: 3, unit: true };

  test('is empty until touched, begins where the question says, and stays within its range', async () => {
    const heard = await ask('number', { ...FEW, max: 4 });
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
    touch('One less');
    touch('One more');
    touch('One more');
    expect(heard.changes).toEqual([{ number: 3 }, { number: 4 }]);
    expect(button('One more').getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('4');
    expect(screen.getByText('people')).toBeTruthy();
  });

  test('goes on while a button is held, faster after a while, and the release adds nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const heard = await ask('number', FEW, { number: 0 });
    fireEvent.pointerDown(button('One more'), { isPrimary: true, button: 0 });
    await act(() => void vi.advanceTimersByTime(500 + 3 * 220));
    fireEvent.pointerUp(button('One more'));
    touch('One more');
    await act(() => void vi.advanceTimersByTime(5000));
    expect(heard.changes.at(-1)).toEqual({ number: 4 });
    touch('One more');
    expect(heard.changes.at(-1)).toEqual({ number: 5 });
  });

  test('has leaps where the way is long', async () => {
    const heard = await ask('number', { ...FEW, max: 500 }, { number: 120 });
    touch('10 more');
    touch('10 less');
    touch('10 less');
    expect(heard.changes).toEqual([{ number: 130 }, { number: 120 }, { number: 110 }]);
  });

  test('can be typed, also in Arabic digits, emptied again, and moved by arrow keys', async () => {
    const heard = await ask('number', FEW);
    const box = screen.getByRole<HTMLInputElement>('textbox');
    fireEvent.input(box, { target: { value: '١٢' } });
    expect(heard.changes.at(-1)).toEqual({ number: 12 });
    expect(box.value).toBe('12');
    fireEvent.keyDown(box, { key: 'ArrowUp' });
    expect(heard.changes.at(-1)).toEqual({ number: 13 });
    fireEvent.input(box, { target: { value: '' } });
    expect(heard.changes.at(-1)).toBeNull();
    fireEvent.input(box, { target: { value: '99' } });
    expect(heard.changes.at(-1)).toEqual({ number: 99 });
  });
});

describe('short words', () => {
  const settings = { voice: true, choices: [{ code: 'nothing', picture: null }], lines: 3 };

  test('takes a voice, a picture and words into one answer, and is no answer without any', async () => {
    const heard = await ask('short-words', settings);
    expect(screen.queryByRole('textbox')).toBeNull();
    touch('Record');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Nothing now' }));
    touch('Write it');
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'The path is dark.' } });
    expect(heard.changes.at(-1)).toEqual({ words: 'The path is dark.', codes: ['nothing'], media: ['voice-1'] });
    cleanup();
    const again = await ask('short-words', settings, { words: '', codes: ['nothing'], media: [] });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Nothing now' }));
    expect(again.changes).toEqual([null]);
  });

  test('opens the box at once where there is no other way, or where something is written', async () => {
    await ask('short-words', { voice: false, choices: [], lines: 3 });
    expect(screen.getByRole('textbox', { name: 'In your own words' })).toBeTruthy();
    cleanup();
    await ask('short-words', settings, { words: 'Said before', codes: [], media: [] });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Said before');
  });

  test('asks about a name while it is written, and takes it out only when told to', async () => {
    const heard = await ask('short-words', { voice: false, choices: [], lines: 3 });
    const written = 'My neighbour is called Examplina Person and she waits.';
    fireEvent.input(screen.getByRole('textbox'), { target: { value: written } });
    await screen.findByText('Examplina Person');
    expect(heard.changes.at(-1)).toMatchObject({ words: written });
    touch('Take it out');
    expect(heard.changes.at(-1)).toMatchObject({ words: 'My neighbour is called (a name) and she waits.' });
  });

  test('asks about a position too, and leaves it where the writer wants to keep it', async () => {
    const heard = await ask('short-words', { voice: false, choices: [], lines: 3 });
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'We sleep at 51.45451, -2.58791 or FC3V+8Q.' } });
    await screen.findByText('51.45451, -2.58791');
    await screen.findByText(/Does this say exactly where it is\?/);
    touch('Take it out');
    expect(heard.changes.at(-1)).toMatchObject({ words: 'We sleep at (a place) or FC3V+8Q.' });
    await screen.findByText('FC3V+8Q');
    touch('Keep it');
    expect(screen.queryByText(/exactly where/)).toBeNull();
    expect(heard.changes.at(-1)).toMatchObject({ words: 'We sleep at (a place) or FC3V+8Q.' });
  });
});

test('a voice answer can be written instead, and only where that is offered', async () => {
  const heard = await ask('voice-answer', { orWords: true });
  touch('Write instead');
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'By bus' } });
  touch('Record');
  expect(heard.changes.at(-1)).toEqual({ media: ['voice-1'], words: 'By bus' });
  cleanup();
  await ask('voice-answer', { orWords: false });
  expect(screen.queryByRole('button', { name: 'Write instead' })).toBeNull();
});

test('a photo question says what it is not for, and when there are too many', async () => {
  await ask('photo-of-thing', { most: 1 }, { media: ['a', 'b'] });
  expect(screen.getByText('No people, please. No letters with names.')).toBeTruthy();
  expect(screen.getByText('1 is the most. Take one away.')).toBeTruthy();
});

describe('a picture to touch', () => {
  const site = { kind: 'scene', scene: 'site', parts: ['caravans', 'tap', 'bins'], most: 2 };
  const part = (code: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`[data-part="${code}"]`);
    if (found === null) throw new Error(`${code} is not on the drawing`);
    return found;
  };

  test('shows on the drawing what the words chose, and in the words what the drawing chose', async () => {
    const heard = await ask('tap-picture', site);
    fireEvent.click(part('tap'));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Water tap' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bins' }));
    expect(part('bins').getAttribute('aria-pressed')).toBe('true');
    expect(heard.changes).toEqual([{ codes: ['tap'] }, { codes: ['tap', 'bins'] }]);
    fireEvent.click(part('caravans'));
    expect(heard.changes).toHaveLength(2);
    await screen.findByText(/2 is the most/);
    fireEvent.click(part('tap'));
    expect(heard.changes.at(-1)).toEqual({ codes: ['bins'] });
  });

  test('says a part first, wherever it is touched, and chooses it by the second touch on either', async () => {
    const heard = await ask('tap-picture', site, null, 'say-first');
    fireEvent.click(part('tap'));
    expect(heard.said).toEqual(['fixed.tap']);
    expect(heard.changes).toEqual([]);
    expect(heard.pointed.at(-1)).toEqual({ value: { codes: ['tap'] }, stays: true });
    fireEvent.click(screen.getByRole('checkbox', { name: /Water tap/ }));
    expect(heard.changes).toEqual([{ codes: ['tap'] }]);
  });

  test('keys reach each part once: by its words', async () => {
    await ask('tap-picture', site);
    const stops = [...document.querySelectorAll<HTMLElement>('button, input')].filter(({ tabIndex }) => tabIndex >= 0);
    expect(stops).toHaveLength(3);
    expect(stops.every((one) => one instanceof HTMLInputElement)).toBe(true);
  });

  test('with one part only, another touch moves the choice', async () => {
    const heard = await ask('tap-picture', { ...site, most: 1 }, { codes: ['tap'] });
    fireEvent.click(part('bins'));
    expect(heard.changes).toEqual([{ codes: ['bins'] }]);
  });
});

test('a place is taken by its name, and somewhere else is one more', async () => {
  const heard = await ask('place', { elsewhere: true });
  fireEvent.click(screen.getByRole('radio', { name: 'The Old Hall' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Somewhere else' }));
  expect(heard.changes).toEqual([{ place: 'hall' }, { place: null }]);
  fireEvent.click(screen.getByRole('radio', { name: 'Somewhere else' }));
  expect(heard.nexts).toBe(1);
});

describe('a journey', () => {
  const settings = { steps: ['phone', 'wait'].map((code) => ({ code, picture: 'set:clock-long' })) };
  const faceOf = (step: number, face: string): HTMLElement => {
    const item = screen.getAllByRole('listitem')[step];
    if (item === undefined) throw new Error(`there is no step ${step}`);
    return within(item).getByRole('radio', { name: new RegExp(`^${face}`) });
  };

  test('takes a face for each step, changes it, and lets it go by touching it again', async () => {
    const heard = await ask('journey', settings);
    fireEvent.click(faceOf(0, 'Good'));
    fireEvent.click(faceOf(1, 'OK'));
    fireEvent.click(faceOf(0, 'Not good'));
    expect(heard.changes.at(-1)).toEqual({ faces: { wait: 'ok', phone: 'not-good' } });
    fireEvent.click(faceOf(0, 'Not good'));
    fireEvent.click(faceOf(1, 'OK'));
    expect(heard.changes.at(-1)).toBeNull();
  });

  test('points at one face of one step, and says the scenes', async () => {
    const heard = await ask('journey', settings, null, 'say-first');
    fireEvent.click(faceOf(0, 'Good'));
    fireEvent.click(faceOf(1, 'Good'));
    expect(heard.changes).toEqual([]);
    expect(heard.said).toEqual(['fixed.good', 'fixed.good']);
    await waitFor(() => expect(document.querySelectorAll('.picture-choice--pointed')).toHaveLength(1));
    touch('Hear it: Waiting');
    expect(heard.said.at(-1)).toBe('o.wait');
    fireEvent.click(faceOf(1, 'Good'));
    expect(heard.changes).toEqual([{ faces: { wait: 'good' } }]);
  });
});
