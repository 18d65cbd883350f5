import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLocales } from '../../scripts/locales.mjs';
import { fileFinding } from '../../src/domain/desk-surveys.ts';
import { survey as surveySchema, surveyTexts, type Clip, type SurveyTexts } from '../../src/domain/survey.ts';
import { exportSurvey, importSurvey, type SurveyBundle } from '../../src/surveys/survey-file.ts';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import { seeded } from '../helpers/simulation/seeded.ts';

const sha256 = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

async function media(...files: readonly (readonly [mime: string, text: string])[]): Promise<SurveyBundle['media']> {
  const entries = files.map(async ([mime, text]) => {
    const bytes = new Uint8Array(Buffer.from(text));
    return [await sha256(bytes), { mime, bytes }] as const;
  });
  return new Map(await Promise.all(entries));
}

const file = (layer: string): unknown =>
  JSON.parse(readFileSync(`locales/en/${layer}/survey-getting-to-see-a-doctor.json`, 'utf8'));

async function bundle(): Promise<SurveyBundle> {
  const [first] = STARTERS;
  if (first === undefined) throw new Error('there is no starter');
  const files = await media(['audio/webm;codecs=opus', 'a clip'], ['image/png', 'a picture']);
  const [clipHash = '', pictureHash = ''] = [...files.keys()];
  const clip: Clip = { sha256: clipHash, mime: 'audio/webm;codecs=opus', bytes: 6, durationMs: 900 };
  const survey = {
    ...first,
    state: 'draft' as const,
    languages: ['en', 'so'],
    pictures: [{ sha256: pictureHash, mime: 'image/png', bytes: 9, alt: 'Our hall' }],
  };
  const english = starterTexts(survey, 'en', { standard: file('standard'), easy: file('easy') });
  const texts: SurveyTexts[] = [
    { ...english, status: 'translated', sounds: { standard: { 'D1.ask': clip }, easy: {} } },
    { ...starterTexts(survey, 'so', { standard: { title: 'Dhakhtar' }, easy: {} }), status: 'draft' },
  ];
  return { survey, texts, media: files };
}

type Json = Record<string, unknown>;

/** The exported file with something done to it. */
async function spoiled(
  spoil: (file: { survey: Json; texts: Json[]; media: Record<string, Json> } & Json) => unknown,
): Promise<string> {
  const parsed = JSON.parse(exportSurvey(await bundle())) as never;
  return JSON.stringify(spoil(parsed) ?? parsed);
}

const told = ({ findings }: Awaited<ReturnType<typeof importSurvey>>): string[] =>
  findings.map(({ weight, path, reason }) => `${weight} ${path === '' ? '' : `${path}: `}${reason}`);

test('what is written is read back whole, as a draft nobody has checked', async () => {
  const before = await bundle();
  const { bundle: after, findings } = await importSurvey(exportSurvey(before), sha256);
  expect(findings).toEqual([]);
  expect(after).toEqual(before);
  expect(surveySchema.safeParse(after?.survey).success).toBe(true);
});

test('state, version and who checked what stay with those who said so', async () => {
  const text = await spoiled((one) => {
    one.survey['state'] = 'published';
    one.survey['version'] = 7;
    one.survey['easyReadChecked'] = { by: 'Somebody', on: '2026-01-01' };
    Object.assign(one.texts[0] ?? {}, { status: 'tested', version: 7, checked: { by: 'Somebody', on: '2026-01-01' } });
  });
  const { bundle: read } = await importSurvey(text, sha256);
  expect(read?.survey).toMatchObject({ state: 'draft', version: 1, easyReadChecked: null });
  expect(read?.texts[0]).toMatchObject({ status: 'translated', version: 1, checked: null });
});

describe('what cannot be read is named, and everything else is taken', () => {
  test.each<[string, Parameters<typeof spoiled>[0], string[], number, number]>([
    // name, spoil, findings, questions left, texts left
    [
      'a question that is no question',
      (one) => void ((one.survey['questions'] as unknown[])[2] = 'D3'),
      ['warns question 3: unreadable-question'],
      9,
      2,
    ],
    [
      'a question with a bad condition',
      (one) => void Object.assign((one.survey['questions'] as Json[])[2] ?? {}, { showIf: 'sometimes' }),
      ['warns question D3, showIf: unreadable'],
      10,
      2,
    ],
    [
      'a question with something more',
      (one) => void Object.assign((one.survey['questions'] as Json[])[2] ?? {}, { glitter: true }),
      ['warns question D3, glitter: unreadable'],
      10,
      2,
    ],
    [
      'a question of a kind nobody knows',
      (one) => void Object.assign((one.survey['questions'] as Json[])[2] ?? {}, { type: 'hologram' }),
      ['warns question D3: unknown-type'],
      10,
      2,
    ],
    [
      'a question with the code of what every object has already',
      (one) => void Object.assign((one.survey['questions'] as Json[])[9] ?? {}, { code: 'constructor' }),
      ['warns question 10: unreadable-question'],
      9,
      2,
    ],
    ['no questions', (one) => void delete one.survey['questions'], ['warns questions: missing-part'], 0, 2],
    [
      'words of no language',
      (one) => void Object.assign(one.texts[1] ?? {}, { language: 'not a tag!' }),
      ['warns words in 2: unreadable-texts'],
      10,
      1,
    ],
    [
      'the same language twice',
      (one) => void Object.assign(one.texts[1] ?? {}, { language: 'en' }),
      ['warns words in en: same-language-twice'],
      10,
      1,
    ],
    [
      'words that are a number',
      (one) => void Object.assign(one.texts[0]?.['standard'] as Json, { 'D1.ask': 7 }),
      ['warns words in en, D1.ask: unreadable-text'],
      10,
      2,
    ],
    [
      'words that are a book',
      (one) => void Object.assign(one.texts[0]?.['standard'] as Json, { 'D1.ask': 'x'.repeat(5000) }),
      ['warns words in en, D1.ask: unreadable-text'],
      10,
      2,
    ],
    [
      'a key that is none',
      (one) => void Object.assign(one.texts[0]?.['standard'] as Json, { '__proto__x y': 'x' }),
      ['warns words in en, __proto__x y: unreadable-text'],
      10,
      2,
    ],
    ['a part nobody asked for', (one) => void (one['more'] = []), ['warns more: unreadable'], 10, 2],
    [
      'consent that is none',
      (one) => void (one.survey['consentAfter'] = 'all'),
      ['warns survey, consentAfter: unreadable'],
      10,
      2,
    ],
  ])('%s', async (_name, spoil, findings, questions, texts) => {
    const read = await importSurvey(await spoiled(spoil), sha256);
    expect(told(read)).toEqual(findings);
    expect(read.bundle?.survey.questions).toHaveLength(questions);
    expect(read.bundle?.texts).toHaveLength(texts);
    expect(surveySchema.safeParse(read.bundle?.survey).success).toBe(true);
    for (const row of read.bundle?.texts ?? []) expect(surveyTexts.safeParse(row).success).toBe(true);
  });

  test.each<[string, (files: Record<string, Json>) => void, RegExp]>([
    [
      'a clip that was changed',
      (files) => void Object.assign(first(files), { base64: Buffer.from('another').toString('base64') }),
      /wrong-hash/,
    ],
    ['a clip that is no base64', (files) => void Object.assign(first(files), { base64: '???' }), /unreadable-media/],
    ['a clip that is a program', (files) => void Object.assign(first(files), { mime: 'text/html' }), /media-type/],
    [
      'a clip that is enormous',
      (files) => void Object.assign(first(files), { base64: 'A'.repeat(800_000) }),
      /media-too-large/,
    ],
    ['a clip that is gone', (files) => void delete files[Object.keys(files)[0] ?? ''], /sound-gone/],
  ])('%s', async (_name, spoil, reason) => {
    const read = await importSurvey(await spoiled((one) => void spoil(one.media)), sha256);
    expect(told(read).join('; ')).toMatch(reason);
    expect(told(read)).toContain('warns words in en, D1.ask: sound-gone');
    expect(read.bundle?.texts[0]?.sounds.standard).toEqual({});
    expect(read.bundle?.media.size).toBe(1);
    expect(read.bundle?.survey.pictures).toHaveLength(1);
  });

  test('a picture without its bytes, and bytes that nothing uses', async () => {
    const read = await importSurvey(await spoiled((one) => void (one.survey['pictures'] = [])), sha256);
    expect(told(read)).toEqual([expect.stringMatching(/unused-media$/)]);
    const gone = await importSurvey(
      await spoiled((one) => void delete one.media[Object.keys(one.media)[1] ?? '']),
      sha256,
    );
    expect(told(gone)).toEqual([expect.stringMatching(/picture-gone$/)]);
    expect(gone.bundle?.survey.pictures).toEqual([]);
  });
});

const first = (files: Record<string, Json>): Json => Object.values(files)[0] ?? {};

describe('a file that is refused as a whole', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'not-json'],
    ['a letter', 'Dear all,', 'not-json'],
    ['a list', '[]', 'not-json'],
    ['half a file', '{"format":"said-and-done-survey-1","survey":{"surv', 'not-json'],
    ['another kind of file', '{"format":"a-record","survey":{}}', 'not-a-survey'],
    ['a later format', '{"format":"said-and-done-survey-2","survey":{}}', 'newer-format'],
    [
      'a survey without a name',
      '{"format":"said-and-done-survey-1","survey":{"surveyId":"NO WAY"}}',
      'unreadable-survey',
    ],
    ['brackets without end', '['.repeat(200_000), 'not-json'],
  ])('%s', async (_name, text, reason) => {
    const read = await importSurvey(text, sha256);
    expect(read.bundle).toBeNull();
    expect(told(read)).toEqual([expect.stringContaining(reason)]);
  });

  test('a survey with the old "how likely to recommend" question', async () => {
    const text = await spoiled((one) => {
      Object.assign(one.texts[0]?.['easy'] as Json, { 'D1.ask': 'How likely are you to recommend us?' });
    });
    const read = await importSurvey(text, sha256);
    expect(told(read)).toEqual(['stops words in en, D1.ask: old-recommend-wording']);
    expect(read.bundle).toBeNull();
  });
});

test('rubbish is never more than rubbish: bent files are read or refused, and what comes out is sound', async () => {
  const whole = exportSurvey(await bundle());
  const strange = ['null', '"x"', '-1', '[]', '{}', 'true', '1e999', '"\\u0000"', '{"__proto__":{"a":1}}'];
  for (let seed = 1; seed <= 150; seed += 1) {
    const chance = seeded(seed);
    let text = whole;
    for (let bend = 0; bend < chance.between(1, 4); bend += 1) {
      const at = chance.between(0, text.length - 1);
      // A value becomes another one, or a piece of the file goes.
      const values = [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|true|false|null|\d+)/g)];
      const value = chance.pick(values);
      text = chance.chance(0.8)
        ? text.slice(0, value.index + 1) + chance.pick(strange) + text.slice(value.index + value[0].length)
        : text.slice(0, at) + text.slice(at + chance.between(1, 30));
    }
    const { bundle: read, findings } = await importSurvey(text, sha256);
    for (const one of findings) expect([seed, fileFinding.safeParse(one).success]).toEqual([seed, true]);
    if (read === null) expect([seed, findings.some(({ weight }) => weight === 'stops')]).toEqual([seed, true]);
    else {
      expect([seed, surveySchema.safeParse(read.survey).success]).toEqual([seed, true]);
      for (const row of read.texts) expect([seed, surveyTexts.safeParse(row).success]).toEqual([seed, true]);
      const again = await importSurvey(exportSurvey(read), sha256);
      expect([seed, JSON.stringify(again.bundle)]).toEqual([seed, JSON.stringify(read)]);
    }
  }
});

test('every reason has its words', () => {
  const words = readLocales().find(
    ({ namespace, language }) => namespace === 'survey-file' && language === 'en',
  )?.texts;
  const used = ['survey-file', 'file/media', 'file/read-survey', 'file/read-texts'].flatMap((name) =>
    [
      ...readFileSync(`src/surveys/${name}.ts`, 'utf8').matchAll(/note\.(?:warn|stop)\([^;]*?'([a-z-]+)'(?:, \{|\))/g),
    ].map((match) => match[1] ?? ''),
  );
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((key) => words?.has(key) !== true)).toEqual([]);
});
