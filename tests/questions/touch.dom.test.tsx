import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Choice } from '../../src/domain/survey.ts';
import type { Heads } from '../../src/domain/survey-response.ts';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import type { QuestionType } from '../../src/questions/definition.ts';
import { EditChoices } from '../../src/questions/parts/edit-choices.tsx';
import { HeadCount } from '../../src/questions/parts/head-count.tsx';
import { findQuestionType } from '../../src/questions/registry.ts';
import { loadAnswer, type EditLending } from '../../src/questions/views.ts';
import { Asked, heardNothing, press, tabStops, type Heard } from './hands.tsx';

const NAMES = ['choose-one', 'choose-some', 'rank-three', 'sort-piles', 'tokens', 'yes-no'];

beforeAll(() => loadTexts(['common', 'question-common', ...NAMES.map((name) => `question-${name}`)]));
afterEach(cleanup);

async function ask(name: string, settings: unknown, touch: 'say-first' | 'choose', value: unknown = null) {
  const Answer = await loadAnswer(name);
  if (Answer === null) throw new Error('no such type');
  const heard = heardNothing();
  const type = findQuestionType(name) as QuestionType;
  render(<Asked type={type} Answer={Answer} specimen={{ settings, value }} touch={touch} heard={heard} />);
  return heard;
}
const card = (role: 'radio' | 'checkbox' | 'button', name: RegExp | string) => screen.getByRole(role, { name });
const touch = (element: HTMLElement): void => void fireEvent.click(element);
const last = (heard: Heard): unknown => heard.changes.at(-1);
const of = (...codes: string[]): Choice[] => codes.map((code) => ({ code, picture: null }));

const DOCTOR = { choices: of('soon', 'wait', 'none', 'hospital'), mixed: false };

test('said first: the first touch says and points, the second chooses, further ones say it again and go on', async () => {
  const heard = await ask('choose-one', DOCTOR, 'say-first');
  const soon = (): HTMLElement => card('radio', 'Saw one soon');
  touch(soon());
  expect(heard).toMatchObject({ said: ['o.soon'], changes: [], pointed: [{ value: { code: 'soon' }, stays: false }] });
  expect((soon() as HTMLInputElement).checked).toBe(false);
  expect(soon().getAttribute('aria-describedby')).not.toBeNull();
  expect(screen.getByRole('status').textContent).toContain('Saw one soon');
  touch(soon());
  expect(heard.changes).toEqual([{ code: 'soon' }]);
  expect(heard.pointed.at(-1)).toBeNull();
  expect((soon() as HTMLInputElement).checked).toBe(true);
  touch(soon());
  expect([heard.nexts, heard.said.length]).toEqual([0, 2]);
  touch(soon());
  expect([heard.nexts, heard.changes.length]).toEqual([1, 1]);
});

test('pointing at another card says it and leaves what was chosen as it is', async () => {
  const heard = await ask('choose-one', DOCTOR, 'say-first', { code: 'wait' });
  touch(card('radio', 'Could not see one'));
  expect(heard.changes).toEqual([]);
  expect((card('radio', 'Waited a long time') as HTMLInputElement).checked).toBe(true);
  expect((card('radio', 'Could not see one') as HTMLInputElement).checked).toBe(false);
  expect(heard.pointed).toEqual([{ value: { code: 'none' }, stays: false }]);
});

test('a touch that chooses says nothing; the second touch on what is chosen goes on', async () => {
  const heard = await ask('choose-one', DOCTOR, 'choose');
  touch(card('radio', 'Saw one soon'));
  touch(card('radio', 'Waited a long time'));
  touch(card('radio', 'Waited a long time'));
  expect(heard).toEqual({ changes: [{ code: 'soon' }, { code: 'wait' }], said: [], pointed: [], nexts: 1 });
});

test('arrows move within the cards; said first they only point, and Enter and Space choose', async () => {
  const heard = await ask('choose-one', DOCTOR, 'say-first');
  expect(tabStops()).toHaveLength(1);
  press(card('radio', 'Saw one soon'), 'ArrowDown');
  expect([heard.said, heard.changes]).toEqual([['o.wait'], []]);
  press(document.activeElement as HTMLElement, 'ArrowDown');
  expect([heard.said, heard.changes]).toEqual([['o.wait', 'o.none'], []]);
  press(document.activeElement as HTMLElement, 'Enter');
  expect(heard.changes).toEqual([{ code: 'none' }]);
});

const HARD = {
  choices: of('phone', 'forms', 'papers', 'far', 'nothing'),
  most: 2,
  alone: ['nothing'],
  mixed: false,
};

test('one card too many is refused in words and stays in reach; letting one go makes room', async () => {
  const heard = await ask('choose-some', HARD, 'choose');
  for (const name of ['Phone', 'Forms and reading']) touch(card('checkbox', name));
  touch(card('checkbox', 'Too far or cost'));
  expect(last(heard)).toEqual({ codes: ['phone', 'forms'] });
  expect((card('checkbox', 'Too far or cost') as HTMLInputElement).checked).toBe(false);
  expect(card('checkbox', 'Too far or cost').getAttribute('aria-disabled')).toBe('true');
  expect(document.body.textContent).toContain('2 is the most');
  touch(card('checkbox', 'Phone'));
  expect(document.body.textContent).not.toContain('2 is the most');
  touch(card('checkbox', 'Too far or cost'));
  expect(last(heard)).toEqual({ codes: ['forms', 'far'] });
});

test('a choice that stands alone lets the others go, and goes when another is taken; none left is no answer', async () => {
  const heard = await ask('choose-some', HARD, 'choose', { codes: ['phone', 'forms'] });
  touch(card('checkbox', 'It is not hard'));
  expect(last(heard)).toEqual({ codes: ['nothing'] });
  touch(card('checkbox', 'Phone'));
  expect(last(heard)).toEqual({ codes: ['phone'] });
  touch(card('checkbox', 'Phone'));
  expect(last(heard)).toBeNull();
});

test('ranks are given as the cards are touched, and move up when one is let go', async () => {
  const settings = { choices: of('doctor', 'home', 'work', 'safety'), mixed: false };
  const heard = await ask('rank-three', settings, 'choose');
  for (const name of ['Work', 'A good home', 'Seeing a doctor', 'Feeling safe'])
    touch(card('checkbox', new RegExp(`^${name}`)));
  expect(last(heard)).toEqual({ codes: ['work', 'home', 'doctor'] });
  expect(card('checkbox', /^Work.*Number 1/)).toBeTruthy();
  touch(card('checkbox', /^Work/));
  expect(last(heard)).toEqual({ codes: ['home', 'doctor'] });
  expect(card('checkbox', /^A good home.*Number 1/)).toBeTruthy();
});

const CARDS = { cards: of('doctor', 'home', 'work'), mixed: false };
const shown = (): string => screen.getByRole('group', { name: /\S/ }).getAttribute('aria-labelledby') ?? '';
const current = (): string | undefined => document.getElementById(shown())?.textContent ?? undefined;

test('cards are sorted one at a time, one can be gone back to and left out, and any is changed at the end', async () => {
  const heard = await ask('sort-piles', CARDS, 'choose');
  expect(current()).toBe('Seeing a doctor');
  touch(card('button', 'Matters a lot'));
  expect([current(), last(heard)]).toEqual(['A good home', { sorted: { doctor: 'lot' } }]);
  touch(card('button', 'One back'));
  expect(current()).toBe('Seeing a doctor');
  expect(card('button', 'Matters a lot').getAttribute('aria-pressed')).toBe('true');
  touch(card('button', 'Not to me'));
  expect([current(), last(heard)]).toEqual(['A good home', { sorted: { doctor: 'no' } }]);
  touch(card('button', 'Leave this one'));
  touch(card('button', 'Matters a bit'));
  expect(last(heard)).toEqual({ sorted: { doctor: 'no', work: 'bit' } });
  expect(screen.getByRole('heading', { name: 'Left out' })).toBeTruthy();
  touch(card('button', 'A good home'));
  touch(card('button', 'Matters a lot'));
  expect(last(heard)).toEqual({ sorted: { doctor: 'no', work: 'bit', home: 'lot' } });
  touch(card('button', 'Work'));
  touch(card('button', 'Leave this one'));
  expect(last(heard)).toEqual({ sorted: { doctor: 'no', home: 'lot' } });
});

test('said first, a pile is said before it takes the card, the next card is said by itself, and Next would stay', async () => {
  const heard = await ask('sort-piles', CARDS, 'say-first');
  touch(card('button', 'Matters a lot'));
  expect(heard.pointed).toEqual([{ value: { sorted: { doctor: 'lot' } }, stays: true }]);
  touch(card('button', /^Matters a lot/));
  expect(heard.said).toEqual(['fixed.lot', 'o.home']);
  expect(heard.pointed.at(-1)).toBeNull();
});

test('taking back the only card that was sorted leaves no answer', async () => {
  const heard = await ask('sort-piles', CARDS, 'choose', { sorted: { doctor: 'lot' } });
  touch(card('button', 'One back'));
  touch(card('button', 'Leave this one'));
  expect(last(heard)).toBeNull();
});

test('beans go on and come back, never more than there are', async () => {
  const settings = { choices: of('doctor', 'bus'), tokens: 3, mixed: false };
  const heard = await ask('tokens', settings, 'choose');
  const more = (): HTMLElement => card('button', 'One more bean: A bus to town');
  for (let times = 0; times < 4; times += 1) touch(more());
  expect(last(heard)).toEqual({ spent: { bus: 3 } });
  expect(more().getAttribute('aria-disabled')).toBe('true');
  expect(document.body.textContent).toContain('No beans left');
  touch(card('button', 'One bean back: A bus to town'));
  touch(card('button', 'One more bean: Doctor visits here'));
  expect(last(heard)).toEqual({ spent: { bus: 2, doctor: 1 } });
  for (const name of ['A bus to town', 'A bus to town', 'Doctor visits here'])
    touch(card('button', `One bean back: ${name}`));
  expect(last(heard)).toBeNull();
});

test('said first, a thing is said before its beans move', async () => {
  const heard = await ask('tokens', { choices: of('doctor', 'bus'), tokens: 3, mixed: false }, 'say-first');
  touch(card('button', 'One more bean: A bus to town'));
  expect([heard.said, heard.changes]).toEqual([['o.bus'], []]);
  touch(card('button', 'One more bean: A bus to town'));
  touch(card('button', 'One more bean: A bus to town'));
  expect(last(heard)).toEqual({ spent: { bus: 2 } });
});

test('heads are counted per picture, again after information, and nothing counted is no answer', () => {
  let now: Heads | null = null;
  function Group() {
    const [value, setValue] = useState<Heads | null>(null);
    now = value;
    const words = { el: (code: string) => <>{code}</>, words: (code: string) => code };
    return (
      <HeadCount choices={of('yes', 'no')} words={words} picture={() => <i />} value={value} onChange={setValue} />
    );
  }
  render(<Group />);
  const vote = (at: number) => within(screen.getAllByRole('region')[at] as HTMLElement);
  for (let times = 0; times < 2; times += 1) touch(vote(0).getByRole('button', { name: 'One more: yes' }));
  expect(now).toEqual({ first: { yes: 2 }, again: null });
  expect(vote(0).getByText('2 heads counted')).toBeTruthy();
  touch(screen.getByRole('button', { name: 'Vote again after the information' }));
  fireEvent.change(vote(1).getByLabelText('no'), { target: { value: '12' } });
  expect(now).toEqual({ first: { yes: 2 }, again: { no: 12 } });
  touch(screen.getByRole('button', { name: 'Take the second vote away' }));
  for (let times = 0; times < 2; times += 1) touch(vote(0).getByRole('button', { name: 'One fewer: yes' }));
  expect(now).toBeNull();
});

const LENT: EditLending = { TextOf: ({ label }) => <input aria-label={label} />, PictureOf: () => <i /> };

test('a code of a choice is taken over when it is whole and nobody else has it', () => {
  const change = vi.fn();
  render(<EditChoices choices={of('phone', 'forms')} lend={LENT} onChange={change} />);
  const code = screen.getAllByLabelText('Code')[0] as HTMLInputElement;
  for (const bad of ['Not A Code', 'forms', '']) {
    fireEvent.input(code, { target: { value: bad } });
    fireEvent.focusOut(code);
    expect(code.getAttribute('aria-invalid')).toBe('true');
  }
  expect(change).not.toHaveBeenCalled();
  fireEvent.input(code, { target: { value: 'telephone' } });
  expect(change).not.toHaveBeenCalled();
  fireEvent.focusOut(code);
  expect(change).toHaveBeenCalledExactlyOnceWith(of('telephone', 'forms'));
});

test('choices are added with a free code, moved and taken out by buttons', () => {
  const change = vi.fn();
  render(<EditChoices choices={of('a', 'b', 'd')} lend={LENT} most={4} onChange={change} />);
  touch(card('button', 'Add a choice'));
  touch(card('button', 'Move down: Choice 1'));
  touch(card('button', 'Move up: Choice 1'));
  touch(card('button', 'Remove: Choice 2'));
  expect(change.mock.calls.map(([next]) => (next as Choice[]).map(({ code }) => code))).toEqual([
    ['a', 'b', 'd', 'c'],
    ['b', 'a', 'd'],
    ['a', 'd'],
  ]);
});
