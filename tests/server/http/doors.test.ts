import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskEndpoints } from '../../../server/http/desk/routes.ts';
import { syncEndpoints } from '../../../server/http/sync/routes.ts';
import { Problem, PROBLEMS, type ProblemCode } from '../../../src/domain/problems.ts';
import { problemResponse } from '../../../server/http/answer.ts';
import { PUBLIC_URL, testApp, type TestApp } from '../../helpers/app.ts';

const PAGE = '<!doctype html><title>Said &amp; Done</title>';
let app: TestApp;
let dist: string;
let admin: string;
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'said-dist-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), PAGE);
  await writeFile(join(dist, 'sw.js'), '// worker');
  await writeFile(join(dist, 'field-pack.json'), '{"version":"1","files":[]}');
  await writeFile(join(dist, 'assets', 'main-B1x2C3d4.js'), `console.log(${JSON.stringify('x'.repeat(4000))})`);
  await writeFile(join(dist, '..', 'said-outside.txt'), 'outside');
  app = await testApp({ dist, rateLimits: false });
  admin = await app.cookieFor('admin');
});
afterAll(async () => {
  await app.close();
  await rm(dist, { recursive: true, force: true });
  await rm(join(dist, '..', 'said-outside.txt'), { force: true });
});

const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { problem: string }).problem];

describe('another site', () => {
  const from = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${PUBLIC_URL}.evil.example` },
  ];
  test('cannot use any route, although the cookie came along', async () => {
    for (const { method, path } of [...deskEndpoints(app.deps), ...syncEndpoints(app.deps)]) {
      for (const headers of from) {
        const request = new Request(new URL(path.replaceAll(/:\w+/g, '1'), PUBLIC_URL), {
          method,
          headers: { cookie: admin, 'content-type': 'application/json', ...headers } as Record<string, string>,
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        expect([path, ...(await problem(await app.send(request)))]).toEqual([path, 403, 'cross-site']);
      }
    }
  });

  test('our own pages can, by each of our own names', async () => {
    for (const headers of [
      { origin: PUBLIC_URL },
      { origin: 'http://192.168.8.10:8080', host: '192.168.8.10:8080' },
      {},
    ]) {
      const answer = await app.ask('/desk/v1/inbox', { cookie: admin, headers });
      expect(answer.status).toBe(200);
    }
  });

  test('a form cannot speak JSON for it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const headers = { cookie: admin, 'content-type': type };
      const body = '{"what":"phones","confirmed":true}';
      const url = new URL('/desk/v1/organisation/confirm', PUBLIC_URL);
      const answer = await app.send(new Request(url, { method: 'POST', headers, body }));
      expect(await problem(answer)).toEqual([400, 'bad-request']);
    }
  });
});

describe('headers', () => {
  test('every answer carries them: pages, files, JSON, problems', async () => {
    for (const path of [
      '/',
      '/desk/inbox',
      '/sw.js',
      '/healthz',
      '/desk/v1/status',
      '/desk/v1/inbox',
      '/nothing.txt',
    ]) {
      const { headers } = await app.ask(path, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("require-trusted-types-for 'script'");
      expect(policy, path).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(headers.get('permissions-policy'), path).toContain('microphone=(self)');
      expect(headers.get('strict-transport-security'), path).toBeTruthy();
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });

  test('answers of the desk and of sync are kept by no cache', async () => {
    for (const path of ['/desk/v1/status', '/desk/v1/inbox', '/sync/v1/pull']) {
      expect((await app.ask(path, { cookie: admin })).headers.get('cache-control')).toBe('no-store');
    }
  });

  test('violations of the policy are counted', async () => {
    const count = async () => ((await (await app.ask('/healthz')).json()) as { cspReports: number }).cspReports;
    const before = await count();
    expect((await app.ask('/csp-report', { body: { 'csp-report': {} } })).status).toBe(204);
    expect(await count()).toBe(before + 1);
  });
});

describe('the built app', () => {
  const get = (path: string, headers: Record<string, string> = {}) => app.ask(path, { headers });
  const asPage = { accept: 'text/html,*/*' };

  test('files with a hash in their name are kept for ever; the rest is asked for each time', async () => {
    const cache = async (path: string) => (await get(path, asPage)).headers.get('cache-control');
    expect(await cache('/assets/main-B1x2C3d4.js')).toContain('immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/field-pack.json', '/desk/inbox']) {
      expect([path, await cache(path)]).toEqual([path, 'no-cache']);
    }
  });

  test('an address of the app gets its page; a missing file, an API path and a non-page do not', async () => {
    for (const path of ['/desk/setup', '/enrol', '/visits/new', '/desk']) {
      expect(await (await get(path, asPage)).text()).toBe(PAGE);
    }
    for (const path of ['/assets/gone.js', '/desk/v1/gone', '/sync/v1/gone', '/sync/v2/push']) {
      expect([path, (await get(path, asPage)).status]).toEqual([path, 404]);
    }
    expect((await get('/enrol', { accept: '*/*' })).status).toBe(404);
  });

  test('is compressed for who can read it, and not sent again when it has not changed', async () => {
    const path = '/assets/main-B1x2C3d4.js';
    const br = await get(path, { 'accept-encoding': 'gzip, br' });
    const plain = await get(path);
    expect([br.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['br', null]);
    expect(Number(br.headers.get('content-length'))).toBeLessThan(400);
    const etag = plain.headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  test('no address leads out of its folder', async () => {
    for (const path of [
      '/../said-outside.txt',
      '/%2e%2e/said-outside.txt',
      '/..%2fsaid-outside.txt',
      '/assets/..\\..\\x',
    ]) {
      const answer = await app.send(
        new Request(`${PUBLIC_URL}${path}`, { headers: { 'sec-fetch-site': 'same-origin' } }),
      );
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, '{"problem":"not-found"}']);
    }
  });
});

describe('problems', () => {
  test.each(Object.keys(PROBLEMS) as ProblemCode[])('%s has the status of the catalogue', async (code) => {
    const { status } = PROBLEMS[code];
    const answer = problemResponse(new Problem(code, { retryAfterS: 7, field: 'x' }));
    expect(answer.status).toBe(status === 0 ? 500 : status);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.json()).toEqual({ problem: code, details: { field: 'x' } });
  });

  test('what breaks inside is told as server-failed, and nothing of it gets out', async () => {
    const { people } = app.deps.store;
    const list = people.list;
    people.list = () => Promise.reject(new Error('secret: the words of Mrs Example'));
    try {
      const answer = await app.ask('/desk/v1/people', { cookie: admin });
      expect([answer.status, await answer.text()]).toEqual([500, '{"problem":"server-failed"}']);
      expect(app.logged.at(-1)).toContain('"status":500');
      expect(app.logged.join()).not.toContain('secret');
    } finally {
      people.list = list;
    }
  });

  test.each([
    [{ code: 'ENOSPC' }, 507, 'disk-low', '600'],
    [{ code: '53100' }, 507, 'disk-low', '600'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 507, 'disk-low', '600'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, 503, 'server-busy', '5'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 261 }, 503, 'server-busy', '5'],
    [{ code: 'ECONNREFUSED' }, 503, 'server-busy', '5'],
    [{ code: '57P01' }, 503, 'server-busy', '5'],
    [{ name: 'TimeoutError' }, 503, 'server-busy', '5'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 11 }, 500, 'server-failed', null],
    [{ code: 'SOMETHING' }, 500, 'server-failed', null],
  ] as const)(
    'a store that says %j is told as what it is, with when to come back',
    async (facts, status, told, retry) => {
      const { people } = app.deps.store;
      const list = people.list;
      people.list = () => Promise.reject(Object.assign(new Error('the store'), facts));
      try {
        const answer = await app.ask('/desk/v1/people', { cookie: admin });
        expect(answer.headers.get('retry-after')).toBe(retry);
        expect(await problem(answer)).toEqual([status, told]);
      } finally {
        people.list = list;
      }
    },
  );

  test('no JSON, broken JSON and too much of it are told apart', async () => {
    const post = (body: string) =>
      app.send(
        new Request(`${PUBLIC_URL}/desk/v1/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
      );
    expect(await problem(await post('{'))).toEqual([400, 'bad-request']);
    expect(await problem(await post('[]'))).toEqual([400, 'bad-request']);
    expect(await problem(await post(JSON.stringify({ loginName: 'x'.repeat(100_000), password: '' })))).toEqual([
      413,
      'too-large',
    ]);
  });
});

describe('logs', () => {
  test('hold no words, names, codes, cookies or addresses', async () => {
    app.logged.length = 0;
    await app.ask('/desk/v1/inbox?q=hidden-search-words', { cookie: admin });
    await app.ask('/desk/v1/session', { body: { loginName: 'hidden-name', password: 'hidden-password' } });
    await app.ask('/desk/v1/withdraw', { body: { code: '7KQ4M2TD', scope: 'words' }, cookie: admin });
    await app.ask('/desk/v1/inbox/0190a000-0000-7000-8000-000000000001', { cookie: admin });
    const all = app.logged.join('\n');
    expect(app.logged).toHaveLength(4);
    expect(all).toContain('"route":"/desk/v1/inbox/:entityId"');
    expect(all).not.toMatch(/hidden|7KQ4|__Host|0190a000/);
  });
});
