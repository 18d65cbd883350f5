import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { ADMIN, startServer, type TestServer } from '../helpers/server.ts';

let browser: Browser;
let server: TestServer;
/** A page of somebody else, with no policy of ours. */
const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>another site'));
let evil: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  evil = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  server = await startServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  other.close();
});

interface Told {
  status: number;
  text: string;
}

describe('in a real browser', () => {
  test('our cookies are kept on localhost and 127.0.0.1, and no script can read them', async () => {
    await server.setUp();
    const { port } = new URL(server.url);
    for (const host of ['localhost', '127.0.0.1']) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://${host}:${port}/healthz`);
      const told = await page.evaluate(async (account): Promise<Told[]> => {
        const headers = { 'content-type': 'application/json' };
        const ask = async (path: string, init: RequestInit = {}) => {
          const answer = await fetch(path, init);
          return { status: answer.status, text: await answer.text() };
        };
        const { loginName, password } = account;
        const body = JSON.stringify({ loginName, password });
        const signedIn = await ask('/desk/v1/session', { method: 'POST', headers, body });
        return [signedIn, await ask('/desk/v1/inbox'), { status: 0, text: document.cookie }];
      }, ADMIN);
      expect([host, ...told.map(({ status }) => status)]).toEqual([host, 200, 200, 0]);
      expect(told[2]?.text).toBe('');
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({
        name: '__Host-said',
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        path: '/',
      });
      await context.close();
    }
  });

  test('a page of another origin gets nothing from any route, signed in or not', async () => {
    const { port } = new URL(server.url);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/healthz`);
    await page.evaluate(
      ({ loginName, password }) =>
        fetch('/desk/v1/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ loginName, password }),
        }),
      ADMIN,
    );
    const foreign = await context.newPage();
    await foreign.goto(evil);
    const before = server.output().length;
    const outcomes = await foreign.evaluate(async (base) => {
      const paths = ['/desk/v1/inbox', '/desk/v1/people', '/desk/v1/organisation/confirm', '/desk/v1/tablets/code'];
      const tried: string[] = [];
      for (const path of paths) {
        for (const mode of ['cors', 'no-cors'] as const) {
          const method = path.endsWith('confirm') || path.endsWith('code') ? 'POST' : 'GET';
          const body = method === 'POST' ? { body: '{"what":"phones","confirmed":true}' } : {};
          try {
            const answer = await fetch(base + path, { method, mode, credentials: 'include', ...body });
            tried.push(`${answer.type} ${await answer.text()}`);
          } catch {
            tried.push('refused');
          }
        }
      }
      return tried;
    }, `http://localhost:${port}`);
    for (const outcome of outcomes) expect(['refused', 'opaque ']).toContain(outcome);
    // What did get through to the server (simple requests need no asking first) was refused by it.
    const statuses = [
      ...server
        .output()
        .slice(before)
        .matchAll(/"event":"request".*?"status":(\d+)/g),
    ];
    expect(statuses.length).toBeGreaterThan(0);
    for (const [, status] of statuses) expect(status).toBe('403');
    const frame = await foreign.evaluate(async (url) => {
      const framed = document.createElement('iframe');
      framed.src = url;
      document.body.append(framed);
      await new Promise((resolve) => framed.addEventListener('load', resolve));
      return framed.contentDocument === null ? 'closed' : 'open';
    }, `http://localhost:${port}/healthz`);
    expect(frame).toBe('closed');
    await context.close();
  });
});
