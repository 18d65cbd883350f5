import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NONCE_HEADER, PATHS, type PushAnswer } from '../../../src/domain/protocol.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aQuickNote, CaptureMaker } from '../../helpers/captures.ts';
import { gzipped, type TestTablet } from '../../helpers/test-tablet.ts';

let app: TestApp;
let tablet: TestTablet;
let make: CaptureMaker;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  tablet = await app.tablet();
  make = new CaptureMaker(tablet);
});
afterAll(() => app.close());

const problem = async (answer: Response) => ((await answer.json()) as { problem: string }).problem;

interface Captured {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}
async function captureAPush(): Promise<Captured> {
  const operations = [await make.operation(aQuickNote('captured on the wire'))];
  await tablet.hello();
  const init = gzipped({ installId: tablet.installId, health: tablet.health(), operations });
  const request = await tablet.signed(PATHS.push, init);
  const body = new Uint8Array(await request.clone().arrayBuffer());
  return { method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body };
}
const send = ({ method, url, headers, body }: Captured) => app.send(new Request(url, { method, headers, body }));

describe('signed requests', () => {
  test('a captured push, changed in any byte of its body, is refused; unchanged, it is taken', async () => {
    const captured = await captureAPush();
    const places = new Set([0, 3, 9, 10, captured.body.length - 1]);
    for (let at = 0; at < captured.body.length; at += 7) places.add(at);
    for (const at of places) {
      const body = captured.body.slice();
      body[at] = (body[at] ?? 0) ^ 1;
      const answer = await send({ ...captured, body });
      expect([at, answer.status, await problem(answer)]).toEqual([at, 401, 'bad-signature']);
    }
    const shorter = await send({ ...captured, body: captured.body.slice(0, -1) });
    expect(await problem(shorter)).toBe('bad-signature');
    expect((await send(captured)).status).toBe(200);
  });

  test('a changed signature, nonce, device, method or path is refused', async () => {
    const captured = await captureAPush();
    const authorization = captured.headers['authorization'] ?? '';
    const changed = (from: RegExp, to: (found: string) => string) => ({
      ...captured,
      headers: { ...captured.headers, authorization: authorization.replace(from, to) },
    });
    const other = await app.tablet('Other');
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const outcomes: [string, Captured, readonly string[]][] = [
      ['signature', changed(/(?<=signature=")[^"]+/, (found) => flip(found, 20)), ['bad-signature']],
      ['nonce', changed(/(?<=nonce=")[^"]+/, (found) => flip(found, 30)), ['stale-nonce']],
      ['device', changed(/(?<=device=")[^"]+/, () => other.deviceId), ['bad-signature']],
      ['unknown device', changed(/(?<=device=")[^"]+/, () => randomUUID()), ['device-unknown']],
      ['path', { ...captured, url: captured.url.replace(PATHS.push, PATHS.hello) }, ['bad-signature']],
      ['query', { ...captured, url: `${captured.url}?x=1` }, ['bad-signature']],
      ['no header', { ...captured, headers: { 'content-type': 'application/json' } }, ['stale-nonce']],
      ['other scheme', changed(/^SaidAndDone/, () => 'Bearer'), ['bad-signature']],
    ];
    for (const [name, request, allowed] of outcomes) {
      const answer = await send(request);
      expect([name, allowed]).toEqual([name, [await problem(answer)]]);
      expect(answer.headers.get(NONCE_HEADER), name).toBeTruthy();
    }
  });

  test('replayed whole, it adds nothing: every operation is a duplicate', async () => {
    const captured = await captureAPush();
    const first = (await (await send(captured)).json()) as PushAnswer;
    const again = (await (await send(captured)).json()) as PushAnswer;
    expect(first.verdicts.map(({ verdict }) => verdict)).toEqual(['stored']);
    expect(again.verdicts.map(({ verdict }) => verdict)).toEqual(['duplicate']);
    expect(again.standing.haveThrough).toBe(first.standing.haveThrough);
  });

  test('replayed after ten minutes, it is refused; the answer brings the nonce that works', async () => {
    const captured = await captureAPush();
    app.clock.ms += 10 * 60_000 + 1;
    const late = await send(captured);
    expect([late.status, await problem(late)]).toEqual([401, 'stale-nonce']);
    expect((await tablet.hello()).standing.serverEpoch).toBe('epoch-1');
  });

  test('a nonce of another server, or from the far future, is worth nothing', async () => {
    const other = await testApp();
    try {
      const foreign = (await other.ask(PATHS.hello, { body: {} })).headers.get(NONCE_HEADER) ?? '';
      const captured = await captureAPush();
      const authorization = (captured.headers['authorization'] ?? '').replace(/nonce="[^"]+/, `nonce="${foreign}`);
      expect(await problem(await send({ ...captured, headers: { ...captured.headers, authorization } }))).toBe(
        'stale-nonce',
      );
    } finally {
      await other.close();
    }
  });
});

describe('tablets that may not', () => {
  test('one that staff have not approved yet, or have refused, is unknown', async () => {
    const waiting = await app.tablet('Waiting', false);
    expect(await problem(await waiting.fetch(PATHS.pull))).toBe('device-unknown');
    await app.deps.store.devices.setState(waiting.deviceId, 'refused');
    expect(await problem(await waiting.fetch(PATHS.pull))).toBe('device-unknown');
  });

  test('a revoked one is told nothing, and what it still holds lands in quarantine', async () => {
    const lost = await app.tablet('Lost');
    const mine = new CaptureMaker(lost);
    const operation = await mine.operation(aQuickNote('said before it was lost'));
    await app.deps.store.devices.setState(lost.deviceId, 'revoked');
    const pull = await lost.fetch(PATHS.pull);
    expect([pull.status, await problem(pull)]).toEqual([403, 'device-revoked']);
    const pushed = await lost.push([operation]);
    expect(pushed.verdicts).toMatchObject([{ verdict: 'quarantined', problem: 'from-revoked-tablet' }]);
    expect(pushed.standing.haveThrough).toBe(1);
    const parked = await app.deps.store.queue.quarantined(100);
    expect(parked.rows.find(({ opId }) => opId === operation.opId)?.reason).toBe('from-revoked-tablet');
  });

  test('one that lost its key hands over its journal by cookie alone, into quarantine; the cookie opens nothing else', async () => {
    const wiped = await app.tablet('Wiped');
    const operation = await new CaptureMaker(wiped).operation(aQuickNote('from the journal'));
    const { cookie } = wiped;
    const answer = await app.ask(PATHS.recover, { body: { operations: [operation] }, cookie });
    expect(await answer.json()).toMatchObject({
      verdicts: [{ verdict: 'quarantined', problem: 'from-recovered-journal' }],
    });
    expect(await problem(await app.ask(PATHS.recover, { body: { operations: [] } }))).toBe('device-unknown');
    for (const path of [PATHS.pull, '/desk/v1/inbox', '/desk/v1/organisation']) {
      expect((await app.ask(path, { cookie })).status).toBe(401);
    }
    const staff = await app.cookieFor('admin');
    const stolen = staff.replace('__Host-said=', '__Host-said-rescue=');
    expect(await problem(await app.ask(PATHS.recover, { body: { operations: [] }, cookie: stolen }))).toBe(
      'device-unknown',
    );
  });
});
