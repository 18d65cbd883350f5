import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { owedId, writeCursor } from '../../../server/http/sync/pull.ts';
import { tabletList } from '../../../src/domain/desk.ts';
import { MAX_PUSH_OPERATIONS, PATHS, type PullAnswer } from '../../../src/domain/protocol.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aPromise, aQuickNote, CaptureMaker } from '../../helpers/captures.ts';
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

type Row = { kind: string; id: string; value: unknown };
const rowsOf = (answer: PullAnswer, kind: string) => (answer.rows as Row[]).filter((row) => row.kind === kind);
const problem = async (answer: Response) => [answer.status, ((await answer.json()) as { problem: string }).problem];

describe('pull', () => {
  test('goes on from where it stopped, and brings only what changed', async () => {
    const first = await tablet.pull();
    expect(rowsOf(first, 'organisation')).toHaveLength(1);
    expect((await tablet.pull(first.cursor)).rows).toEqual([]);
    await tablet.push([await make.operation(aPromise('Bring the answer'))]);
    await app.work();
    const next = await tablet.pull(first.cursor);
    expect(rowsOf(next, 'owed').map(({ value }) => value)).toMatchObject([{ what: 'Bring the answer' }]);
    expect(rowsOf(next, 'receipt')).toHaveLength(1);
    expect(rowsOf(next, 'organisation')).toEqual([]);
  });

  test('what is closed is owed no more, and owed again when it is opened again', async () => {
    const cookie = await app.cookieFor('staff');
    const operation = await make.operation(aPromise('Ask about the tap'));
    await tablet.push([operation]);
    await app.work();
    const owed = async () =>
      rowsOf(await tablet.pull(), 'owed').find(({ id }) => id === owedId(operation.entityId, app.deps.keys))?.value ??
      null;
    const setState = async (state: string) => {
      const path = `/desk/v1/inbox/${operation.entityId}`;
      const { rev } = (await (await app.ask(path, { cookie })).json()) as { rev: number };
      expect((await app.ask(path, { method: 'PATCH', body: { rev, state }, cookie })).status).toBe(200);
    };
    expect(await owed()).not.toBeNull();
    await setState('done');
    expect(await owed()).toBeNull();
    await setState('read');
    expect(await owed()).toMatchObject({ what: 'Ask about the tap' });
  });

  test('no tablet learns the id of another one’s record: who knows it can withdraw it', async () => {
    const operation = await make.operation(aPromise('Mend the gate'));
    await tablet.push([operation]);
    await app.work();
    const seen = await (await app.tablet('Another')).pull();
    expect(JSON.stringify(rowsOf(seen, 'owed'))).toContain('Mend the gate');
    expect(JSON.stringify(seen)).not.toContain(operation.entityId);
  });

  test('a tablet sees its own receipts and nobody else’s', async () => {
    const other = await app.tablet('Other');
    const operation = await new CaptureMaker(other).operation(aQuickNote('from the other one'));
    await other.push([operation]);
    await app.work();
    const ids = async (of: TestTablet) => rowsOf(await of.pull(), 'receipt').map(({ id }) => id);
    expect(await ids(other)).toEqual([operation.opId]);
    expect(await ids(tablet)).not.toContain(operation.opId);
  });

  test('comes in pages', async () => {
    for (let i = 0; i < 520; i += 1) {
      const value = { actorId: randomUUID() as never, displayName: `Person ${i}`, role: 'champion' as const };
      await app.deps.store.reference.put(
        { kind: 'roster', id: value.actorId, value },
        null,
        app.deps.now().toISOString(),
      );
    }
    const ids = new Set<string>();
    let cursor: string | null = null;
    let pages = 0;
    for (;;) {
      const page: PullAnswer = await tablet.pull(cursor);
      expect(page.rows.length).toBeLessThanOrEqual(500);
      for (const { id } of rowsOf(page, 'roster')) ids.add(id);
      cursor = page.cursor;
      pages += 1;
      if (!page.more) break;
    }
    expect(pages).toBe(2);
    expect(ids.size).toBeGreaterThanOrEqual(520);
  });

  test('a cursor of another epoch, from before a clearing, or that is none, starts afresh', async () => {
    const { cursor } = await tablet.pull();
    const cursors = [writeCursor('epoch-0', 5), 'nonsense', '%F0%28', 'A'.repeat(150)];
    for (const old of cursors) {
      const answer = await tablet.fetch(`${PATHS.pull}?cursor=${old}`);
      expect([old, ...(await problem(answer))]).toEqual([old, 410, 'cursor-too-old']);
    }
    const gone = await tablet.pull(cursor);
    await app.deps.store.reference.put({ kind: 'venue', id: 'gone', value: null }, null, '2020-01-01T00:00:00.000Z');
    await app.deps.store.reference.prune('2021-01-01T00:00:00.000Z');
    expect(await problem(await tablet.fetch(`${PATHS.pull}?cursor=${gone.cursor}`))).toEqual([410, 'cursor-too-old']);
    expect((await tablet.pull()).rows.length).toBeGreaterThan(0);
  });
});

describe('push', () => {
  test('one bad operation never stops the others, and none is lost', async () => {
    const good = [await make.operation(aQuickNote('first')), await make.operation(aQuickNote('second'))];
    const bad = [null, 7, { v: 99 }, { ...good[0], opId: 'x' }, []];
    const answer = await tablet.push([good[0], ...bad, good[1]]);
    expect(answer.verdicts.map(({ verdict }) => verdict)).toEqual([
      'stored',
      ...bad.map(() => 'quarantined'),
      'stored',
    ]);
    expect(answer.verdicts.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('says which numbers never came, and the desk sees it after a week', async () => {
    const lone = await app.tablet('Gappy');
    const mine = new CaptureMaker(lone);
    const ops = [await mine.operation(aQuickNote('one'))];
    mine.skip();
    mine.skip();
    ops.push(await mine.operation(aQuickNote('four')));
    const { standing } = await lone.push(ops);
    expect(standing).toMatchObject({ haveThrough: 1, missing: [[2, 3]], durableThrough: 0 });
    const cookie = await app.cookieFor('staff');
    const gaps = async () =>
      tabletList
        .parse(await (await app.ask('/desk/v1/tablets', { cookie })).json())
        .tablets.find(({ deviceId }) => deviceId === lone.deviceId)?.gaps;
    expect(await gaps()).toEqual([]);
    app.clock.ms += 7 * 24 * 3_600_000 + 1000;
    const later = await app.cookieFor('staff');
    const listed = tabletList.parse(await (await app.ask('/desk/v1/tablets', { cookie: later })).json());
    const mineThere = listed.tablets.find(({ deviceId }) => deviceId === lone.deviceId);
    expect(mineThere?.gaps).toMatchObject([{ first: 2, last: 3, installId: lone.installId }]);
  });

  test('health and clock are noted; a clock that is years out is no reason to refuse', async () => {
    const wall = new Date(app.clock.ms - 9 * 365 * 24 * 3_600_000).toISOString();
    for (const told of [wall, 'the battery was out', '']) {
      const health = tablet.health({ wall: told, unsent: 12, freeBytes: 5 });
      const answer = await tablet.fetch(PATHS.hello, gzipped({ installId: tablet.installId, health }));
      expect(answer.status).toBe(200);
    }
    const first = tablet.health({ wall, unsent: 12 });
    await tablet.fetch(PATHS.hello, gzipped({ installId: tablet.installId, health: first }));
    const row = await app.deps.store.devices.get(tablet.deviceId);
    expect(row).toMatchObject({ clockSkewMs: -9 * 365 * 24 * 3_600_000, health: { unsent: 12 } });
  });

  test('stored for so many days is as good as backed up, where the organisation says so', async () => {
    const mine = await app.tablet('Releasing');
    await mine.push([await new CaptureMaker(mine).operation(aQuickNote('kept'))]);
    expect((await mine.hello()).standing.durableThrough).toBe(0);
    const cookie = await app.cookieFor('admin');
    await app.ask('/desk/v1/organisation', { method: 'PATCH', body: { releaseAfterDays: 3 }, cookie });
    expect((await mine.hello()).standing.durableThrough).toBe(0);
    app.clock.ms += 3 * 24 * 3_600_000 + 1000;
    expect((await mine.hello()).standing).toMatchObject({ haveThrough: 1, durableThrough: 1 });
  });

  test('more than it may bring is refused whole, in count, in bytes and in what it unpacks to', async () => {
    const base = { installId: tablet.installId, health: tablet.health() };
    const many = Array.from({ length: MAX_PUSH_OPERATIONS + 1 }, () => ({}));
    expect(await problem(await tablet.fetch(PATHS.push, gzipped({ ...base, operations: many })))).toEqual([
      400,
      'bad-request',
    ]);
    const bomb = gzipped({ ...base, operations: ['x'.repeat(5_000_000)] });
    expect((bomb.body?.length ?? 0) < 10_000).toBe(true);
    expect(await problem(await tablet.fetch(PATHS.push, bomb))).toEqual([413, 'too-large']);
    const body = new Uint8Array(1024 * 1024 + 1);
    expect(await problem(await tablet.fetch(PATHS.push, { method: 'POST', body }))).toEqual([413, 'too-large']);
  });

  test('a body that is not gzip although it says so is a bad request', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const cut = new Uint8Array(gzipSync('{"installId":1}')).slice(0, 15);
    for (const body of [new Uint8Array([1, 2, 3]), cut]) {
      expect(await problem(await tablet.fetch(PATHS.push, { method: 'POST', body, headers }))).toEqual([
        400,
        'bad-request',
      ]);
    }
    const odd = { ...headers, 'content-encoding': 'br' };
    expect(await problem(await tablet.fetch(PATHS.push, { method: 'POST', body: cut, headers: odd }))).toEqual([
      400,
      'bad-request',
    ]);
  });
});

test('a flood is slowed down with a time to come back, and a tablet that waits gets through', async () => {
  const limited = await testApp();
  try {
    const flooding = await limited.tablet('Flooding');
    const calm = await limited.tablet('Calm');
    let last: Response;
    let tries = 0;
    do {
      last = await flooding.fetch(PATHS.pull);
      tries += 1;
    } while (last.status === 200 && tries < 2_000);
    expect(tries).toBeLessThan(400);
    const wait = Number(last.headers.get('retry-after'));
    expect(await problem(last)).toEqual([429, 'too-many-requests']);
    expect(wait).toBeGreaterThan(0);
    expect((await calm.fetch(PATHS.pull)).status).toBe(200);
    limited.clock.ms += wait * 1000;
    expect((await flooding.fetch(PATHS.pull)).status).toBe(200);
  } finally {
    await limited.close();
  }
});
