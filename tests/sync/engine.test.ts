import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MediaRef } from '../../src/domain/envelope.ts';
import { Problem } from '../../src/domain/problems.ts';
import { oneEngine } from '../helpers/simulation/one-engine.ts';

const MINUTE = 60_000;
const fails = (problem: Problem) => async () => {
  throw problem;
};

describe('what is sent, and in which order', () => {
  it('says hello, then words by urgency, then files, then fetches', async () => {
    const one = oneEngine();
    const bytes = new Uint8Array([1, 2, 3]);
    const photo = { id: one.chance.uuid(), role: 'photo', sha256: sha(bytes), bytes: 3, chunks: 1, mime: 'image/webp' };
    await one.deps.media.putChunk(photo.id, 0, bytes);
    await one.finish({ media: [photo as MediaRef] });
    await one.finish({ kind: 'need' });
    await one.finish({ kind: 'withdrawal' });
    one.engine.start();
    await one.pass(MINUTE);
    expect(one.asked.map((what) => what.split(' ')[0])).toEqual(['hello', 'push', 'status', 'chunk', 'pull']);
    expect(one.asked[1]).toBe('push 3,2,1');
    expect(one.engine.status()).toMatchObject({ phase: 'all-sent', waiting: 0, waitingMedia: 0, problem: null });
  });

  it('grows its batches from 20 to 100', async () => {
    const one = oneEngine();
    for (let n = 0; n < 300; n += 1) await one.finish();
    one.engine.start();
    await one.pass(MINUTE);
    const sizes = one.asked.filter((what) => what.startsWith('push')).map((what) => what.split(',').length);
    expect(sizes).toEqual([20, 40, 80, 100, 60]);
  });

  it('keeps a batch under a mebibyte', async () => {
    const one = oneEngine();
    for (let n = 0; n < 12; n += 1) await one.finish({ bytes: 150_000 });
    one.engine.start();
    await one.pass(MINUTE);
    const sizes = one.asked.filter((what) => what.startsWith('push')).map((what) => what.split(',').length);
    expect(Math.max(...sizes)).toBe(5);
    expect(one.server.rows().length).toBe(12);
  });

  it('halves a batch that is too large, and sets one that is too large alone aside', async () => {
    const one = oneEngine({
      transport: (real) => ({
        push: async (installId, health, all) => {
          if (all.some(({ seq }) => seq === 5)) throw new Problem('too-large');
          return real.push(installId, health, all);
        },
      }),
    });
    for (let n = 0; n < 20; n += 1) await one.finish();
    one.engine.start();
    await one.pass(20_000);
    expect(one.server.rows().length).toBe(19);
    const [left] = (await one.deps.outbox.list(100)).filter(({ state }) => state === 'waiting');
    expect(left).toMatchObject({ seq: 5, problem: 'too-large' });
    expect(left?.operation).not.toBeNull();
    expect(one.engine.status()).toMatchObject({ phase: 'saved', waiting: 1, problem: 'too-large' });
  });

  it('keeps a later record of an entity behind an earlier one that the server says "later" to', async () => {
    const one = oneEngine();
    const first = await one.finish();
    one.server.sayLater = (opId) => opId === first.opId;
    one.engine.start();
    await one.pass(1_000);
    await one.finish({ entityId: first.entityId });
    await one.finish();
    one.engine.nudge();
    await one.pass(1_000);
    expect(one.server.rows().map(({ seq }) => seq)).toEqual([3]);
    one.server.sayLater = () => false;
    await one.pass(5 * MINUTE);
    expect(one.server.rows().map(({ seq }) => seq)).toEqual([3, 1, 2]);
  });
});

describe('when to try again', () => {
  it('waits longer and longer while nothing gets through, and at once when nudged', async () => {
    let calls: number[] = [];
    const one = oneEngine({
      transport: (_real, time) => ({
        hello: async () => {
          calls.push(time.nowMs());
          throw new Problem('unreachable');
        },
      }),
    });
    await one.finish();
    one.engine.start();
    await one.pass(60 * MINUTE);
    const gaps = calls.slice(1).map((at, n) => at - (calls[n] ?? 0));
    expect(gaps[0]).toBeLessThanOrEqual(3_000);
    expect(gaps[0]).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7.5 * MINUTE);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(2.5 * MINUTE);
    expect(calls.length).toBeLessThan(35);
    for (const wake of [() => one.engine.nudge(), () => one.tabletSays('online'), () => one.tabletSays('shown')]) {
      calls = [];
      wake();
      await one.pass(100);
      expect(calls.length).toBe(1);
    }
  });

  it('stays away as long as the server asks, also when nudged, and no longer than five minutes', async () => {
    let hellos = 0;
    const one = oneEngine({
      transport: () => ({
        hello: async () => {
          hellos += 1;
          throw new Problem('too-many-requests', { retryAfterMs: hellos === 1 ? 90_000 : 86_400_000 });
        },
      }),
    });
    await one.finish();
    one.engine.start();
    await one.pass(1_000);
    one.engine.nudge();
    await one.pass(80_000);
    expect(hellos).toBe(1);
    await one.pass(20_000);
    expect(hellos).toBe(2);
    await one.pass(10 * MINUTE);
    expect(hellos).toBeGreaterThanOrEqual(3);
  });

  it('looks again later when another tab sends', async () => {
    let free = false;
    const one = oneEngine({
      deps: ({ lock }) => ({ lock: async (work) => (free ? lock(work) : false) }),
    });
    await one.finish();
    one.engine.start();
    await one.pass(MINUTE);
    expect(one.asked).toEqual([]);
    free = true;
    await one.pass(MINUTE);
    expect(one.server.rows().length).toBe(1);
  });

  it('stops at once, even in the middle of a request, and may be started again', async () => {
    const one = oneEngine({
      transport: (_real, time) => ({ hello: () => time.sleep(9 * MINUTE).then(fails(new Problem('timed-out'))) }),
    });
    one.engine.start();
    await one.pass(100);
    const before = one.time.nowMs();
    await one.engine.stop();
    expect(one.time.nowMs()).toBe(before);
    one.engine.start();
    await one.pass(100);
    await one.engine.stop();
  });
});

describe('stores that fail', () => {
  it('a full disk: sends everything once, without a storm, says so, and writes it down when there is room', async () => {
    let full = true;
    const one = oneEngine({
      deps: ({ outbox }) => ({
        outbox: {
          ...outbox,
          markAll: async (marks) => {
            if (full) throw new Problem('storage-full');
            return outbox.markAll(marks);
          },
        },
      }),
    });
    for (let n = 0; n < 90; n += 1) await one.finish();
    one.engine.start();
    await one.pass(60 * MINUTE);
    const sent = one.asked.filter((what) => what.startsWith('push')).flatMap((what) => what.slice(5).split(','));
    expect(sent.length).toBe(90);
    expect(one.engine.status()).toMatchObject({ waiting: 90, problem: 'storage-full' });
    full = false;
    await one.pass(10 * MINUTE);
    expect(one.engine.status()).toMatchObject({ phase: 'all-sent', waiting: 0, problem: null });
    expect(new Set(one.server.rows().map(({ seq }) => seq)).size).toBe(90);
  });

  it('a database that never answers, then does', async () => {
    let stuck = true;
    const one = oneEngine({
      deps: ({ outbox }) => ({
        outbox: { ...outbox, nextToSend: (...all) => (stuck ? new Promise(() => {}) : outbox.nextToSend(...all)) },
      }),
    });
    await one.finish();
    one.engine.start();
    await one.pass(MINUTE);
    expect(one.engine.status().problem).toBe('storage-failed');
    stuck = false;
    await one.pass(10 * MINUTE);
    expect(one.engine.status()).toMatchObject({ phase: 'all-sent', problem: null });
  });

  it('a database whose connection is gone, in every call: the engine lives on', async () => {
    let broken = true;
    const one = oneEngine({
      deps: ({ outbox }) => ({
        outbox: new Proxy(outbox, {
          get: (target, name) => {
            const method = Reflect.get(target, name) as (...all: unknown[]) => unknown;
            if (name === 'subscribe') return method;
            return async (...all: unknown[]) => {
              if (broken) throw new DOMException('The database connection is closing.', 'InvalidStateError');
              return method(...all);
            };
          },
        }),
      }),
    });
    broken = false;
    await one.finish();
    broken = true;
    one.engine.start();
    await one.pass(10 * MINUTE);
    expect(one.engine.status()).toMatchObject({ phase: 'starting', problem: 'storage-failed' });
    broken = false;
    await one.pass(10 * MINUTE);
    expect(one.engine.status()).toMatchObject({ phase: 'all-sent', problem: null });
    expect(one.server.rows().length).toBe(1);
  });
});

describe('what comes down', () => {
  it('starts afresh when the cursor is too old, keeping the old until the new is whole', async () => {
    let cut = false;
    let cleared = 0;
    const one = oneEngine({
      transport: (real) => ({
        pull: async (cursor) => {
          if (cut && cursor === null) throw new Problem('unreachable');
          return real.pull(cursor);
        },
      }),
      deps: ({ reference }) => ({ reference: { ...reference, clear: async () => void (cleared += 1) } }),
    });
    for (let n = 0; n < 12; n += 1) await one.finish();
    one.engine.start();
    await one.pass(MINUTE);
    one.server.takeBackup();
    one.server.restore();
    cut = true;
    one.engine.nudge();
    await one.pass(1_000);
    expect(cleared).toBe(0);
    cut = false;
    await one.pass(10 * MINUTE);
    expect(cleared).toBe(1);
    expect((await one.deps.outbox.install()).cursor).toMatch(/^2:/);
  });

  it('wipes a revoked tablet once, and still sends what it holds', async () => {
    const one = oneEngine();
    await one.finish();
    one.server.revoked.add('00000000-0000-7000-a000-0000000000dd');
    one.engine.start();
    await one.pass(30 * MINUTE);
    expect(one.wiped()).toBe(1);
    expect(one.server.rows().map(({ state }) => state)).toEqual(['quarantined']);
    expect(one.engine.status().problem).toBe('device-revoked');
  });

  it('does not follow a server that says "more" for ever', async () => {
    let pulls = 0;
    const one = oneEngine({
      transport: () => ({ pull: async () => ({ rows: [], cursor: `c${(pulls += 1)}`, more: true }) }),
    });
    one.engine.start();
    await one.pass(MINUTE);
    expect(pulls).toBe(400);
  });
});

describe('what the chip says', () => {
  it('nothing yet; saved; all sent', async () => {
    const one = oneEngine();
    expect(one.engine.status().phase).toBe('starting');
    one.engine.start();
    await one.pass(1_000);
    expect(one.engine.status().phase).toBe('nothing-yet');
    const seen = new Set<string>();
    one.engine.subscribe(() => seen.add(one.engine.status().phase));
    await one.finish();
    one.engine.nudge();
    await one.pass(1_000);
    expect([...seen]).toEqual(['saved', 'sending', 'all-sent']);
  });

  it('does not trouble anybody with a link that is down: only when it lasts and the tablet thinks itself online', async () => {
    for (const online of [true, false]) {
      const one = oneEngine({ online, transport: () => ({ hello: fails(new Problem('unreachable')) }) });
      await one.finish();
      one.engine.start();
      await one.pass(1_000);
      expect(one.engine.status()).toMatchObject({ phase: 'saved', problem: null });
      await one.pass(30 * MINUTE);
      expect(one.engine.status().problem).toBe(online ? 'unreachable' : null);
    }
  });

  it('says that an update is needed, and goes on offering what it has', async () => {
    const one = oneEngine({ transport: () => ({ hello: fails(new Problem('update-needed')) }) });
    await one.finish();
    one.engine.start();
    await one.pass(1_000);
    expect(one.engine.status().problem).toBe('update-needed');
    expect(one.server.rows().length).toBe(1);
  });
});

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
