import { expect, test } from 'vitest';
import type { Answered, SurveyResponse } from '../../src/domain/survey-response.ts';
import type { Survey } from '../../src/domain/survey.ts';
import { type CsvOptions, toCsv } from '../../src/surveys/csv.ts';
import { answer, begin } from '../../src/surveys/flow.ts';
import { toResponse } from '../../src/surveys/response.ts';
import { chooseOne, chooseSome, ownWords, sortPiles, starter } from '../../src/surveys/starter/build.ts';

const survey = starter('made-up', [
  chooseOne('D3', { yes: 'yes', no: 'no' }),
  chooseSome('D5', { phone: 'phone', far: 'far' }, { most: 2, mixed: false }),
  sortPiles('W2', { home: 'home', work: 'work' }),
  ownWords('F3', 'speech-question'),
  { ...chooseOne('N1', {}), type: 'number', settings: { min: -5, max: 9, step: 1, first: 0, unit: false } },
]);

function row(said: Readonly<Record<string, unknown>>, change: Partial<SurveyResponse> = {}, month = '2026-11') {
  let state = begin({ survey }, { mode: 'paper', language: 'en', readingMode: 'standard', seed: 1 });
  for (const [code, value] of Object.entries(said)) {
    const outcome: Answered['outcome'] = value === 'not-sure' || value === 'skipped' ? value : 'answered';
    state = answer(state, survey, code, { outcome, value, language: 'en', readingMode: 'standard' });
  }
  return {
    month,
    response: { ...toResponse(state, survey, 'A survey'), ended: 'finished' as const, stoppedAt: null, ...change },
  };
}

const CODES: CsvOptions = { as: 'codes', label: () => null, words: true };

/** As a spreadsheet reads it. */
function read(csv: string | null): Record<string, string>[] {
  if (csv === null) throw new Error('no table');
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const text = csv.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') field += text[(at += 1)] ?? '';
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\r')) {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\r') {
        at += 1;
        rows.push([]);
      }
    } else field += sign;
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

const five = Array.from({ length: 5 }, () => row({ D3: { code: 'yes' } }));

test('one row a response, one column a question, each with whose answer it is', () => {
  const rows = [
    row({
      D3: { code: 'yes' },
      D5: { codes: ['far', 'phone'] },
      W2: { sorted: { home: 'lot' } },
      F3: { words: 'it is damp', codes: [], media: [] },
      N1: { number: -3 },
    }),
    row({ D3: 'not-sure', D5: 'skipped' }, { voice: 'proxy-family' }),
    ...five,
  ];
  const [first, second] = read(toCsv(rows, [survey], CODES));
  expect(read(toCsv(rows, [survey], CODES))).toHaveLength(7);
  expect(first).toMatchObject({
    survey: 'made-up',
    month: '2026-11',
    mode: 'paper',
    D3: 'yes',
    'D3.voice': 'own',
    D5: 'far; phone',
    'W2:home': 'lot',
    'W2:work': '',
    F3: 'it is damp',
    N1: '-3',
  });
  expect(second).toMatchObject({ voice: 'proxy-family', D3: ':not-sure', D5: ':skipped', 'W2:home': '', F3: '' });
});

test('labels in place of codes, where there are any', () => {
  const words: Record<string, string> = {
    'D3.ask': 'Have you, a doctor?',
    'D3.o.yes': 'Yes',
    'column.mode': 'How',
    'mode.paper': 'On paper',
    'column.whose': '(whose)',
    'W2.ask': 'What matters?',
    'W2.o.home': 'Home',
    'W2.fixed.lot': 'A lot',
  };
  const rows = [row({ D3: { code: 'yes' }, W2: { sorted: { home: 'lot' } } }), ...five];
  const [first] = read(toCsv(rows, [survey], { as: 'labels', label: (key) => words[key] ?? null, words: true }));
  expect(first).toMatchObject({
    survey: 'A survey',
    How: 'On paper',
    'Have you, a doctor?': 'Yes',
    'Have you, a doctor? (whose)': 'own',
    'What matters?: Home': 'A lot',
  });
});

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r\n=1', '\uFF1D1'])(
  'no cell is a formula: %j',
  (words) => {
    const rows = [row({ F3: { words, codes: [], media: [] } }), ...five];
    const [first] = read(toCsv(rows, [survey], CODES));
    expect(first?.['F3']).toBe(`'${words}`);
  },
);

test('quotes, commas, line breaks and other scripts come through whole', () => {
  const words = 'she said "no", then\nwent; قالت لا 🙂';
  const csv = toCsv([row({ F3: { words, codes: [], media: [] } }), ...five], [survey], CODES);
  expect(csv?.startsWith('\uFEFF')).toBe(true);
  expect(csv?.endsWith('\r\n')).toBe(true);
  expect(read(csv)[0]?.['F3']).toBe(words);
});

test('heads of a group, both votes', () => {
  const group = row({ D3: { code: 'yes' } });
  const [given] = group.response.answers;
  if (given === undefined) throw new Error('no answer');
  const heads = {
    ...given,
    outcome: 'heads' as const,
    value: { first: { yes: 12, no: 3 }, again: { yes: 4, no: 11 } },
  };
  const [first] = read(
    toCsv(
      [{ ...group, response: { ...group.response, mode: 'group', people: 15, answers: [heads] } }, ...five],
      [survey],
      CODES,
    ),
  );
  expect(first).toMatchObject({ mode: 'group', people: '15', D3: 'yes = 12; no = 3 → yes = 4; no = 11' });
});

test('nothing that tells who somebody is: no table of few, no rare language, no contact, own words only with leave', () => {
  expect(toCsv(five.slice(0, 4), [survey], CODES)).toBeNull();
  const contact = { how: 'call', detail: '07700 900123' };
  const rows = [
    row({ F3: { words: 'our damp', codes: [], media: ['note'] } }, { languages: ['sth'], contact }),
    row({ 'about-age': { code: '85-plus' } }),
    ...five,
  ];
  const csv = toCsv(rows, [survey], { ...CODES, words: false }) ?? '';
  expect(csv).not.toMatch(/07700|sth|85-plus|our damp/);
  const [first, second] = read(csv);
  expect(first).toMatchObject({ languages: '*', F3: 'media = 1' });
  expect(second).toMatchObject({ languages: 'en', 'about-age': '*' });
});

test('versions share columns, and an answer that was no longer asked is named', () => {
  const older: Survey = { ...survey, version: 2, questions: survey.questions.slice(0, 2) };
  const off = row({ D3: { code: 'no' } });
  const response = {
    ...off.response,
    answers: off.response.answers.map((given) => ({ ...given, offPath: true as const })),
  };
  const [first, second] = read(
    toCsv([{ ...off, response }, row({ D3: { code: 'yes' } }, { version: 2 }), ...five], [older, survey], CODES),
  );
  expect(first).toMatchObject({ D3: '', offPath: 'D3' });
  expect(second).toMatchObject({ version: '2', D3: 'yes' });
});
