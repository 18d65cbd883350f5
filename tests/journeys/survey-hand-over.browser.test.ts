import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as bad from '../helpers/bad-day.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import * as worker from '../helpers/field-tablet.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import * as person from '../helpers/survey-tablet.ts';

/** A survey handed over in a real browser with no signal: answered, cut off in the middle, taken up again, and sent. */

const WORKER = 'Maria Example';

describe('a survey in a person’s own hands', () => {
  let server: TestServer;
  let desk: DeskFetch;
  let tablet: TabletBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await worker.enrolTablet(page, server.url, desk, 'Tablet 3');
    await page.getByText('Ready without signal').waitFor();
    await server.stop();
    await page.goto(server.url);
    await worker.unlock(page, WORKER);
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: 'test-results/survey-hand-over.png' }).catch(() => undefined);
  });

  test('nothing of the worker is on the glass, and Back stays with the question', async () => {
    await person.handOver(page, /Getting to see a doctor/);
    expect(await page.locator('.frame__bar').count()).toBe(0);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    for (let turn = 0; turn < 4; turn += 1) await page.goBack({ timeout: 5000 }).catch(() => undefined);
    await page.getByRole('heading', { name: 'Choose your language' }).waitFor();
    await person.begin(page);
  });

  test('the battery dies at the third question, and the same question comes back with its answer', async () => {
    await person.answerOne(page);
    await page.getByRole('radio', { name: 'Today' }).check({ force: true });
    await worker.button(page, 'Next').click();
    await page.getByRole('heading', { name: /signed up with a doctor/ }).waitFor();
    await bad.onceWritten(page, 'drafts', () =>
      page.getByRole('radio', { name: 'They said no' }).check({ force: true }),
    );
    await tablet.kill();
    tablet = await openTablet({ profile: tablet.profile });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await worker.unlock(page, WORKER);
    await page.getByRole('link', { name: 'Not finished (1)' }).click();
    await page.getByRole('link', { name: 'Carry on' }).click();
    await worker.button(page, 'Hand the tablet over again').click();
    await page.getByRole('heading', { name: /signed up with a doctor/ }).waitFor();
    expect(await page.getByRole('radio', { name: 'They said no' }).isChecked()).toBe(true);
  });

  test('answered to the end, the card comes, and the worker is told that help was asked for', async () => {
    await person.toThanks(page);
    await worker.button(page, 'Next').click();
    await worker.receiptCode(page);
    await worker.button(page, 'Give it back').click();
    await person.takeBack(page, worker.PASSCODE);
    await page.getByRole('heading', { name: 'Somebody asked for help' }).waitFor();
    await page.getByRole('link', { name: 'Start a need record now' }).click();
    await page.locator('.frame__bar').waitFor();
  });

  test('it arrives at the office as one urgent record', async () => {
    await worker.home(page);
    await server.restart();
    await page.getByRole('link', { name: /What is saved and sent/ }).click();
    await worker.button(page, /^Send/).click();
    await page
      .getByText(/^All sent/)
      .first()
      .waitFor({ timeout: 60_000 });
    desk = await server.signIn(ADMIN);
    await expect
      .poll(
        async () => {
          const { items } = (await (await desk('/desk/v1/inbox?limit=100')).json()) as {
            items: { kind: string; lane: string }[];
          };
          return items.map(({ kind, lane }) => [kind, lane]);
        },
        { timeout: 60_000 },
      )
      .toEqual([['survey-response', 'urgent']]);
    expect(tablet.complaints.filter((words) => !/ERR_|net::|Failed to load/.test(words))).toEqual([]);
  });
});
