import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpTransport } from '../../../src/adapters/http/http-transport.ts';
import { createMemoryDeviceKey } from '../../../src/adapters/memory/memory-device.ts';
import { anId, sampleOperation } from '../../contracts/sample-operations.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { anOggClip, surveyDesk } from '../../helpers/survey-desk.ts';

const HEALTH = {
  unsent: 1,
  oldestUnsentAt: null,
  persisted: true,
  freeBytes: 1,
  battery: 0.5,
  appVersion: 'test',
  wall: '2026-11-22T10:00:00.000Z',
};

describe('against the real routes', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ rateLimits: false });
  });
  afterAll(() => app.close());

  async function enrolled() {
    const key = createMemoryDeviceKey();
    let requests = 0;
    let last: { headers: Headers; bytes: number } | null = null;
    const send: typeof fetch = async (input, init) => {
      requests += 1;
      const { signal: _signal, cache: _cache, credentials: _credentials, ...rest } = init ?? {};
      const headers = new Headers(rest.headers);
      headers.set('sec-fetch-site', 'same-origin');
      last = { headers, bytes: (rest.body as Uint8Array | undefined)?.length ?? 0 };
      return app.send(new Request(new URL(String(input), 'https://listening.example.org'), { ...rest, headers }));
    };
    const transport = createHttpTransport({ key, fetch: send });
    const publicKey = await key.create();
    const code = await app.newCode();
    const { deviceId } = await transport.enrol({ code, publicKey, label: 'T', installId: anId(1) as never });
    await key.setDeviceId(deviceId);
    await app.deps.store.devices.setState(deviceId, 'approved');
    return { transport, deviceId, requests: () => requests, last: () => last };
  }

  test('signs, takes the nonce it is given, and asks again at once only when it was stale', async () => {
    const { transport, requests } = await enrolled();
    const before = requests();
    expect((await transport.hello(anId(1), HEALTH)).standing.haveThrough).toBe(0);
    expect(requests() - before).toBe(2);
    await transport.pull(null);
    expect(requests() - before).toBe(3);
    app.clock.ms += 3600_000;
    await transport.pull(null);
    expect(requests() - before).toBe(5);
  });

  test('fetches a file of a survey in use as bytes, and is told plainly about one that is not', async () => {
    const { transport } = await enrolled();
    const desk = await surveyDesk(app);
    const bytes = anOggClip();
    const clip = await desk.asset(bytes, 'clip');
    const open = await desk.ready('with-sound');
    const texts = open.texts.map((each) => ({ ...each, sounds: { standard: { title: clip }, easy: {} } }));
    await expect(transport.asset(clip.sha256)).rejects.toMatchObject({ code: 'not-found' });
    await desk.move(await desk.save({ ...open, texts }), 'published');
    expect(await transport.asset(clip.sha256)).toEqual(bytes);
    app.clock.ms += 3600_000;
    expect(await transport.asset(clip.sha256)).toEqual(bytes);
  });

  test('pushes gzip and reads the verdicts', async () => {
    const { transport, last } = await enrolled();
    const operations = [1, 2, 3].map((n) => sampleOperation(100 + n, anId(60), { ct: 'QUJD'.repeat(500) }));
    const renumbered = operations.map((operation, index) => ({ ...operation, seq: index + 1 }));
    const answer = await transport.push(anId(60), HEALTH, renumbered);
    expect(answer.verdicts.map(({ verdict }) => verdict)).toEqual(['stored', 'stored', 'stored']);
    expect(answer.standing.haveThrough).toBe(3);
    expect(last()?.headers.get('content-encoding')).toBe('gzip');
    expect(last()?.bytes).toBeLessThan(JSON.stringify(operations).length / 4);
  });

  test('passes on the problem of the server', async () => {
    const { transport, deviceId } = await enrolled();
    await expect(transport.mediaStatus(anId(99))).rejects.toMatchObject({ code: 'not-found' });
    await app.deps.store.devices.setState(deviceId, 'revoked');
    await expect(transport.pull(null)).rejects.toMatchObject({ code: 'device-revoked' });
  });
});

describe('against a server on a bad day', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** `patientMs`: short only where nothing ever comes. */
  async function link(listener: RequestListener, patientMs = 30_000) {
    const server = createServer(listener);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const key = { deviceId: async () => null, sign: async () => '' };
    return createHttpTransport({ key, origin, limits: { push: patientMs, short: patientMs, chunk: patientMs } });
  }
  const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
    link((_request, answer) => answer.writeHead(status, headers).end(body));

  test.each([
    ['a captive portal with a page', 200, '<html>Free wifi</html>'],
    ['a proxy with a page', 502, '<html>Bad gateway</html>'],
    ['an empty answer', 200, ''],
    ['JSON that is something else', 200, '{"hello":"you"}'],
    ['a problem nobody knows', 400, '{"problem":"martians"}'],
    ['a refusal with a page', 401, 'Please sign in'],
  ])('%s is nonsense', async (_name, status, body) => {
    const transport = await answering(status, body);
    await expect(transport.pull(null)).rejects.toMatchObject({ code: 'nonsense-answer' });
  });

  test('says how long to stay away', async () => {
    const busy = await answering(503, '{"problem":"server-busy"}', { 'retry-after': '7' });
    await expect(busy.pull(null)).rejects.toMatchObject({ code: 'server-busy', details: { retryAfterMs: 7000 } });
    const page = await answering(503, 'down', { 'retry-after': '9' });
    await expect(page.pull(null)).rejects.toMatchObject({ code: 'nonsense-answer', details: { retryAfterMs: 9000 } });
  });

  test('asks only once more when the nonce stays stale', async () => {
    let asked = 0;
    const transport = await link((_request, answer) => {
      asked += 1;
      answer.writeHead(401).end('{"problem":"stale-nonce"}');
    });
    await expect(transport.pull(null)).rejects.toMatchObject({ code: 'stale-nonce' });
    expect(asked).toBe(2);
  });

  test('does not wait for ever, whether the answer never begins or never ends', async () => {
    const silent = await link(() => undefined, 200);
    await expect(silent.pull(null)).rejects.toMatchObject({ code: 'timed-out' });
    const endless = await link((_request, answer) => void answer.writeHead(200).write('{"rows":'), 200);
    await expect(endless.pull(null)).rejects.toMatchObject({ code: 'timed-out' });
  });

  test('a link that breaks is out of reach', async () => {
    const cut = await link((request) => request.socket.destroy());
    await expect(cut.pull(null)).rejects.toMatchObject({ code: 'unreachable' });
    const half = await link((_request, answer) => {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('{');
      setTimeout(() => answer.destroy(), 20);
    });
    await expect(half.pull(null)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(
      createHttpTransport({
        key: { deviceId: async () => null, sign: async () => '' },
        origin: 'http://127.0.0.1:1',
      }).pull(null),
    ).rejects.toMatchObject({ code: 'unreachable' });
  });
});
