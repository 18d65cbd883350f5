import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAccept, retryParked } from '../../../server/intake/accept.ts';
import { isProblemCode } from '../../../src/domain/problems.ts';
import { pushAnswer, standing } from '../../../src/domain/protocol.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';
import { aConversation } from '../../helpers/sealed-operations.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = '2026-11-22T10:00:00.000Z';
const FROM = { deviceId: null, park: null } as const;

describe('the intake', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const counted = async () => {
    const [row] = await desk.store.sql.query<{ count: number }>('SELECT count(*) AS count FROM inbox');
    return row?.count ?? 0;
  };

  test('gives each operation its own verdict, in order, and keeps every one', async () => {
    const accept = createAccept(desk.store);
    const installId = randomUUID();
    const [one, two] = await Promise.all(
      [1, 2].map((seq) => desk.seal({ kind: 'conversation', body: aConversation(), installId, seq })),
    );
    const broken = { ...one, opId: randomUUID(), seq: 3, entityId: 'nobody' };
    const newer = { ...one, opId: randomUUID(), seq: 4, v: 2, extra: true };
    const large = { ...one, opId: randomUUID(), seq: 5, sealed: { ...one?.sealed, ct: 'A'.repeat(300_000) } };
    const hollow = { ...one, opId: randomUUID(), seq: 6, sealed: null };
    const before = await counted();
    const verdicts = await accept([one, broken, two, newer, one, large, hollow, 'nonsense', null], FROM, NOW);
    expect(verdicts.map(({ verdict, problem }) => [verdict, problem])).toEqual([
      ['stored', undefined],
      ['quarantined', 'bad-envelope'],
      ['stored', undefined],
      ['quarantined', 'unknown-version'],
      ['duplicate', undefined],
      ['quarantined', 'too-large'],
      ['quarantined', 'bad-envelope'],
      ['quarantined', 'bad-envelope'],
      ['quarantined', 'bad-envelope'],
    ]);
    expect(verdicts.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(verdicts[1]?.opId).toBe(broken.opId);
    expect(verdicts[7]?.opId).toBeNull();
    expect((await counted()) - before).toBe(8);
    expect(await desk.store.queue.haveThrough(installId)).toBe(6);
    expect(await accept([], FROM, NOW)).toEqual([]);
  });

  test('what a revoked tablet or a lost journal sends is kept, in quarantine', async () => {
    const accept = createAccept(desk.store);
    const op = await desk.seal({ kind: 'conversation', body: aConversation() });
    const [verdict] = await accept([op], { deviceId: null, park: 'from-recovered-journal' }, NOW);
    expect(verdict).toEqual({ opId: op.opId, index: 0, verdict: 'quarantined', problem: 'from-recovered-journal' });
    const [again] = await accept([op], FROM, NOW);
    expect(again?.verdict).toBe('duplicate');
  });

  test('a withdrawal in a lost journal does not wait for staff; one of a revoked tablet does', async () => {
    const accept = createAccept(desk.store);
    const withdrawal = () => desk.seal({ kind: 'withdrawal', body: { code: '7KQ4M2TD', scope: 'words' } });
    const [lost] = await accept([await withdrawal()], { deviceId: null, park: 'from-recovered-journal' }, NOW);
    expect(lost?.verdict).toBe('stored');
    const [revoked] = await accept([await withdrawal()], { deviceId: null, park: 'from-revoked-tablet' }, NOW);
    expect(revoked).toMatchObject({ verdict: 'quarantined', problem: 'from-revoked-tablet' });
  });

  test('what could not be read is read again when staff ask, and filed once it can be', async () => {
    const op = await desk.seal({ kind: 'conversation', body: aConversation() });
    await desk.store.queue.addUnreadable(null, JSON.stringify(op), 'unknown-version', NOW, op);
    await desk.store.queue.addUnreadable(null, '{"still":"odd"}', 'bad-envelope', NOW);
    const { rows } = await desk.store.queue.quarantined(2);
    const idOf = (part: string) => rows.find((row) => row.envelope?.includes(part))?.inboxId ?? '';
    expect(await retryParked(desk.store, idOf('still'), NOW)).toBe(false);
    expect(await retryParked(desk.store, idOf(op.opId), NOW)).toBe(true);
    expect(await retryParked(desk.store, idOf(op.opId), NOW)).toBe(false);
    await desk.work();
    expect(await desk.store.records.filed(op.entityId)).toHaveLength(1);
    expect((await desk.store.queue.quarantined(100)).rows.some((row) => row.envelope?.includes(op.opId))).toBe(false);
  });

  test('no malformed operation ends anything: all are answered, and kept whole', async () => {
    const accept = createAccept(desk.store);
    const whole = await desk.seal({ kind: 'conversation', body: aConversation() });
    const fields = Object.keys(whole) as (keyof typeof whole)[];
    const damaged = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc
        .tuple(fc.constantFrom(...fields), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' })))
        .map(([name, value]) => ({ ...whole, opId: randomUUID(), [name]: value })),
      fc.constantFrom(...fields).map((name) => {
        const { [name]: _, ...rest } = whole;
        return rest;
      }),
      fc.tuple(fc.nat(200), fc.nat(255)).map(([at, sign]) => {
        const ct = whole.sealed?.ct ?? '';
        const torn = ct.slice(0, at) + String.fromCodePoint(sign) + ct.slice(at + 1);
        return { ...whole, opId: randomUUID(), seq: 1 + at * 256 + sign, sealed: { ...whole.sealed, ct: torn } };
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 100 }), async (operations) => {
        const verdicts = await accept(operations, FROM, NOW);
        const answer = pushAnswer.parse({
          verdicts,
          standing: standing.parse({
            serverEpoch: 'e',
            serverTime: NOW,
            ...(await desk.store.queue.standing(whole.installId, null)),
          }),
        });
        expect(answer.verdicts).toHaveLength(operations.length);
        for (const { verdict, problem } of answer.verdicts) {
          expect(['stored', 'duplicate', 'quarantined']).toContain(verdict);
          if (verdict === 'quarantined') expect(isProblemCode(problem)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    await desk.work();
    expect(await desk.store.queue.waitingCount()).toBe(0);
    const good = await desk.seal({ kind: 'conversation', body: aConversation() });
    await desk.push([good]);
    await desk.work();
    expect(await desk.store.records.item(good.entityId)).not.toBeNull();
  }, 60_000);
});
