import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSurvey, type ImportAnswer, type OpenSurvey } from '../../../src/domain/desk-surveys.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aJpeg } from '../../helpers/picture-bytes.ts';
import { anOggClip, aQuestion, surveyDesk } from '../../helpers/survey-desk.ts';

let app: TestApp;
let desk: Awaited<ReturnType<typeof surveyDesk>>;
let whole: OpenSurvey;
let file: string;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  desk = await surveyDesk(app);
  const clip = await desk.asset(anOggClip(), 'clip');
  const picture = await desk.asset(aJpeg(3, 3), 'picture');
  const open = await desk.ready('to-send');
  whole = await desk.save({
    ...open,
    survey: { ...open.survey, questions: [aQuestion('A1', { picture: `own:${picture.sha256}` }), aQuestion('A2')] },
    texts: open.texts.map((each) => ({ ...each, sounds: { standard: { title: clip }, easy: {} } })),
  });
  file = await (await desk.ask('/to-send/1/export')).text();
});
afterAll(() => app.close());

const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
async function send(body: string | Uint8Array, query = '', type = 'application/json'): Promise<Response> {
  return app.send(
    new Request(`https://listening.example.org/desk/v1/surveys/import${query}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Uint8Array.from(body),
      headers: { cookie: desk.cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' },
    }),
  );
}
const take = async (body: string | Uint8Array, query = '') => (await (await send(body, query)).json()) as ImportAnswer;
const changed = (change: (parsed: Record<string, never> & { survey: never; texts: never[]; media: never }) => void) => {
  const parsed = JSON.parse(file) as never;
  change(parsed);
  return JSON.stringify(parsed);
};

test('a survey goes out and comes in again with its words, sounds and pictures, beside the one that is here', async () => {
  const { open, findings } = await take(file);
  expect(findings).toEqual([]);
  expect(open?.survey).toMatchObject({ surveyId: 'to-send-2', version: 1, state: 'draft', family: 'to-send' });
  expect(open?.survey.questions).toEqual(whole.survey.questions);
  expect(open?.texts[0]?.sounds).toEqual(whole.texts[0]?.sounds);
  expect(open?.texts[0]?.standard).toEqual(whole.texts[0]?.standard);
  expect(openSurvey.parse(open)).toEqual(open);
  expect(await desk.open('to-send')).toEqual(whole);
  expect((await take(file)).open?.survey.surveyId).toBe('to-send-3');
});

test('only tried, it changes nothing', async () => {
  const before = await desk.list();
  expect(await take(file, '?try=1')).toEqual({ open: null, findings: [] });
  expect(await desk.list()).toEqual(before);
});

test('a picture in a file is stripped and a drawing cleaned, like any that is uploaded', async () => {
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x</script><path d="M0 0h9v9z"/></svg>',
  );
  const sent = hash(drawing);
  const { open } = await take(
    changed((parsed) => {
      const media = parsed.media as Record<string, unknown>;
      media[sent] = { mime: 'image/svg+xml', base64: drawing.toString('base64') };
      const survey = parsed.survey as unknown as OpenSurvey['survey'];
      Object.assign(survey, {
        pictures: [...survey.pictures, { sha256: sent, mime: 'image/svg+xml', bytes: 1, alt: 'Ours' }],
      });
      survey.questions[1]!.picture = `own:${sent}`;
    }),
  );
  const kept = /^own:(.*)$/.exec(open?.survey.questions[1]?.picture ?? '')?.[1] ?? '';
  expect(kept).toHaveLength(64);
  expect(kept).not.toBe(sent);
  expect(open?.survey.pictures.map(({ sha256 }) => sha256)).toContain(kept);
  expect(await (await desk.ask(`/assets/${kept}`)).text()).not.toContain('script');
});

describe('nasty files are told about in words, and never end in a failure', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  test.each([
    ['nothing', ''],
    ['no JSON', 'PK\x03\x04 a zip'],
    ['another kind of JSON', '[1, 2, 3]'],
    ['a survey of nothing', '{"format":"said-and-done-survey-1","survey":{}}'],
    ['brackets without end', deep],
    [
      'brackets in the settings',
      '{"format":"said-and-done-survey-1","survey":{"surveyId":"x","questions":[{"code":"A","type":"choose-one","settings":' +
        deep +
        '}]}}',
    ],
    ['a prototype', '{"format":"said-and-done-survey-1","__proto__":{"survey":{}},"survey":{"surveyId":"../../etc"}}'],
    ['one of a newer app', '{"format":"said-and-done-survey-9","survey":{"surveyId":"x"}}'],
  ])('%s', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(200);
    const { open, findings } = (await answer.json()) as ImportAnswer;
    expect(open).toBeNull();
    expect(findings.some(({ weight }) => weight === 'stops')).toBe(true);
  });

  test('what can be read is taken, and the rest is named with its place', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const { open, findings } = await take(
      changed((parsed) => {
        const survey = parsed.survey as unknown as { questions: unknown[]; surveyId: string };
        survey.surveyId = 'half-read';
        survey.questions.push({ code: 'B 1', type: 7 }, aQuestion('B2', { type: 'of-the-future', settings: {} }));
        const [texts] = parsed.texts as unknown as {
          standard: Record<string, unknown>;
          sounds: { standard: Record<string, unknown> };
        }[];
        texts!.standard['A1.ask'] = 'x'.repeat(5000);
        const hidden = { sha256: hash(page), mime: 'audio/ogg', bytes: page.length, durationMs: 1 };
        texts!.sounds.standard['purpose'] = hidden;
        (parsed.media as Record<string, unknown>)[hidden.sha256] = {
          mime: 'audio/ogg',
          base64: page.toString('base64'),
        };
      }),
    );
    expect(open?.survey.surveyId).toBe('half-read');
    expect(open?.survey.questions.map(({ code }) => code)).toEqual(['A1', 'A2', 'B2']);
    expect(open?.texts[0]?.sounds.standard).not.toHaveProperty('purpose');
    expect(findings.map(({ reason }) => reason).sort()).toEqual([
      'media-type',
      'unknown-type',
      'unreadable-question',
      'unreadable-text',
    ]);
    expect(findings.every(({ weight, path }) => weight === 'warns' && path !== '')).toBe(true);
  });

  test('what a form of another page could send, and what is far too large', async () => {
    expect((await send(file, '', 'text/plain')).status).toBe(400);
    expect((await send(new Uint8Array(49 * 1024 * 1024))).status).toBe(413);
  });
});

test('settings that nest without end are refused at saving, and the server goes on', async () => {
  const open = await desk.open('to-send');
  const nested = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  const survey = { ...open.survey, questions: [aQuestion('A1', { settings: 'HERE' })] };
  const body = JSON.stringify({ survey, texts: open.texts, rev: open.rev }).replace('"HERE"', nested);
  const answer = await app.send(
    new Request('https://listening.example.org/desk/v1/surveys/to-send/1', {
      method: 'PUT',
      body,
      headers: { cookie: desk.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    }),
  );
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ details: { field: 'survey.questions.settings' } });
  expect((await desk.open('to-send')).rev).toBe(open.rev);
});
