import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { exportSurvey } from '../src/surveys/survey-file.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../tests/helpers/browser.ts';
import * as worker from '../tests/helpers/field-tablet.ts';
import { startServer, type DeskFetch } from '../tests/helpers/server.ts';
import * as person from '../tests/helpers/survey-tablet.ts';
import type { OpenSurvey, ImportAnswer, SurveyList } from '../src/domain/desk-surveys.ts';
import type { Row } from './report.ts';
import { quantile, round } from './statistics.ts';
import { large, wordsIn } from './surveys.ts';

const WORKER = 'Maria Example';
const SLOWER = 4;
const DIST = process.env['DIST_DIR'] ?? join(import.meta.dirname, '..', 'dist');
const TAPS = 60;

/**
 * Answering with the server stopped, on a processor four times slower: from opening the app to the first question, and
 * from a touch on "Next" until the next question is painted, over a survey of 100 questions and 1,000 choices. Every
 * touch keeps the answer, encrypted and flushed, before the next question shows. The limit, on the same page and in the
 * same run: a heading's words are changed on a touch, and painted; and one strict put and one flush of as many bytes.
 */
export async function measureAnswering(): Promise<Row[]> {
  const server = await startServer();
  let tablet = await openTablet();
  try {
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await addLarge(desk);
    await worker.enrolTablet(tablet.page, server.url, desk, 'Bench tablet');
    await tablet.page.getByText('Ready without signal').waitFor();
    const bytes = await packBytes(desk);
    await tablet.page.goto(server.url);
    await worker.unlock(tablet.page, WORKER);
    await server.stop();

    const opening: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      tablet = await reopened(tablet);
      const began = performance.now();
      await tablet.page.goto(server.url);
      await worker.unlock(tablet.page, WORKER);
      await person.handOver(tablet.page, /Getting to see a doctor/);
      await person.begin(tablet.page);
      opening.push(performance.now() - began);
    }
    tablet = await reopened(tablet);
    const { page } = tablet;
    await page.goto(server.url);
    await worker.unlock(page, WORKER);
    await person.handOver(page, /Large/);
    await person.begin(page);
    const limits: number[] = [];
    for (let time = 0; time < TAPS; time += 1) limits.push(await page.evaluate(headingChanged));
    const next: number[] = [];
    const felt: number[] = [];
    for (let tap = 0; tap < TAPS; tap += 1) {
      felt.push(await page.evaluate(chooseFirst));
      next.push(await page.evaluate(goOn, 'Next'));
    }
    const back: number[] = [];
    for (let tap = 0; tap < TAPS / 2; tap += 1) back.push(await page.evaluate(goOn, 'Back'));
    return [
      { name: 'limit: a heading changed on a touch, painted, p50', value: round(quantile(limits, 0.5)), unit: 'ms' },
      { name: 'limit: the same, p95', value: round(quantile(limits, 0.95)), unit: 'ms' },
      { name: 'touch on a card until it is marked, p50', value: round(quantile(felt, 0.5)), unit: 'ms' },
      { name: 'touch on a card until it is marked, p95', value: round(quantile(felt, 0.95)), unit: 'ms' },
      { name: 'touch on Next until the next question is painted, p50', value: round(quantile(next, 0.5)), unit: 'ms' },
      { name: 'touch on Next until the next question is painted, p95', value: round(quantile(next, 0.95)), unit: 'ms' },
      {
        name: 'touch on Back until the question before is painted, p50',
        value: round(quantile(back, 0.5)),
        unit: 'ms',
      },
      { name: 'Next: times the limit, p50', value: round(quantile(next, 0.5) / quantile(limits, 0.5)), unit: 'x' },
      {
        name: 'cold browser to the first question, passcode, consent and practice in it (a robot’s hands)',
        value: round(quantile(opening, 0.5)),
        unit: 'ms',
      },
      ...bytes,
    ];
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await server.dispose();
  }
}

/** The large survey as a team would bring it in: a file, then published. */
async function addLarge(desk: DeskFetch): Promise<void> {
  const survey = large(['en']);
  const words = wordsIn(survey, 'en');
  const asks = survey.questions.map(({ code }, at) => [`${code}.ask`, `What is true of number ${at + 1}?`] as const);
  const texts = { ...words, standard: { ...words.standard, title: 'Large', ...Object.fromEntries(asks) } };
  const file = exportSurvey({ survey, texts: [texts], media: new Map() });
  const { open, findings } = await read<ImportAnswer>(
    await desk('/desk/v1/surveys/import', { body: JSON.parse(file) as object }),
  );
  if (open === null) throw new Error(`the large survey did not come in: ${JSON.stringify(findings)}`);
  const at = `/desk/v1/surveys/${open.survey.surveyId}/${open.survey.version}`;
  await read<OpenSurvey>(await desk(`${at}/state`, { body: { rev: open.rev, to: 'published' } }));
}

/** What a tablet carries for the three starter surveys beside the app itself, in bytes as they are sent. */
async function packBytes(desk: DeskFetch): Promise<Row[]> {
  const { files } = JSON.parse(await readFile(join(DIST, 'field-pack.json'), 'utf8')) as {
    files: { url: string; bytes: number }[];
  };
  const packed = await Promise.all(
    files.map(async ({ url, bytes }) =>
      /\.(?:js|css|html|json|svg|webmanifest)$/.test(url)
        ? brotliCompressSync(await readFile(join(DIST, url))).length
        : bytes,
    ),
  );
  const { surveys } = await read<SurveyList>(await desk('/desk/v1/surveys'));
  const starters = surveys.filter(({ surveyId }) => surveyId !== 'large');
  const open = await Promise.all(
    starters.map(async ({ surveyId, version }) =>
      read<OpenSurvey>(await desk(`/desk/v1/surveys/${surveyId}/${version}`)),
    ),
  );
  const sent = (parts: readonly unknown[]): number => gzipSync(JSON.stringify(parts)).length;
  const texts = open.flatMap((one) => one.texts);
  const english = texts.filter(({ language }) => language === 'en');
  const languages = new Set(texts.map(({ language }) => language)).size;
  return [
    {
      name: 'field pack of the app, every language and letter, as sent',
      value: round(packed.reduce((a, b) => a + b, 0) / 1000),
      unit: 'kB',
    },
    {
      name: 'the three starter surveys with English and easy read, as sent',
      value: round(sent([open.map(({ survey }) => survey), english]) / 1000),
      unit: 'kB',
    },
    {
      name: `each further language of the three (of ${languages - 1} drafts)`,
      value: round((sent(texts) - sent(english)) / 1000 / Math.max(1, languages - 1)),
      unit: 'kB',
    },
  ];
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function reopened(before: TabletBrowser): Promise<TabletBrowser> {
  await before.close();
  const tablet = await openTablet({ profile: before.profile });
  tablet.page.setDefaultTimeout(60_000);
  const control = await tablet.context.newCDPSession(tablet.page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return tablet;
}

// --- in the page, each whole by itself: it is sent there as text --------------------------------------------------

/** Changes the words of the heading on a touch of a button of its own, until they are painted. Milliseconds. */
function headingChanged(): Promise<number> {
  return new Promise((resolve) => {
    const heading = document.querySelector('h1');
    if (heading === null) throw new Error('there is no heading');
    const was = heading.cloneNode(true);
    const button = document.createElement('button');
    document.body.append(button);
    button.addEventListener('click', () => {
      const began = performance.now();
      const other = was.cloneNode(false) as HTMLElement;
      other.textContent = 'Something else altogether';
      heading.replaceWith(other);
      requestAnimationFrame(() =>
        setTimeout(() => {
          const took = performance.now() - began;
          other.replaceWith(heading);
          button.remove();
          resolve(took);
        }),
      );
    });
    button.click();
  });
}

/** Touches the first card until its mark is painted. */
function chooseFirst(): Promise<number> {
  return new Promise((resolve) => {
    const card = document.querySelector<HTMLInputElement>('.player__answer input[type=radio]');
    if (card === null) throw new Error('there is no card');
    const began = performance.now();
    card.click();
    const look = (): void => {
      if (document.querySelector<HTMLInputElement>('.player__answer input:checked') === null)
        return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    };
    look();
  });
}

/** Touches "Next" or "Back" until another question is painted. */
function goOn(word: string): Promise<number> {
  return new Promise((resolve) => {
    const was = document.querySelector('h1')?.textContent;
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === word);
    if (button === undefined) throw new Error(`there is no ${word}`);
    const began = performance.now();
    button.click();
    const look = (): void => {
      const now = document.querySelector('h1')?.textContent;
      if (now === was || now === undefined || document.querySelector('.player__answer input') === null)
        return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    };
    look();
  });
}
