import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATHS } from '../../../src/domain/protocol.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aQuickNote, CaptureMaker } from '../../helpers/captures.ts';
import { gzipped, type TestTablet } from '../../helpers/test-tablet.ts';

/** Enough on every change; `FUZZ_RUNS` for a long night. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

let app: TestApp;
let tablet: TestTablet;
let operation: Record<string, unknown>;
let admin: string;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  tablet = await app.tablet();
  operation = { ...(await new CaptureMaker(tablet).operation(aQuickNote('the seed'))) };
  admin = await app.cookieFor('admin');
  await tablet.hello();
});
afterAll(() => app.close());

const anything = fc.anything({
  withNullPrototype: false,
  maxDepth: 3,
  values: [
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('__proto__', 'constructor', '\u0000', '\ud800', '9'.repeat(400), '../../etc/passwd', '%00'),
  ],
});
/** A real operation with some of its fields put wrong: deeper into the server than noise gets. */
const nearlyRight = fc
  .tuple(
    fc.subarray(['v', 'opId', 'installId', 'seq', 'kind', 'entityId', 'media', 'sealed', 'capturedAt', 'x']),
    anything,
  )
  .map(([fields, value]) => ({ ...operation, ...Object.fromEntries(fields.map((field) => [field, value])) }));

const wellBehaved = async (answer: Response) => {
  const body = await answer.text();
  expect(answer.status, body).toBeLessThan(500);
  if (answer.status >= 400) expect(JSON.parse(body)).toHaveProperty('problem');
};
const jsonable = (value: unknown): boolean => JSON.stringify(value) !== undefined;

test('push: whatever the operations are, the answer is a verdict for each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(anything, nearlyRight), { maxLength: 6 }), async (operations) => {
      const body = { installId: tablet.installId, health: tablet.health(), operations };
      const answer = await tablet.fetch(PATHS.push, gzipped(body));
      expect(answer.status, await answer.clone().text()).toBe(200);
      expect(((await answer.json()) as { verdicts: unknown[] }).verdicts).toHaveLength(operations.length);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('after all of that the worker goes on, and the next record is filed', async () => {
  await app.work();
  const other = await app.tablet('After the storm');
  const good = await new CaptureMaker(other).operation(aQuickNote('calm again'));
  await other.push([good]);
  await app.work();
  expect(await app.deps.store.records.item(good.entityId)).not.toBeNull();
});

test('push, hello, recover and enrolment: whatever the body is, there is no failure', async () => {
  await fc.assert(
    fc.asyncProperty(anything.filter(jsonable), async (body) => {
      for (const path of [PATHS.push, PATHS.hello]) await wellBehaved(await tablet.fetch(path, gzipped(body)));
      await wellBehaved(await app.ask(PATHS.enrol, { body }));
      await wellBehaved(await app.ask(PATHS.recover, { body, cookie: tablet.cookie }));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('raw bytes as bodies, gzip or not: no failure', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (noise, packed) => {
      const body = new Uint8Array(packed ? gzipSync(noise) : noise);
      await wellBehaved(await tablet.fetch(PATHS.push, { method: 'POST', body, headers }));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('pull cursors, search words, filters and ids: no failure', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(text, async (noise) => {
      const encoded = encodeURIComponent(Buffer.from(noise).toString());
      await wellBehaved(await tablet.fetch(`${PATHS.pull}?cursor=${encoded}`));
      await wellBehaved(await tablet.fetch(`${PATHS.media}/${encoded === '.' || encoded === '..' ? 'x' : encoded}`));
      for (const name of ['q', 'facet', 'before', 'owner', 'kind', 'lane', 'limit']) {
        await wellBehaved(await app.ask(`/desk/v1/inbox?${name}=${encoded}`, { cookie: admin }));
      }
      await wellBehaved(await app.ask('/desk/v1/withdraw', { body: { code: noise, scope: 'words' }, cookie: admin }));
      await wellBehaved(await app.ask(`/desk/v1/quarantine/${encoded || 'x'}/export`, { cookie: admin }));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('headers: whatever is claimed, no failure', async () => {
  const printable = fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\u0020-\u007e]/g, '').trim());
  await fc.assert(
    fc.asyncProperty(printable, async (noise) => {
      const headers = { authorization: `SaidAndDone ${noise}`, 'content-type': noise, cookie: noise, range: noise };
      await wellBehaved(await app.ask(PATHS.pull, { headers }));
      await wellBehaved(await app.ask('/desk/v1/session', { body: {}, headers: { ...headers, origin: noise } }));
    }),
    { numRuns: RUNS },
  );
}, 120_000);
