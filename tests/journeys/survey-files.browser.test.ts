import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportAnswer, StateAnswer } from '../../src/domain/desk-surveys.ts';
import type { Survey, SurveyTexts } from '../../src/domain/survey.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import * as worker from '../helpers/field-tablet.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { anOggClip, aQuestion, wordsFor } from '../helpers/survey-desk.ts';
import * as person from '../helpers/survey-tablet.ts';

/** A survey with the team's own picture and a recorded sound, from a file at the desk to a tablet with no signal. */

const WORKER = 'Maria Example';
const picture = worker.stripedPng(320, 200);
const clip = anOggClip('a title');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let server: TestServer;
let desk: DeskFetch;
let tablet: TabletBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
  await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
  await publish();
  tablet = await openTablet();
  page = tablet.page;
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await tablet?.close();
  if (tablet !== undefined) await forgetProfile(tablet.profile);
  await server?.dispose();
});

/** Brings the survey in as a file, and publishes it. */
async function publish(): Promise<void> {
  const sha256 = hashOf(picture);
  const survey: Survey = {
    format: 1,
    surveyId: 'our-place',
    version: 1,
    state: 'draft',
    family: 'our-place',
    questions: [aQuestion('A1', { picture: `own:${sha256}` }), aQuestion('A2')],
    consentAfter: [],
    aboutYou: false,
    fixed: null,
    languages: ['en'],
    easyReadChecked: null,
    pictures: [{ sha256, mime: 'image/png', bytes: picture.length, alt: 'Our place' }],
  };
  const sound = { sha256: hashOf(clip), mime: 'audio/ogg', bytes: clip.length, durationMs: 800 };
  const texts: SurveyTexts = {
    surveyId: 'our-place',
    version: 1,
    language: 'en',
    status: 'translated',
    checked: null,
    standard: { ...wordsFor('A1', 'A2'), title: 'Our place' },
    easy: {},
    sounds: { standard: { 'A1.ask': sound }, easy: {} },
  };
  const media = {
    [sha256]: { mime: 'image/png', base64: picture.toString('base64') },
    [sound.sha256]: { mime: 'audio/ogg', base64: Buffer.from(clip).toString('base64') },
  };
  const body = { format: 'said-and-done-survey-1', survey, texts: [texts], media };
  const { open, findings } = (await (await desk('/desk/v1/surveys/import', { body })).json()) as ImportAnswer;
  expect(findings).toEqual([]);
  const answer = await desk('/desk/v1/surveys/our-place/1/state', { body: { rev: open?.rev, to: 'published' } });
  expect(((await answer.json()) as StateAnswer).findings.filter(({ weight }) => weight === 'stops')).toEqual([]);
}

test('the tablet is ready only with every sound and picture of it, and then shows them with no signal', async () => {
  await worker.enrolTablet(page, server.url, desk, 'Tablet 3');
  await page.getByText('Ready without signal').waitFor();
  const held = await page.evaluate(async () => {
    const keys = await (await caches.open('survey-assets')).keys();
    return keys.map(({ url }) => url.split('/').at(-1) ?? '').sort();
  });
  expect(held).toContain(hashOf(clip));
  expect(held).toHaveLength(2);

  await server.stop();
  await page.goto(server.url);
  await worker.unlock(page, WORKER);
  await person.handOver(page, /Our place/);
  await person.begin(page);
  await page.getByRole('heading', { name: 'Is A1 so?' }).waitFor();
  const shown = page.locator('img.player__own-picture').first();
  await shown.waitFor();
  // It has its place before it has come.
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([320, 200]);
  expect(tablet.complaints.filter((complaint) => /Content Security/.test(complaint))).toEqual([]);
});
