import { describe, expect, test } from 'vitest';
import { choiceTextKey, fixedTextKeys, inOrder } from '../../src/questions/choices.ts';
import { chooseSome } from '../../src/questions/choose-some/schema.ts';
import type { QuestionType } from '../../src/questions/definition.ts';
import { facesFive } from '../../src/questions/faces-five/schema.ts';
import { howOften } from '../../src/questions/how-often/schema.ts';
import { findQuestionType } from '../../src/questions/registry.ts';
import { rankThree } from '../../src/questions/rank-three/schema.ts';
import { sortPiles } from '../../src/questions/sort-piles/schema.ts';
import { tokens } from '../../src/questions/tokens/schema.ts';
import { yesNo } from '../../src/questions/yes-no/schema.ts';

const choices = ['a', 'b', 'c', 'd'].map((code) => ({ code, picture: null }));
const some = { choices, most: 2, alone: ['d'], mixed: false };

describe('the limits of an answer', () => {
  test('more than may be chosen is too many, and says how many may', () => {
    expect(chooseSome.shortfall({ codes: ['a', 'b'] }, some)).toBeNull();
    expect(chooseSome.shortfall({ codes: ['a', 'b', 'c'] }, some)).toEqual({ reason: 'too-many', limit: 2 });
    expect(chooseSome.shortfall({ codes: ['a', 'b', 'c'] }, { ...some, most: null })).toBeNull();
  });

  test('a choice that is not there is unknown', () => {
    expect(chooseSome.shortfall({ codes: ['z'] }, some)).toEqual({ reason: 'unknown-choice' });
    expect(rankThree.shortfall({ codes: ['a', 'z'] }, { choices, mixed: false })).toEqual({ reason: 'unknown-choice' });
    expect(sortPiles.shortfall({ sorted: { z: 'lot' } }, { cards: choices, mixed: false })).toEqual({
      reason: 'unknown-choice',
    });
    expect(howOften.shortfall({ code: 'always' }, { always: false })).toEqual({ reason: 'unknown-choice' });
    const plain = { yes: null, some: null, no: null };
    expect(yesNo.shortfall({ code: 'some' }, { some: false, pictures: plain })).toEqual({ reason: 'unknown-choice' });
    expect(yesNo.shortfall({ code: 'some' }, { some: true, pictures: plain })).toBeNull();
  });

  test('more beans than there are is too many; some may be left over', () => {
    const settings = { choices, tokens: 10, mixed: false };
    expect(tokens.shortfall({ spent: { a: 6, b: 5 } }, settings)).toEqual({ reason: 'too-many', limit: 10 });
    expect(tokens.shortfall({ spent: { a: 1 } }, settings)).toBeNull();
    expect(tokens.value.safeParse({ spent: { a: 0 } }).success).toBe(false);
  });

  test('half a sorting can be kept: cards may be left out', () => {
    expect(sortPiles.shortfall({ sorted: { a: 'lot' } }, { cards: choices, mixed: false })).toBeNull();
  });
});

describe('what is counted', () => {
  test('a rank counts three, two, one', () => {
    expect(rankThree.marks({ codes: ['c', 'a', 'b'] }, { choices, mixed: false })).toEqual([
      { row: null, code: 'c', weight: 3 },
      { row: null, code: 'a', weight: 2 },
      { row: null, code: 'b', weight: 1 },
    ]);
  });

  test('a bean counts one, and a card stands in the row of its own', () => {
    expect(tokens.marks({ spent: { b: 7 } }, { choices, tokens: 10, mixed: false })).toEqual([
      { row: null, code: 'b', weight: 7 },
    ]);
    expect(sortPiles.marks({ sorted: { b: 'no' } }, { cards: choices, mixed: false })).toEqual([
      { row: 'b', code: 'no', weight: 1 },
    ]);
  });
});

test('the Friends and Family Test keeps its order and its codes', () => {
  expect(facesFive.choices({}).map(({ code, picture }) => [code, picture])).toEqual([
    ['1', 'set:face-very-good'],
    ['2', 'set:face-good'],
    ['3', 'set:face-neutral'],
    ['4', 'set:face-poor'],
    ['5', 'set:face-very-poor'],
    ['6', 'set:face-dont-know'],
  ]);
  expect(facesFive.mixable).toBe(false);
});

test('settings that cannot be published say why, and about which choice', () => {
  const [first] = choices;
  if (first === undefined) throw new Error('no choices');
  expect(chooseSome.problems({ ...some, most: 9 })).toEqual([{ reason: 'limit-too-high' }]);
  expect(chooseSome.problems({ ...some, alone: ['gone'] })).toEqual([{ reason: 'unknown-choice', about: 'gone' }]);
  expect(chooseSome.problems({ ...some, choices: [first], most: 1, alone: [] })).toEqual([
    { reason: 'too-few-choices' },
  ]);
  expect(chooseSome.problems({ ...some, choices: [...choices, first] })).toEqual([
    { reason: 'same-code-twice', about: 'a' },
  ]);
  const thirteen = Array.from({ length: 13 }, (_, at) => ({ code: `c${at}`, picture: null }));
  expect(sortPiles.problems({ cards: thirteen, mixed: false })).toEqual([{ reason: 'too-many-choices' }]);
});

test('words of choices stand in the survey where a team writes them, else in the file of the type', () => {
  const known = (name: string): QuestionType => findQuestionType(name) as QuestionType;
  expect(choiceTextKey(known('choose-some'), some, 'a')).toBe('o.a');
  expect(choiceTextKey(known('faces-five'), {}, '6')).toBe('fixed.6');
  const pictures = { yes: null, some: null, no: null };
  expect(choiceTextKey(known('yes-no'), { some: true, pictures }, 'some')).toBe('o.some');
  expect(fixedTextKeys(known('yes-no'), { some: true, pictures })).toEqual(['fixed.yes', 'fixed.no']);
  // A card may be called as a pile is: the pile's words stay the pile's.
  const cards = { cards: [{ code: 'no', picture: null }], mixed: false };
  expect(choiceTextKey(known('sort-piles'), cards, 'no')).toBe('fixed.no');
});

test('choices come in the order worked out for the person, and never one that is gone', () => {
  expect(inOrder(choices, ['c', 'a']).map(({ code }) => code)).toEqual(['c', 'a']);
  expect(inOrder(choices, ['gone', 'b']).map(({ code }) => code)).toEqual(['b']);
  expect(inOrder(choices, [])).toBe(choices);
});
