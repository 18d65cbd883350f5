import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyResponse } from '../../src/domain/survey-response.ts';
import { forgetProfile, openTablet, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { CaptureMaker, eventually, SAID_YES } from '../helpers/captures.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/** Staff make a survey from an empty page, in a real browser against the real server, and read what people answered. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 740 };
const SURVEY = 'water-on-the-site';

let server: TestServer;
let desk: DeskFetch;
let browser: TabletBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
  browser = await openTablet({ viewport: WIDE_TABLET });
  page = browser.page;
  page.setDefaultTimeout(60_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/desk/surveys`);
  await page.getByLabel('Sign-in name').fill(ADMIN.loginName);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Surveys' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await forgetProfile(browser.profile);
  await server?.dispose();
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const exactly = (name: string): Locator => page.getByRole('button', { name, exact: true });
/** The field of one text: `en/standard/Q1.ask`. */
const words = (field: string): Locator => page.locator(`[data-text="${field}"]`);
const preview = (): Locator => page.locator('.player');

async function kept(): Promise<void> {
  await page.locator('.builder__kept--kept').waitFor();
}

async function addQuestion(kind: string, code: string, ask: string): Promise<void> {
  await exactly('Add a question').click();
  await page.locator('.type-card', { hasText: kind }).first().click();
  await words(`en/standard/${code}.ask`).fill(ask);
}

async function choosePicture(place: Locator, search: string): Promise<void> {
  await place.click();
  await page.getByLabel('Search').fill(search);
  await page.locator('.picture-tile').first().click();
}

/** What axe finds in the page as it stands. The preview is the player's, which has tests of its own. */
async function trouble(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude('.player').setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Everything to press in the desk that is smaller than a finger, and everything that stands out sideways. */
async function misfits(): Promise<string[]> {
  return page.evaluate(() => {
    const small = [...document.querySelectorAll('.desk-main :is(button, select, summary, textarea)')]
      .filter((element) => !element.closest('.player') && element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 47.5)
      .map((element) => `small: ${element.className} ${element.textContent}`.slice(0, 90));
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? [...small, `wide: ${scrollWidth} in ${clientWidth}`] : small;
  });
}

describe('a survey made at the desk', () => {
  test('begins from an empty page and gets three kinds of questions', async () => {
    await exactly('New survey').click();
    await page.getByLabel('What is it called?').fill('Water on the site');
    await page.getByRole('radio', { name: /An empty page/ }).check();
    await exactly('Make it').click();
    await words('en/standard/purpose').fill('We want to know about the water here.');
    expect(new URL(page.url()).pathname).toBe(`/desk/surveys/${SURVEY}/1`);

    await addQuestion('Yes or no', 'Q1', 'Is the water safe to drink?');
    await addQuestion('Choose one picture', 'Q2', 'Where do you get water?');
    await words('en/standard/Q2.o.a').fill('From the tap');
    await words('en/standard/Q2.o.b').fill('From a shop');
    await choosePicture(page.locator('.edit-choices__one .picture-place').nth(0), 'tap');
    await choosePicture(page.locator('.edit-choices__one .picture-place').nth(1), 'shop');
    await addQuestion('Own words', 'Q3', 'What should change first?');
    await kept();

    const saved = (await (await desk(`/desk/v1/surveys/${SURVEY}/1`)).json()) as {
      survey: { questions: { code: string; type: string }[] };
      texts: { standard: Record<string, string> }[];
    };
    expect(saved.survey.questions.map(({ code, type }) => `${code} ${type}`)).toEqual([
      'Q1 yes-no',
      'Q2 choose-one',
      'Q3 short-words',
    ]);
    expect(saved.texts[0]?.standard['Q2.o.b']).toBe('From a shop');
  });

  test('shows beside it what people will see, with the real screens', async () => {
    await page.locator('.builder-question__open', { hasText: 'Where do you get water?' }).click();
    await preview().getByRole('heading', { name: 'Where do you get water?' }).waitFor();
    await preview().getByText('From a shop').waitFor();
    await words('en/standard/Q2.ask').fill('Where does your water come from?');
    await preview().getByRole('heading', { name: 'Where does your water come from?' }).waitFor();
    expect(await trouble()).toEqual([]);
    expect(await misfits()).toEqual([]);
  });

  test('every sheet over it can be read and pressed', async () => {
    await exactly('Add a question').click();
    await page.locator('.type-card').first().waitFor();
    expect(await trouble()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.edit-choices__one .picture-place').first().click();
    await page.locator('.picture-tile').first().waitFor();
    expect(await trouble()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.question-code').click();
    expect(await trouble()).toEqual([]);
    await exactly('Leave it').click();
    await page.locator('.builder-part', { hasText: 'About this survey' }).click();
    expect(await trouble()).toEqual([]);
    expect(await misfits()).toEqual([]);
  });

  test('undo takes the last change back, and brings a question that was taken out', async () => {
    await page.locator('.builder-question__open', { hasText: 'What should change first?' }).click();
    await exactly('Take out').click();
    await expect.poll(() => page.locator('.builder-question__open').count()).toBe(2);
    await exactly('Undo').click();
    await page.locator('.builder-question__open', { hasText: 'What should change first?' }).waitFor();
  });

  test('questions that wait for each other are refused with the reason, and put right', async () => {
    await page.locator('.builder-question__open', { hasText: 'Where does your water' }).click();
    await exactly('Ask it only after certain answers').click();
    await page.locator('.mark-choice', { hasText: 'No' }).first().click();
    await exactly('Move up').click();
    await exactly('Check and publish').first().click();
    await page.getByText(/which is asked later/).waitFor();
    expect(await exactly('Publish').getAttribute('aria-disabled')).toBe('true');

    await page.locator('.builder-question__open', { hasText: 'Is the water safe' }).click();
    await exactly('Ask it only after certain answers').click();
    await page.locator('.mark-choice', { hasText: 'From a shop' }).click();
    await exactly('Check and publish').first().click();
    await page
      .getByText(/wait for each other/)
      .first()
      .waitFor();
    expect(await trouble()).toEqual([]);

    await page.locator('.survey-finding--stops').first().click();
    await button(/Take out condition 1/).click();
    await page.locator('.builder-question__open', { hasText: 'Is the water safe' }).click();
    await button(/Take out condition 1/).click();
    await exactly('Move up').click();
    await exactly('Check and publish').first().click();
    await page.getByText('Nothing stands in the way').waitFor();
  });

  test('speaks Arabic beside English, right to left, and tells what is still missing', async () => {
    await page.locator('.builder-part', { hasText: 'Words, pictures and sounds' }).click();
    await page.getByLabel('Language', { exact: true }).selectOption('ar');
    await exactly('Add it').click();
    await page.locator('.builder-question__open', { hasText: 'Where does your water' }).click();
    await words('ar/standard/Q2.ask').fill('من أين يأتي الماء؟');
    await page.locator('.player[dir="rtl"]').getByRole('heading', { name: 'من أين يأتي الماء؟' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');

    await page.locator('.builder-part', { hasText: 'Words, pictures and sounds' }).click();
    await page
      .locator('.coverage tr', { hasText: 'Arabic' })
      .first()
      .getByText(/1 of \d+ written/)
      .waitFor();
    expect(await trouble()).toEqual([]);
    await page.locator('.coverage tr', { hasText: 'Arabic' }).first().locator('.coverage__gaps').first().click();
    await page.locator('.survey-gaps .survey-finding', { hasText: 'The name of the survey' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-text')))
      .toBe('ar/standard/title');
    await page.keyboard.type('الماء هنا');
    await page.getByLabel('Language you are writing').selectOption('en');
    await kept();
  });

  test('records a sound, cuts the silence, and is heard again', async () => {
    await page.locator('.builder-question__open', { hasText: 'Is the water safe' }).click();
    await button(/^Record the sound of "Is the water safe/).click();
    const studio = page.locator('.studio');
    await studio.getByRole('button', { name: 'Record', exact: true }).click();
    await studio.locator('.studio__level').waitFor();
    await studio.getByText(/^Recording 0:0[3-9]/).waitFor();
    await studio.getByRole('button', { name: 'Stop' }).click();
    await studio.getByRole('button', { name: 'Take this one' }).click();
    await button(/^Sound of "Is the water safe/).waitFor();
    await kept();
    const { texts } = (await (await desk(`/desk/v1/surveys/${SURVEY}/1`)).json()) as {
      texts: { language: string; sounds: { standard: Record<string, { durationMs: number; sha256: string }> } }[];
    };
    const clip = texts.find(({ language }) => language === 'en')?.sounds.standard['Q1.ask'];
    expect(clip?.durationMs).toBeGreaterThan(300);
    const plays = await page.evaluate(async (sha256) => {
      const bytes = await (await fetch(`/desk/v1/surveys/assets/${sha256}`)).blob();
      const player = new Audio(URL.createObjectURL(bytes));
      return await new Promise<number>((resolve) => {
        player.addEventListener('loadedmetadata', () => resolve(player.duration));
        player.addEventListener('error', () => resolve(-1));
      });
    }, clip?.sha256 ?? '');
    expect(Math.abs(plays * 1000 - (clip?.durationMs ?? 0))).toBeLessThan(120);
  });

  test('takes a sound file of another kind, without the silence at its ends', async () => {
    await page.locator('.builder-question__open', { hasText: 'Where does your water' }).click();
    await button(/^Record the sound of "Where does your water/).click();
    const studio = page.locator('.studio');
    const file = { name: 'said.wav', mimeType: 'audio/wav', buffer: aWave([1, 0], [1.2, 0.4], [1, 0]) };
    await studio.locator('input[type="file"]').setInputFiles(file);
    await studio.getByText(/seconds of silence were cut off/).waitFor();
    await studio.getByRole('button', { name: 'Take this one' }).click();
    await button(/^Sound of "Where does your water/).waitFor();
    await kept();
    const { texts } = (await (await desk(`/desk/v1/surveys/${SURVEY}/1`)).json()) as {
      texts: { sounds: { standard: Record<string, { durationMs: number; mime: string }> } }[];
    };
    const clip = texts[0]?.sounds.standard['Q2.ask'];
    expect(clip?.mime).toMatch(/ogg/);
    expect(clip?.durationMs).toBeGreaterThan(1200);
    expect(clip?.durationMs).toBeLessThan(1600);
  });

  test('tells somebody else at work on it, and keeps both changes', async () => {
    const open = (await (await desk(`/desk/v1/surveys/${SURVEY}/1`)).json()) as {
      rev: number;
      survey: unknown;
      texts: { language: string; standard: Record<string, string> }[];
    };
    const texts = open.texts.map((one) =>
      one.language === 'en' ? { ...one, standard: { ...one.standard, 'Q3.help': 'Say anything you like.' } } : one,
    );
    const { rev, survey } = open;
    const put = await desk(`/desk/v1/surveys/${SURVEY}/1`, { method: 'PUT', body: { rev, survey, texts } });
    expect(put.status).toBe(200);
    await page.locator('.builder-question__open', { hasText: 'Is the water safe' }).click();
    await words('en/standard/Q1.ask').fill('Is the water here safe to drink?');
    await page.getByText(/changed this survey at the same time. Both changes are kept/).waitFor();
    await exactly('Good').click();
    await kept();
    const after = (await (await desk(`/desk/v1/surveys/${SURVEY}/1`)).json()) as typeof open;
    const english = after.texts.find(({ language }) => language === 'en')?.standard;
    expect(english?.['Q3.help']).toBe('Say anything you like.');
    expect(english?.['Q1.ask']).toBe('Is the water here safe to drink?');
  });

  test('works on a phone, one part at a time', async () => {
    await page.setViewportSize(PHONE);
    for (const pane of ['Questions', 'Make', 'Look']) {
      await page.locator('.builder__pane', { hasText: pane }).click();
      await expect.poll(misfits, { message: pane }).toEqual([]);
      expect(await trouble(), pane).toEqual([]);
    }
    await page.setViewportSize(WIDE_TABLET);
  });

  test('is published, and then only looked at', async () => {
    await exactly('Check and publish').first().click();
    await exactly('Publish').click();
    await exactly('Publish all the same').click();
    await page.getByText('It is published.').waitFor();
    await page.getByText(/This version stays as it is/).waitFor();
    await page.locator('.builder-question__open', { hasText: 'Is the water here safe' }).click();
    expect(await words('en/standard/Q1.ask').getAttribute('readonly')).not.toBeNull();
  });
});

describe('what people answered', () => {
  test('shows as it comes, each voice apart, with small numbers hidden', async () => {
    const tablet = await server.approveTablet(desk);
    const maker = new CaptureMaker(tablet);
    const push = async (all: readonly SurveyResponse[]): Promise<void> => {
      const operations = [];
      for (const body of all)
        operations.push(await maker.operation({ kind: 'survey-response', body, consent: SAID_YES }));
      await tablet.push(operations);
    };
    const counted = async (): Promise<number> => {
      const answer = await desk(`/desk/v1/surveys/${SURVEY}/results`);
      return ((await answer.json()) as { responses: number | null }).responses ?? 0;
    };
    await push([
      ...Array.from({ length: 7 }, () => aResponse('yes', 'a', 'own')),
      ...Array.from({ length: 6 }, () => aResponse('no', 'b', 'own')),
      ...Array.from({ length: 2 }, () => aResponse('no', 'b', 'proxy-family')),
    ]);
    await eventually(counted, (found) => found === 15, 60_000);

    await page.goto(`${server.url}/desk/surveys/${SURVEY}/results`);
    await page.locator('.results-whole__number', { hasText: '15 people we spoke to' }).waitFor();
    const first = page.locator('.result', { hasText: 'Is the water here safe to drink?' });
    const own = first.locator('.result-voice--own');
    expect(await own.locator('.result-bar', { hasText: 'Yes' }).locator('.result-bar__number').textContent()).toBe('7');
    expect(await own.locator('.result-bar', { hasText: 'No' }).locator('.result-bar__number').textContent()).toBe('6');
    await first.getByText('too few people to show').waitFor();
    await expect.poll(() => first.locator('.result-bar__picture svg').count()).toBeGreaterThan(1);
    expect(await trouble()).toEqual([]);
    expect(await misfits()).toEqual([]);

    await push(Array.from({ length: 3 }, () => aResponse('yes', 'b', 'own')));
    await page.getByText('3 new answers since you opened this page').waitFor();
    await expect
      .poll(() => own.locator('.result-bar', { hasText: 'Yes' }).locator('.result-bar__number').textContent())
      .toBe('10');

    await page.setViewportSize(PHONE);
    await expect.poll(misfits).toEqual([]);
    await page.setViewportSize(WIDE_TABLET);
    expect(browser.complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
  });
});

/** A sound of parts that last so many seconds and are so loud, as an uncompressed file. */
function aWave(...parts: readonly (readonly [seconds: number, loud: number])[]): Buffer {
  const rate = 16_000;
  const samples = parts.flatMap(([seconds, loud]) =>
    Array.from({ length: seconds * rate }, (_, at) => Math.round(Math.sin(at / 6) * loud * 32_767)),
  );
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) => file.writeInt16LE(sample, 44 + at * 2));
  return file;
}

function aResponse(water: string, from: string, voice: SurveyResponse['voice']): SurveyResponse {
  const answered = (code: string, type: string, value: unknown): SurveyResponse['answers'][number] => ({
    code,
    type,
    outcome: value === null ? 'skipped' : 'answered',
    value,
    voice,
    language: 'en',
    readingMode: 'standard',
  });
  return {
    surveyId: SURVEY,
    version: 1,
    family: SURVEY,
    title: 'Water on the site',
    mode: 'hand-over',
    voice,
    ended: 'finished',
    stoppedAt: null,
    answers: [
      answered('Q1', 'yes-no', { code: water }),
      answered('Q2', 'choose-one', { code: from }),
      answered('Q3', 'short-words', null),
    ],
    languages: ['en'],
    need: null,
    people: null,
  };
}
