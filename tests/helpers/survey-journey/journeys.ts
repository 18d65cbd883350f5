import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyList } from '../../../src/domain/desk-surveys.ts';
import type { InboxDetail, InboxPage } from '../../../src/domain/desk.ts';
import type { Answered, SurveyResponse } from '../../../src/domain/survey-response.ts';
import { STARTERS } from '../../../src/surveys/starter/starters.ts';
import { atRest } from '../at-rest.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../browser.ts';
import * as worker from '../field-tablet.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../server.ts';
import { tryToGetOut } from './getting-out.ts';
import { fingers, keys, oneSwitch, twoSwitches, type Hands } from './hands.ts';
import { RUNS, saidTo, type Run, type Say } from './plans.ts';
import { tracesOf, tracesOnDisk } from './traces.ts';
import { Walk, type Expected } from './walk.ts';
import { wordsOf } from './words.ts';

const WORKER = 'Maria Example';
const HANDS = { touch: fingers, keyboard: keys, switch: oneSwitch, 'two-switches': twoSwitches } as const;
const HOLD_MS = 3200;
/** A question is covered after 30 s; with one switch the ring is given time to come round first. */
const ALONE_MS = 120_000;

/**
 * Each starter survey from the worker's hand to the receipt, with no signal, worked in one way; then everything is sent
 * and must be at the office whole and once.
 */
export function answeredBy(name: Hands['name']): void {
  describe(`the starter surveys by ${name}`, () => {
    let server: TestServer;
    let desk: DeskFetch;
    let tablet: TabletBrowser;
    let page: Page;
    const said = new Map<Run, ReadonlyMap<string, Expected>>();
    const own = (run: Run): string => `Nobody told us anything at ${run.survey.length} o'clock, by ${name}`;

    const open = async (): Promise<void> => {
      const profile = tablet?.profile;
      tablet = await openTablet({ touch: name === 'touch', ...(profile === undefined ? {} : { profile }) });
      page = tablet.page;
      page.setDefaultTimeout(60_000);
      await page.clock.install();
    };
    const complaints: string[] = [];
    const take = (): void => void complaints.push(...tablet.complaints.splice(0));

    beforeAll(async () => {
      server = await startServer();
      desk = await server.setUp();
      await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
      await open();
      await worker.enrolTablet(page, server.url, desk, 'Tablet 3');
      await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
      await server.stop();
    });
    afterAll(async () => {
      await tablet?.close();
      if (tablet !== undefined) await forgetProfile(tablet.profile);
      await server?.dispose();
    });
    // What it looked like when it went wrong: `test-results/survey-<way>-<run>.png`.
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      await mkdir('test-results', { recursive: true });
      await page
        .screenshot({
          path: `test-results/survey-${name}-${RUNS[name].findIndex(({ survey }) => task.name.startsWith(survey)) + 1}.png`,
        })
        .catch(() => undefined);
    });

    for (const run of RUNS[name]) {
      const { survey: id, reader, size } = run;
      test(`${id}, ${reader.language} ${reader.layer}, ${size.width} x ${size.height}`, async () => {
        const survey = STARTERS.find(({ surveyId }) => surveyId === id);
        if (survey === undefined) throw new Error(`there is no ${id}`);
        await page.setViewportSize(size);
        await page.goto(server.url);
        await worker.unlock(page, WORKER);
        await page.getByRole('link', { name: /^Picture survey/ }).click();
        const title = wordsOf({ language: 'en', layer: 'standard' }, `survey-${id}`, 'title').words;
        await page.getByRole('button', { name: new RegExp(title.replaceAll('?', '\\?')) }).click();
        await page.getByRole('button', { name: /^Hand over/ }).click();
        await page.locator('.tongues').waitFor();
        await page.waitForFunction(() => document.fullscreenElement !== null);

        const walk = new Walk({ page, hands: HANDS[name](page), reader, survey, axe: run.axe === true });
        if (name === 'switch') await turnOn(walk, /^One switch/);
        if (name === 'two-switches') await turnOn(walk, /^Two switches/);
        await walk.begin();
        const plan = saidTo(id, name, own(run));
        for (const { code } of survey.questions) {
          const say = plan[code];
          if (say === undefined) throw new Error(`nobody planned ${code}`);
          await walk.see(walk.askedIn(code), code);
          await page.locator('.player__answer > *').first().waitFor();
          await walk.say(code, say);
          if (run.looksAt?.at === code) await walk.lookInto(run.looksAt.reader, code, chosenIn(say));
          if (run.leftAt === code) await leave(walk, code, chosenIn(say));
          await walk.goOn(say);
          if (run.diesAfter === code) await die(walk, run, code);
        }
        await walk.end({
          recorded: Object.values(plan).some((say) => typeof say === 'object' && 'voice' in say),
          changes: run.changes,
          aboutYou: run.aboutYou === true,
        });
        await walk.take(page.getByRole('button', { name: walk.words('answer', 'end.next').words }));
        await forgotten(run);
        said.set(run, walk.said);
        expect(walk.faults).toEqual([]);
        await backToTheWorker(run);
      });
    }

    test('the connection comes back, and every answer is at the office, whole and once', async () => {
      await server.restart();
      await page.goto(server.url);
      await worker.unlock(page, WORKER);
      await page.getByRole('link', { name: /What is saved and sent/ }).click();
      await worker.button(page, /^Send/).click();
      await page
        .getByText(/^All sent/)
        .first()
        .waitFor({ timeout: 60_000 });
      desk = await server.signIn(ADMIN);
      const ask = async <T>(path: string): Promise<T> => (await (await desk(path)).json()) as T;
      const inbox = async () => (await ask<InboxPage>('/desk/v1/inbox?limit=100')).items;
      await expect
        .poll(async () => (await inbox()).filter(({ mediaMissing }) => mediaMissing === 0).length, {
          timeout: 60_000,
          interval: 500,
        })
        .toBe(said.size);
      const details = await Promise.all(
        (await inbox()).map(({ entityId }) => ask<InboxDetail>(`/desk/v1/inbox/${entityId}`)),
      );
      for (const [run, expected] of said) {
        const found = details.flatMap(({ records }) =>
          records.filter(({ record }) => (record.body as SurveyResponse).surveyId === run.survey),
        );
        expect(found).toHaveLength(1);
        const body = found[0]?.record.body as SurveyResponse;
        expect(body).toMatchObject({ mode: 'hand-over', ended: 'finished', stoppedAt: null, voice: 'own' });
        expect(body.need).toBe(run.survey === 'getting-to-see-a-doctor' ? 'today' : null);
        expect(body.languages).toEqual([run.reader.language]);
        expect(Object.fromEntries(body.answers.map((given) => [given.code, asExpected(given)]))).toEqual(
          Object.fromEntries(expected),
        );
      }
      expect(said.size).toBe(RUNS[name].length);
      const { surveys } = await ask<SurveyList>('/desk/v1/surveys');
      const answered = (id: string): number => RUNS[name].filter(({ survey }) => survey === id).length;
      expect(surveys.map(({ responses }) => responses)).toEqual(surveys.map(({ surveyId }) => answered(surveyId)));
    });

    test('nothing that was written stands on the disk, and no rule of the page was broken', async () => {
      take();
      await tablet.close();
      expect(await tracesOnDisk(tablet.profile, RUNS[name].map(own))).toEqual([]);
      expect(complaints.filter((words) => !/ERR_|net::|Failed to load|Failed to fetch/.test(words))).toEqual([]);
    });

    /** The helper turns it on by touch; from then on there are only the switches. */
    async function turnOn(walk: Walk, way: RegExp): Promise<void> {
      await page.locator('.player__more').click();
      await page.getByRole('button', { name: way }).click();
      await walk.next();
      await page.locator('.tongues').waitFor();
    }

    /** Killed as soon as the next question shows, and taken up again there. */
    async function die(walk: Walk, run: Run, code: string): Promise<void> {
      const at = walk.survey.questions.findIndex((question) => question.code === code);
      const next = walk.survey.questions[at + 1]?.code ?? 'E1';
      await walk.see(walk.askedIn(next), next);
      take();
      await tablet.kill();
      await open();
      await page.setViewportSize(run.size);
      walk.page = page;
      walk.hands = HANDS[name](page);
      await page.goto(server.url);
      await worker.unlock(page, WORKER);
      await page.getByRole('link', { name: /^Not finished/ }).click();
      await page.locator('a[href^="/survey/"]').first().click();
      await worker.button(page, 'Hand the tablet over again').click();
      await walk.see(walk.askedIn(next), `${next} again`);
    }

    /** Somebody tries to get out; then nobody is there, and then the same person comes back. */
    async function leave(walk: Walk, code: string, chosen: string): Promise<void> {
      const asked = await page.locator('h1').innerText();
      const same = page.locator('.cover__way').first();
      const comesBack = async (): Promise<void> => {
        await walk.look('cover', null);
        await walk.take(same);
        await walk.see(walk.askedIn(code), `${code} after the cover`);
        expect(await page.locator(`.player__answer input[value="${chosen}"]`).isChecked()).toBe(true);
      };
      await tryToGetOut(page, walk.reader);
      await comesBack();
      await page.clock.runFor(ALONE_MS);
      await page.locator('.cover').waitFor();
      expect(await page.locator('body').innerText()).not.toContain(asked);
      expect(await page.title()).not.toContain(asked);
      await comesBack();
    }

    /** The next person has the tablet: nothing is left of the one before. */
    async function forgotten(run: Run): Promise<void> {
      await page.locator('.tongues').waitFor();
      const fresh = async (): Promise<void> => {
        await atRest(page);
        await expect.poll(() => page.locator('h1').innerText()).toBe('Choose your language');
        expect(await tracesOf(page, [own(run)])).toEqual([]);
        await expect.poll(() => page.locator('.scan-ring, [aria-pressed="true"]').count()).toBe(0);
        await expect
          .poll(() => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]))
          .toEqual(['en', 'ltr']);
      };
      await fresh();
      for (let turn = 0; turn < 3; turn += 1) await page.goBack({ timeout: 2000 }).catch(() => undefined);
      await page.keyboard.press('Alt+ArrowLeft');
      await page.keyboard.press('Control+z');
      await fresh();
    }

    async function backToTheWorker(run: Run): Promise<void> {
      await page.getByRole('button', { name: /press and hold/ }).hover();
      await page.mouse.down();
      await page.clock.runFor(HOLD_MS);
      await page.mouse.up();
      await page.getByLabel('Your passcode', { exact: true }).fill(worker.PASSCODE);
      await worker.button(page, 'Take it back').click();
      await page.locator('.frame__bar').waitFor();
      if (run.survey === 'getting-to-see-a-doctor') {
        await page.getByRole('heading', { name: 'Somebody asked for help' }).waitFor();
        await worker.button(page, /^Later/).click();
        await page.locator('.surveys').waitFor();
      }
      // Nobody began after them: no empty answers wait to be finished.
      await page.goto(`${server.url}/drafts`);
      await worker.unlock(page, WORKER);
      await page.getByRole('heading', { name: 'Not finished' }).waitFor();
      expect(await page.locator('a[href^="/survey/"]').count()).toBe(0);
    }
  });
}

/** A card that was taken, by which the answer is known again. */
function chosenIn(say: Say): string {
  if (typeof say === 'object' && 'one' in say) return say.one;
  if (typeof say === 'object' && 'some' in say && say.some?.[0] !== undefined) return say.some[0];
  throw new Error('no card is taken here');
}

function asExpected({ outcome, value, language, readingMode }: Answered): Expected {
  const media = typeof value === 'object' && value !== null && 'media' in value ? value.media : null;
  const told = Array.isArray(media) && media.length === 1 ? { ...(value as object), media: 'one' } : value;
  return { outcome: outcome as Expected['outcome'], value: told, language, readingMode };
}
