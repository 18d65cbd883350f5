import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inboxPage } from '../../src/domain/desk.ts';
import type { Operation } from '../../src/domain/envelope.ts';
import { aQuickNote, CaptureMaker, eventually } from '../helpers/captures.ts';
import { ADMIN, startServer, type TestServer } from '../helpers/server.ts';
import type { TestTablet } from '../helpers/test-tablet.ts';

/** On every change; `KILLS` for a long run. */
const KILLS = Number(process.env['KILLS'] ?? 8);
const TABLETS = 3;
const BATCH = 4;
vi.setConfig({ testTimeout: 60_000 + KILLS * 10_000, hookTimeout: 60_000 });

let server: TestServer;
let tablets: { tablet: TestTablet; make: CaptureMaker; acknowledged: Operation[]; unknown: Operation[] }[];
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: 'off' } });
  const desk = await server.setUp();
  tablets = [];
  for (let i = 0; i < TABLETS; i += 1) {
    const tablet = await server.approveTablet(desk, `Tablet ${i}`);
    const make = new CaptureMaker(tablet);
    await make.operation(aQuickNote('never sent')); // fetches the key while the server is up
    tablets.push({ tablet, make, acknowledged: [], unknown: [] });
  }
});
afterAll(() => server.dispose());

test(`killed ${KILLS} times under load, no acknowledged operation is lost and none is there twice`, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const load = { on: true };
    const before = tablets.map(({ acknowledged }) => acknowledged.length);
    const broken = new Set<number>();
    const pushing = tablets.map(async (each, at) => {
      while (load.on) {
        const fresh = Array.from({ length: BATCH }, (_, i) =>
          each.make.operation(aQuickNote(`kill ${kill} note ${i}`)),
        );
        // What was not answered is sent again, with the same ids, as a tablet does.
        const operations = [...each.unknown.splice(0), ...(await Promise.all(fresh))];
        try {
          const { verdicts } = await each.tablet.push(operations);
          const taken = verdicts.filter(({ verdict }) => verdict === 'stored' || verdict === 'duplicate');
          expect(taken).toHaveLength(operations.length);
          each.acknowledged.push(...operations);
        } catch (thrown) {
          if (thrown instanceof Error && thrown.name === 'AssertionError') throw thrown;
          each.unknown.push(...operations);
          broken.add(at);
          return;
        }
      }
    });
    // Every other time only once each tablet had an answer, however slow this machine is; else perhaps before the first.
    if (kill % 2 === 0)
      await eventually(
        async () => tablets.map(({ acknowledged }) => acknowledged.length),
        (now) => now.every((count, at) => count > (before[at] ?? 0) || broken.has(at)),
        30_000,
      );
    await new Promise((resolve) => setTimeout(resolve, 60 + ((kill * 67) % 240)));
    await server.kill();
    load.on = false;
    await Promise.all(pushing);
    await server.restart();
  }

  let all = 0;
  for (const { tablet, acknowledged, unknown } of tablets) {
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    acknowledged.push(...unknown.splice(0));
    for (let from = 0; from < acknowledged.length; from += 100) {
      const { verdicts } = await tablet.push(acknowledged.slice(from, from + 100));
      for (const { verdict } of verdicts) expect(['duplicate', 'stored']).toContain(verdict);
    }
    const { standing } = await tablet.hello();
    const last = Math.max(...acknowledged.map(({ seq }) => seq));
    expect(standing).toMatchObject({ haveThrough: 0, missing: [[1, 1]] });
    expect(acknowledged).toHaveLength(last - 1);
    all += acknowledged.length;
  }
  const desk = await server.signIn(ADMIN);
  const page = await eventually(
    async () => inboxPage.parse(await (await desk('/desk/v1/inbox?limit=1')).json()),
    ({ counts }) => counts.found >= all,
    // What the killed worker had leased is taken up again when the lease ends.
    30_000,
  );
  expect(page.counts).toMatchObject({ found: all, quarantine: 0 });
});
