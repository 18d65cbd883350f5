import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { forgetProfile, openTablet } from '../tests/helpers/browser.ts';
import * as person from '../tests/helpers/field-tablet.ts';
import { startServer } from '../tests/helpers/server.ts';
import type { Row } from './report.ts';
import { round } from './statistics.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const WORKER = 'Maria Example';
/** What a page still fetches by itself in this time belongs to what was done before. */
const REST_MS = 3000;

/**
 * The scripts and styles a tablet's page really asks for, in the order of a day: the first screen, home (with what home
 * fetches by itself afterwards), the first quick note saved. Each file counts once, compressed alone, as it is sent.
 */
export async function measureBytes(): Promise<Row[]> {
  const server = await startServer();
  const tablet = await openTablet();
  const { page } = tablet;
  try {
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await person.enrolTablet(page, server.url, desk, 'Bench tablet');
    await page.getByText('Ready without signal').waitFor();
    // Once with a passcode already chosen: as on every day after the first.
    await page.goto(server.url);
    await person.unlock(page, WORKER);
    await page.goto(server.url);
    await page.getByRole('button', { name: new RegExp(WORKER) }).waitFor();
    const first = await askedFor(page);
    await person.unlock(page, WORKER);
    await page.getByRole('link', { name: /^Quick note/ }).waitFor();
    const usable = await askedFor(page);
    await page.waitForTimeout(REST_MS);
    const rested = await askedFor(page);
    await person.quickNote(page, 'The damp came back, and nobody rang.');
    await page.waitForTimeout(REST_MS);
    const captured = await askedFor(page);
    return [
      ...(await weigh('lock screen', first)),
      ...(await weigh('home, usable', usable)),
      ...(await weigh('home, at rest', rested)),
      ...(await weigh('home and first quick note, saved and at rest', captured)),
    ];
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await server.dispose();
  }
}

/** Paths of the scripts and styles the page asked for since it was opened. */
async function askedFor(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const paths = names.map((name) => new URL(name).pathname).filter((path) => /\.(?:js|css)$/.test(path));
  return [...new Set(paths)].sort();
}

async function weigh(what: string, paths: readonly string[]): Promise<Row[]> {
  const files = await Promise.all(paths.map((path) => readFile(join(DIST, path))));
  const sum = (bytesOf: (file: Buffer) => number) => files.reduce((total, file) => total + bytesOf(file), 0);
  const kilobytes = (bytes: number) => round(bytes / 1000);
  return [
    { name: `${what}: brotli`, value: kilobytes(sum((file) => brotliCompressSync(file).length)), unit: 'kB' },
    { name: `${what}: gzip`, value: kilobytes(sum((file) => gzipSync(file).length)), unit: 'kB' },
    { name: `${what}: files`, value: files.length, unit: '' },
  ];
}
