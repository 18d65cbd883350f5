import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolmentCode } from '../../../src/domain/desk.ts';
import { enrolCheck } from '../../../src/domain/enrol-code.ts';
import { PATHS, type EnrolAnswer } from '../../../src/domain/protocol.ts';
import { PUBLIC_URL, testApp, type TestApp } from '../../helpers/app.ts';
import { TestTablet } from '../../helpers/test-tablet.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
});
afterAll(() => app.close());

async function publicKey(namedCurve = 'P-256'): Promise<string> {
  const { publicKey: key } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
  return Buffer.from(await crypto.subtle.exportKey('spki', key)).toString('base64');
}
const request = async (code: string, key?: string) => ({
  code,
  publicKey: key ?? (await publicKey()),
  label: 'Tablet 7',
  installId: randomUUID(),
});
const enrol = async (code: string, key?: string) => app.ask(PATHS.enrol, { body: await request(code, key) });
const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { problem: string }).problem];

describe('enrolment', () => {
  test('the code comes as an address and as a picture of it that can be drawn', async () => {
    const cookie = await app.cookieFor('staff');
    const answer = await app.ask('/desk/v1/tablets/code', { method: 'POST', cookie });
    const { code, url, expiresAt, qr } = enrolmentCode.parse(await answer.json());
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(url).toBe(`${PUBLIC_URL}/enrol#${code}`);
    expect(Date.parse(expiresAt) - app.clock.ms).toBe(10 * 60_000);
    const rows = qr.split('\n');
    expect(rows.every((row) => row.length === rows.length && /^[01]+$/.test(row))).toBe(true);
    expect(rows.slice(0, 4).join('')).toMatch(/^0+$/);
    // A finder pattern stands in three corners.
    expect(rows[4]?.slice(4, 11)).toBe('1111111');
    expect(rows[4]?.slice(-11, -4)).toBe('1111111');
    expect(rows.at(-5)?.slice(4, 11)).toBe('1111111');
  });

  test('both screens show the same signs, and the tablet learns when it is let in', async () => {
    const key = await publicKey();
    const answer = await enrol(await app.newCode(), key);
    const told = (await answer.json()) as EnrolAnswer;
    expect(told).toMatchObject({ state: 'waiting', check: await enrolCheck(key, told.deviceId) });
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-said-rescue=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const cookie = line.split(';')[0] ?? '';
    const status = async () => (await (await app.ask(PATHS.enrolStatus, { cookie })).json()) as EnrolAnswer;
    expect(await status()).toEqual(told);
    const tablets = await app.ask('/desk/v1/tablets', { cookie: await app.cookieFor('staff') });
    expect(await tablets.text()).toContain(told.check);
    for (const state of ['approved', 'refused'] as const) {
      await app.deps.store.devices.setState(told.deviceId, state);
      expect((await status()).state).toBe(state);
    }
    await app.deps.store.devices.setState(told.deviceId, 'revoked');
    expect(await problem(await app.ask(PATHS.enrolStatus, { cookie }))).toEqual([403, 'device-revoked']);
  });

  test('a code works once', async () => {
    const code = await app.newCode();
    expect((await enrol(code)).status).toBe(200);
    expect(await problem(await enrol(code))).toEqual([409, 'code-used']);
  });

  test('of many at once, one gets it', async () => {
    const code = await app.newCode();
    const answers = await Promise.all(Array.from({ length: 8 }, () => enrol(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  });

  test('a code is over after ten minutes', async () => {
    const code = await app.newCode();
    app.clock.ms += 10 * 60_000;
    expect(await problem(await enrol(code))).toEqual([410, 'code-expired']);
  });

  test('a code is read as people type it', async () => {
    const code = await app.newCode();
    const typed = ` ${code.slice(0, 5).toLowerCase()} - ${code.slice(5).replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await enrol(typed)).status).toBe(200);
  });

  test.each(['', 'AAAAAAAAAA', 'short', '%%%%%%%%%%', 'ЖЖЖЖЖЖЖЖЖЖ'])('%j is no code', async (code) => {
    expect(await problem(await enrol(code))).toEqual([404, 'code-unknown']);
  });

  test('a key that is none does not use the code up', async () => {
    const code = await app.newCode();
    for (const key of ['', 'AAAA', await publicKey('P-384'), Buffer.from('<script>').toString('base64')]) {
      expect(await problem(await enrol(code, key))).toEqual([400, 'bad-request']);
    }
    expect((await enrol(code)).status).toBe(200);
  });

  test('guessing codes is stopped, and the answer says how long to wait', async () => {
    const limited = await testApp();
    try {
      let last: Response;
      let tries = 0;
      do {
        last = await limited.ask(PATHS.enrol, { body: await request('AAAAAAAAAA') });
        tries += 1;
      } while (last.status === 404 && tries < 100);
      expect(tries).toBeLessThan(20);
      expect(await problem(last)).toEqual([429, 'too-many-requests']);
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await limited.close();
    }
  });

  test('a tablet that joins again goes on being the one its records belong to; another one never is', async () => {
    const tablet = await app.tablet();
    const { installId } = tablet;
    const op = (seq: number) => ({ v: 9, opId: randomUUID(), installId, seq });
    await tablet.push([op(1)]);
    const stranger = await app.tablet();
    await stranger.push([op(2)]);
    const ownerOf = async () =>
      (await app.deps.store.devices.list()).find(({ installIds }) => installIds.includes(installId))?.deviceId;
    expect(await ownerOf()).toBe(tablet.deviceId);
    expect((await tablet.hello()).standing.haveThrough).toBe(1);
    const body = await request(await app.newCode());
    const answer = await app.ask(PATHS.enrol, { body, cookie: tablet.cookie });
    expect(await ownerOf()).toBe(((await answer.json()) as EnrolAnswer).deviceId);
  });

  test('nobody joins without staff', async () => {
    const tablet = await TestTablet.enrol(() => PUBLIC_URL, await app.newCode(), 'x', app.send);
    expect((await tablet.fetch(PATHS.pull)).status).toBe(403);
  });
});
