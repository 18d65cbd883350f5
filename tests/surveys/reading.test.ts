import { expect, test } from 'vitest';
import { readingCheck } from '../../src/surveys/reading.ts';

const found = (text: string, layer: 'easy' | 'standard' = 'easy') =>
  readingCheck(text, layer).map(({ reason, at, length }) => `${reason}: ${text.slice(at, at + length)}`);

test.each([
  ['Do you know your care pathway?', ['jargon: care pathway']],
  ['Is the provider near you?', ['jargon: provider']],
  ['Did the GP call?', ['short-form: GP']],
  ['Bring things, e.g. a form.', ['short-form: e.g.']],
  ['This is VERYIMPORTANT now.', ['capitals: VERYIMPORTANT']],
  ['Are you well? Are you happy?', ['two-questions: ?']],
  ['Can you see a doctor and get help?', ['two-things: see a doctor and get']],
  ['Was it good or was it bad?', ['two-things: or was']],
  ['Why did you not go?', ['negative: not']],
  ["Didn't you go?", ["negative: Didn't"]],
  ['Is it not true that you never go?', ['two-negatives: not']],
  [
    'How often did you see a doctor in the last 12 months?',
    ['long-memory: How often did you see a doctor in the last 12 months'],
  ],
  ['What happened in the past year?', ['long-memory: in the past year']],
  ['Were you seen quickly?', ['passive: Were you seen']],
  ['The form was sent back.', ['passive: was sent']],
  ['Pick three.', ['number-word: three']],
  ['About 40% go.', ['percentage: 40%']],
] as const)('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a sentence of 15 words is short enough in easy read, 16 are too many; plain words may have 20', () => {
  const sentence = (words: number) => `${Array.from({ length: words }, () => 'dog').join(' ')}.`;
  expect(found(sentence(15))).toEqual([]);
  expect(readingCheck(sentence(16), 'easy')).toMatchObject([
    { reason: 'long-sentence', about: { words: 16, most: 15 } },
  ]);
  expect(found(sentence(20), 'standard')).toEqual([]);
  expect(found(sentence(21), 'standard')).toHaveLength(1);
});

test('a line break ends a sentence, and what is put in later counts as one word', () => {
  expect(found(`${'dog '.repeat(10)}\n${'dog '.repeat(10)}`)).toEqual([]);
  expect(found(`${'dog '.repeat(14)}{{F1|the very long words that stand here instead of it}}.`)).toEqual([]);
});

test.each([
  'Not now',
  'They said no',
  'What makes it hard?\nChoose up to 3.',
  'Do staff treat you with respect?',
  'OK',
  'Phone 111',
  '',
])('nothing to say of: %s', (text) => expect(found(text)).toEqual([]));

test('plain words may say what everybody says', () => {
  expect(found('Are you signed up with a doctor (GP) round here?', 'standard')).toEqual([]);
  expect(found('Went to hospital A&E', 'standard')).toEqual([]);
  expect(found('Went to hospital A&E', 'easy')).toEqual(['short-form: A&E']);
});

test('other languages have other rules: nothing is said of them', () => {
  expect(readingCheck(`${'kalb '.repeat(30)} NHS?`, 'easy', 'so')).toEqual([]);
  expect(readingCheck('NHS?', 'easy', 'en-GB')).toHaveLength(1);
});

test('a long text is looked at in a moment', { timeout: 10_000 }, () => {
  // So long that looking back and forth over it would take minutes.
  const found = readingCheck('Do you and the provider not see 40% of the people who were seen '.repeat(400), 'easy');
  expect(found.length).toBeGreaterThan(0);
});
