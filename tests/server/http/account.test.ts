import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { argon2Passwords } from '../../../server/http/desk/passwords.ts';
import { setUp, setupToken } from '../../../server/org/set-up.ts';
import { deskStatus, orgSettings, type Person } from '../../../src/domain/desk.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { cookieOf } from '../../helpers/test-tablet.ts';

// The real one; what it is given to work on is looked at.
vi.mock(import('@node-rs/argon2'), async (importOriginal) => {
  const real = await importOriginal();
  return { ...real, verify: vi.fn(real.verify) };
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ADA = { loginName: 'ada', password: 'correct horse battery' };
const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { problem: string }).problem];
const signIn = (body: object, on = app) => on.ask('/desk/v1/session', { body });
const me = async (cookie: string) =>
  deskStatus.parse(await (await app.ask('/desk/v1/status', { cookie })).json()).me?.displayName ?? null;
const minutes = (count: number) => {
  app.clock.ms += count * 60_000;
};

describe('first run', () => {
  test('works once, whoever asks and however', async () => {
    const token = await setupToken(app.deps.store);
    const body = {
      token,
      organisation: 'Another',
      displayName: 'Eve',
      loginName: 'eve',
      password: 'long enough to pass',
    };
    expect(await problem(await app.ask('/desk/v1/setup', { body }))).toEqual([409, 'setup-done']);
    await expect(setUp(app.deps, body, 'hash', app.deps.now().toISOString())).rejects.toMatchObject({
      code: 'setup-done',
    });
  });

  test('of two processes at once, one does it and the other is told', async () => {
    const fresh = await testApp();
    try {
      for (const key of ['setup.done', 'setup.claim']) await forget(fresh, key);
      const request = (loginName: string) => ({
        token: '',
        organisation: loginName,
        displayName: loginName,
        loginName,
        password: 'long enough to pass',
      });
      const token = await setupToken(fresh.deps.store);
      const tries = ['eve', 'mal', 'bob'].map((name) =>
        setUp(fresh.deps, { ...request(name), token }, 'hash', '2026-11-22T09:00:00.000Z'),
      );
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const people = await fresh.deps.store.people.list();
      expect(people.filter(({ loginName }) => ['eve', 'mal', 'bob'].includes(loginName ?? ''))).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });

  test('needs the token', async () => {
    const fresh = await testApp();
    try {
      for (const key of ['setup.done', 'setup.claim']) await forget(fresh, key);
      for (const token of ['', 'guess', 'x'.repeat(32)]) {
        const body = { token, organisation: 'O', displayName: 'E', loginName: 'eve', password: 'long enough to pass' };
        expect(await problem(await fresh.ask('/desk/v1/setup', { body }))).toEqual([403, 'setup-token']);
      }
    } finally {
      await fresh.close();
    }
  });
});

/** Settings have no way to be forgotten, on purpose; a test makes a first run of it all the same. */
async function forget(on: TestApp, key: string): Promise<void> {
  const { sql } = on.deps.store as unknown as { sql: { query(text: string, values: string[]): Promise<unknown> } };
  await sql.query('DELETE FROM settings WHERE key = ?', [key]);
}

describe('sign-in', () => {
  test('gives a cookie that only this host gets, and a way out', async () => {
    const answer = await signIn({ ...ADA, loginName: '  ADA ' });
    expect(deskStatus.parse(await answer.clone().json()).me).toMatchObject({ role: 'admin' });
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-said=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const cookie = cookieOf(answer);
    expect(await me(cookie)).toBe('Ada Example');
    const out = await app.ask('/desk/v1/session', { method: 'DELETE', body: {}, cookie });
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect(await me(cookie)).toBeNull();
  });

  test('the token is not in the database', async () => {
    const cookie = cookieOf(await signIn(ADA));
    const token = cookie.split('=')[1] ?? '';
    expect(await app.deps.store.people.session(token)).toBeNull();
    expect(await app.deps.store.people.session(app.deps.keys.hash('session', token))).not.toBeNull();
  });

  test('a wrong name and a wrong password get the very same answer', async () => {
    const answers = [await signIn({ ...ADA, password: 'wrong' }), await signIn({ ...ADA, loginName: 'nobody' })];
    const bodies = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).toContain('wrong-sign-in');
  });

  test('and take the same work to find out', async () => {
    const passwords = argon2Passwords();
    const hash = await passwords.hash('a real password');
    // Its kind, its memory and its passes, which are what it costs: a clock would tell how busy this machine is.
    const costOf = async (given: string | null) => {
      vi.mocked(verify).mockClear();
      expect(await passwords.matches(given, 'a wrong password')).toBe(false);
      return vi
        .mocked(verify)
        .mock.calls.map(([hashed, password]) => [
          String(hashed).split('$').slice(1, 4),
          String(hashed).length,
          password,
        ]);
    };
    const known = await costOf(hash);
    expect(known).toEqual([[['argon2id', 'v=19', 'm=19456,t=2,p=1'], hash.length, 'a wrong password']]);
    expect(await costOf(null)).toEqual(known);
    expect(await passwords.matches(hash, 'a real password')).toBe(true);
  });

  test('guessing is slowed down, and the right password works again after a while', async () => {
    let last: Response;
    let tries = 0;
    do {
      last = await signIn({ ...ADA, password: `guess ${tries}` });
      tries += 1;
    } while (last.status === 401 && tries < 60);
    expect(tries).toBeLessThan(12);
    expect(last.status).toBe(429);
    const wait = Number(last.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    app.clock.ms += wait * 1000;
    expect((await signIn(ADA)).status).toBe(200);
    minutes(60);
  });

  test('a session ends after eight idle hours, and after seven days whatever happens', async () => {
    const idle = cookieOf(await signIn(ADA));
    minutes(8 * 60 + 1);
    expect(await me(idle)).toBeNull();
    const busy = cookieOf(await signIn(ADA));
    for (let hour = 0; hour < 7 * 24; hour += 7) {
      minutes(7 * 60);
      if (hour + 7 <= 7 * 24) expect([hour, await me(busy)]).toEqual([hour, 'Ada Example']);
    }
    minutes(60);
    expect(await me(busy)).toBeNull();
  });
});

describe('people', () => {
  const add = async (cookie: string, body: object) => app.ask('/desk/v1/people', { body, cookie });

  test('somebody who has left is out at once', async () => {
    const admin = await app.cookieFor('admin');
    const sam = { displayName: 'Sam', role: 'staff', loginName: 'sam', password: 'a long enough one' };
    const { actorId } = (await (await add(admin, sam)).json()) as Person;
    const session = cookieOf(await signIn({ loginName: 'sam', password: sam.password }));
    expect(await me(session)).toBe('Sam');
    const left = await app.ask(`/desk/v1/people/${actorId}`, {
      method: 'PATCH',
      body: { active: false },
      cookie: admin,
    });
    expect(left.status).toBe(200);
    expect(await me(session)).toBeNull();
    expect(await problem(await signIn({ loginName: 'sam', password: sam.password }))).toEqual([401, 'wrong-sign-in']);
    const tablet = await app.tablet();
    const rows = (await tablet.pull()).rows as { kind: string; id: string; value: unknown }[];
    expect(rows.find(({ kind, id }) => kind === 'roster' && id === actorId)?.value).toBeNull();
  });

  test('whoever changes their own password stays signed in where they did it, and nowhere else', async () => {
    const admin = await app.cookieFor('admin');
    const lea = { loginName: 'lea', password: 'a long enough one' };
    const { actorId } = (await (await add(admin, { ...lea, displayName: 'Lea', role: 'admin' })).json()) as Person;
    const [here, stolen] = [cookieOf(await signIn(lea)), cookieOf(await signIn(lea))];
    const body = { password: 'another long one' };
    const answer = await app.ask(`/desk/v1/people/${actorId}`, { method: 'PATCH', body, cookie: here });
    expect(answer.status).toBe(200);
    expect(await me(stolen)).toBeNull();
    expect(await me(here)).toBeNull();
    expect(await me(cookieOf(answer))).toBe('Lea');
    await app.ask(`/desk/v1/people/${actorId}`, { method: 'PATCH', body: { active: false }, cookie: admin });
  });

  test('everybody at the desk changes their own password, with the one they have', async () => {
    const admin = await app.cookieFor('admin');
    const uma = { loginName: 'uma', password: 'a long enough one' };
    await add(admin, { ...uma, displayName: 'Uma', role: 'staff' });
    const [here, stolen] = [cookieOf(await signIn(uma)), cookieOf(await signIn(uma))];
    const change = (cookie: string, current: string, next = 'another long one') =>
      app.ask('/desk/v1/password', { body: { current, next }, cookie });
    expect(await problem(await change(here, 'not this one'))).toEqual([401, 'wrong-sign-in']);
    expect(await problem(await change(here, uma.password, 'too short'))).toEqual([400, 'bad-request']);
    expect(await me(stolen)).toBe('Uma');
    const answer = await change(here, uma.password);
    expect(answer.status).toBe(204);
    expect([await me(here), await me(stolen), await me(cookieOf(answer))]).toEqual([null, null, 'Uma']);
    expect((await signIn(uma)).status).toBe(401);
    expect((await signIn({ ...uma, password: 'another long one' })).status).toBe(200);
    let last = await change(cookieOf(answer), 'guess');
    for (let tries = 0; last.status === 401 && tries < 20; tries += 1) last = await change(cookieOf(answer), 'guess');
    expect(await problem(last)).toEqual([429, 'too-many-requests']);
  });

  test('coming, going and being turned away are written down, and never what was typed', async () => {
    const admin = await app.cookieFor('admin');
    const ola = { loginName: 'ola', password: 'a long enough one' };
    await add(admin, { ...ola, displayName: 'Ola', role: 'staff' });
    await signIn({ ...ola, password: 'my-secret-slip' });
    await signIn({ loginName: 'my-secret-slip', password: 'my-secret-slip' });
    const cookie = cookieOf(await signIn(ola));
    await app.ask('/desk/v1/session', { method: 'DELETE', body: {}, cookie });
    const text = await (await app.ask('/desk/v1/audit', { cookie: admin })).text();
    const { entries } = JSON.parse(text) as { entries: { by: string; what: string }[] };
    const done = entries.slice(0, 4).map(({ by, what }) => [by, what]);
    expect(done).toEqual([
      ['Ola', 'signed-out'],
      ['Ola', 'signed-in'],
      ['', 'sign-in-refused'],
      ['Ola', 'sign-in-refused'],
    ]);
    expect(text).not.toContain('my-secret-slip');
  });

  test('a champion is on the tablets and has no way into the desk', async () => {
    const admin = await app.cookieFor('admin');
    const body = { displayName: 'Bea', role: 'champion', loginName: 'bea', password: 'a long enough one' };
    const bea = (await (await add(admin, body)).json()) as Person;
    expect(bea.loginName).toBeNull();
    expect(await problem(await signIn({ loginName: 'bea', password: body.password }))).toEqual([401, 'wrong-sign-in']);
    const rows = (await (await app.tablet()).pull()).rows as { id: string; value: unknown }[];
    expect(rows.find(({ id }) => id === bea.actorId)?.value).toMatchObject({ displayName: 'Bea', role: 'champion' });
  });

  test('a name is taken once; a password is long enough; the last admin stays', async () => {
    const admin = await app.cookieFor('admin');
    const body = { displayName: 'Kim', role: 'lead', loginName: 'ada', password: 'a long enough one' };
    expect(await problem(await add(admin, body))).toEqual([409, 'name-taken']);
    expect(await problem(await add(admin, { ...body, loginName: 'kim', password: 'short' }))).toEqual([
      400,
      'bad-request',
    ]);
    expect(await problem(await add(admin, { displayName: 'Kim', role: 'lead' }))).toEqual([400, 'bad-request']);
    const all = await app.deps.store.people.list();
    const ada = all.find(({ loginName }) => loginName === 'ada')?.actorId;
    for (const change of [{ active: false }, { role: 'staff' }]) {
      const answer = await app.ask(`/desk/v1/people/${ada}`, { method: 'PATCH', body: change, cookie: admin });
      expect(await problem(answer)).toEqual([409, 'last-admin']);
    }
  });
});

describe('what is still to be confirmed', () => {
  test('nothing is, until a person says so; a changed fact has to be confirmed again', async () => {
    const cookie = await app.cookieFor('admin');
    const read = async (answer: Response) => orgSettings.parse(await answer.json());
    const start = await read(await app.ask('/desk/v1/organisation', { cookie }));
    expect(start.confirmed).toEqual({});
    expect(start.phones.map(({ number }) => number)).toEqual(expect.arrayContaining(['999', '101', '116 123']));
    const confirm = (what: string, confirmed = true) =>
      app.ask('/desk/v1/organisation/confirm', { body: { what, confirmed }, cookie });
    const after = await read(await confirm('phones'));
    expect(after.confirmed.phones?.by).toBe('Ada Example');
    expect(after.phones.every(({ confirmed }) => confirmed)).toBe(true);
    const tablet = await app.tablet();
    expect(JSON.stringify((await tablet.pull()).rows)).toContain('"number":"999","confirmed":true');
    const phones = [{ id: 'lead', label: 'Our lead', number: '07700 900000', confirmed: false }];
    const changed = await app.ask('/desk/v1/organisation', { method: 'PATCH', body: { phones }, cookie });
    expect((await read(changed)).confirmed).toEqual({});
    await confirm('retention');
    expect((await read(await confirm('retention', false))).confirmed).toEqual({});
  });
});
