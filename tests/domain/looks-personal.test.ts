import { expect, test } from 'vitest';
import { looksPersonal, withInstead } from '../../src/domain/looks-personal.ts';

const found = (text: string) => looksPersonal(text).map(({ looksLike, text: piece }) => `${looksLike}: ${piece}`);

test.each([
  ['Ask Mrs Example about it', ['name: Example']],
  ['Dr. Sample never rang back', ['name: Sample']],
  ['my son Ali coughs at night', ['name: Ali']],
  ['She is called Maria Example, she said', ['name: Maria Example']],
  ['we met Maria Example at the gate', ['name: Maria Example']],
  ['ring her on 07700 900123 after five', ['phone: 07700 900123']],
  ['or +44 (0)7700 900 456', ['phone: +44 (0)7700 900 456']],
  ['they live at ZZ9 9ZZ now', ['postcode: ZZ9 9ZZ']],
  ['their number is 999 123 4567', ['number: 999 123 4567']],
])('%s', (text, pieces) => expect(found(text)).toEqual(pieces));

test.each([
  '',
  'The damp is back behind the wardrobe.',
  'We waited 3 hours on Friday. In March it was 12 weeks.',
  'Nobody at Elm Tree Park was told, and Harbour Street is the same',
  'My mother speaks Romanian. The friend was kind.',
  'since 2019 or 2020, 1,200 pounds',
  'قالت إن الرطوبة عادت',
])('nothing personal: %s', (text) => expect(found(text)).toEqual([]));

test('several pieces stand in the order of the text, each where it is', () => {
  const text = 'Nurse Example gave 07700 900123 to my son Ali';
  const pieces = looksPersonal(text);
  expect(pieces.map(({ looksLike }) => looksLike)).toEqual(['name', 'phone', 'name']);
  for (const { text: piece, at } of pieces) expect(text.slice(at, at + piece.length)).toBe(piece);
});

test('a long text is looked at in a moment', { timeout: 10_000 }, () => {
  // So long that looking back and forth over it would take minutes.
  looksPersonal('A Word and 12345 6789 more '.repeat(6000));
});

test('what stands there instead never makes a text longer than it may be, and nothing else of it goes', () => {
  const text = 'Come to ZZ9 9ZZ on Friday';
  const [piece] = looksPersonal(text);
  if (piece === undefined) throw new Error('no postcode was found');
  expect(withInstead(text, piece, '(a place)', text.length + 2)).toBe('Come to (a place) on Friday');
  expect(withInstead(text, piece, '(a place)', text.length)).toBe('Come to … on Friday');
});
