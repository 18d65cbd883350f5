import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { forgetProfile, openTablet } from '../tests/helpers/browser.ts';
import { startFaultProxy } from '../tests/helpers/fault-proxy.ts';
import { startServer } from '../tests/helpers/server.ts';
import { englishTexts } from './english.ts';
import { serveLab } from './lab-server.ts';
import type { Bench } from './lab/lab.ts';
import type { Row } from './report.ts';
import { median, quantile, round } from './statistics.ts';

declare const bench: Bench;
declare const measureSaves: (times: number, bytes: number) => Promise<number[]>;

const RECORD_BYTES = 2000;
const SLOW = { delayMs: 400, bytesPerSecond: 50_000 } as const;

/** "Finish" to saved, with none and with 10,000 records present, beside one strict put and one flush by hand. */
export async function measureFinish(): Promise<Row[]> {
  return withLab(async ({ page, proxy, limit }) => {
    // In the field there is no signal: nothing is sent while people talk.
    proxy.mode('down');
    const raw = await limit();
    const empty = (await page.evaluate(() => bench.finish(60))).slice(10);
    await page.evaluate(() => bench.fill(10_000));
    const full = await page.evaluate(() => bench.finish(60));
    const rawAgain = await limit();
    const heap = await page.evaluate(() => bench.memory());
    const both = [...raw, ...rawAgain];
    const row = (name: string, values: readonly number[], of: number) => ({
      name,
      value: round(quantile(values, of)),
      unit: 'ms',
    });
    return [
      row('limit: one strict put + one flush, p50', both, 0.5),
      row('limit: one strict put + one flush, p95', both, 0.95),
      row('Finish to saved, nothing present, p50', empty, 0.5),
      row('Finish to saved, nothing present, p95', empty, 0.95),
      row('Finish to saved, 10,000 present, p50', full, 0.5),
      row('Finish to saved, 10,000 present, p95', full, 0.95),
      { name: 'page memory with 10,000 records', value: round(heap / 2 ** 20), unit: 'MiB' },
    ];
  });
}

/** 1,000 sealed conversations of 2 kB from a real Chromium, beside one gzip POST of the same into one transaction. */
export async function measureSync(): Promise<Row[]> {
  const count = 1000;
  const fast: number[] = [];
  let wire = 0;
  let limit = { ms: 0, bytes: 0 };
  let slow = 0;
  let slowBytes = 0;
  for (const link of ['fast', 'fast', 'fast', 'slow'] as const) {
    await withLab(async ({ page, proxy }) => {
      proxy.mode('down');
      await page.evaluate((n) => bench.finish(n), count);
      const posts: { ms: number; bytes: number }[] = [];
      for (let i = 0; i < 5; i += 1) posts.push(await page.evaluate((n) => bench.onePost(n), count));
      limit = { ms: median(posts.map(({ ms }) => ms)), bytes: posts[0]?.bytes ?? 0 };
      const before = proxy.log.length;
      proxy.mode(link === 'fast' ? 'pass' : { slow: SLOW });
      const took = await page.evaluate(() => bench.sendAll());
      const sent = proxy.log.slice(before).reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0);
      if (link === 'fast') {
        fast.push(took);
        wire = sent;
      } else {
        slow = took;
        slowBytes = sent;
      }
    });
  }
  return [
    { name: 'limit: one gzip POST into one transaction', value: round(limit.ms), unit: 'ms' },
    { name: 'limit: bytes of that POST', value: limit.bytes, unit: 'bytes' },
    { name: '1,000 records, loopback', value: round(median(fast)), unit: 'ms' },
    { name: '1,000 records, bytes on the wire (both ways)', value: wire, unit: 'bytes' },
    { name: 'bytes on the wire, times one gzip of all', value: round(wire / limit.bytes), unit: 'x' },
    {
      name: `1,000 records, ${SLOW.delayMs} ms and ${(SLOW.bytesPerSecond * 8) / 1000} kbit/s`,
      value: round(slow),
      unit: 'ms',
    },
    { name: 'limit: those bytes at that rate', value: round((slowBytes / SLOW.bytesPerSecond) * 1000), unit: 'ms' },
  ];
}

/** The server says its public address, which is the lab's; where it listens is in its log. */
function listeningAt(output: string): string {
  const port = /"event":"listening","port":(\d+)/.exec(output)?.[1];
  if (port === undefined) throw new Error(`the server does not say where it listens:\n${output}`);
  return `http://127.0.0.1:${port}`;
}

interface LabTools {
  readonly page: Page;
  readonly proxy: Awaited<ReturnType<typeof startFaultProxy>>;
  /** The physical limit, in the same browser. */
  limit(): Promise<number[]>;
}

/** A real server, a proxy, an enrolled tablet in a real Chromium. */
async function withLab<Value>(work: (tools: LabTools) => Promise<Value>): Promise<Value> {
  const lab = await serveLab();
  const server = await startServer({ env: { PUBLIC_URL: lab.url, RATE_LIMITS: 'off' } });
  const proxy = await startFaultProxy({ target: listeningAt(server.output()) });
  lab.target = proxy.url;
  const tablet = await openTablet();
  try {
    const desk = await server.setUp();
    const { page } = tablet;
    await page.goto(lab.url);
    await page.waitForFunction(() => 'bench' in globalThis);
    await page.evaluate(() => bench.start());
    await page.evaluate((texts) => bench.setTexts(texts), englishTexts(RECORD_BYTES));
    const { code } = (await (await desk('/desk/v1/tablets/code', { method: 'POST' })).json()) as { code: string };
    await page.evaluate((typed) => bench.enrol(typed), code);
    const { tablets } = (await (await desk('/desk/v1/tablets')).json()) as { tablets: { deviceId: string }[] };
    for (const { deviceId } of tablets) await desk(`/desk/v1/tablets/${deviceId}`, { body: { action: 'approve' } });
    const step = await page.evaluate(() => bench.poll());
    if (step !== 'enrolled') throw new Error(`the bench tablet is ${step}`);
    const limit = async () => {
      const raw = await serveRaw();
      const other = await tablet.newPage();
      await other.goto(raw.url);
      const took = await other.evaluate((bytes) => measureSaves(60, bytes), RECORD_BYTES);
      await other.close();
      raw.close();
      return took.slice(10);
    };
    return await work({ page, proxy, limit });
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await proxy.stop();
    await server.dispose();
    await lab.close();
  }
}

async function serveRaw(): Promise<{ url: string; close: () => void }> {
  const folder = join(import.meta.dirname, 'raw');
  const server = createServer((request, answer) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const type = extname(name) === '.html' ? 'text/html' : 'text/javascript';
    readFile(join(folder, name)).then(
      (bytes) => answer.writeHead(200, { 'content-type': type }).end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close };
}
