import { describe, expect, it } from 'vitest';
import type { OpId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { SyncDeps } from '../../src/sync/run-context.ts';
import { CALM } from '../helpers/simulation/faults.ts';
import { type Day, type Outcome, simulate } from '../helpers/simulation/world.ts';

/**
 * The engine against time, chance, link and disk from a seed. A failing seed is printed; `SEED=<n>` replays that one,
 * `SEEDS=<n>` plays more than the usual 500, from `FIRST_SEED`.
 */
const ONE = process.env['SEED'];
const SEEDS = Number(process.env['SEEDS'] ?? 500);
const FIRST = Number(process.env['FIRST_SEED'] ?? 1);

describe('the sync engine, simulated', () => {
  it('loses, doubles and blocks nothing, whatever happens', { timeout: 60_000 + SEEDS * 500 }, async () => {
    const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, n) => FIRST + n) : [Number(ONE)];
    const bad: Outcome[] = [];
    let operations = 0;
    for (const seed of seeds) {
      const outcome = await simulate(seed);
      operations += outcome.operations;
      if (outcome.breaches.length > 0) bad.push(outcome);
      if (bad.length >= 5) break;
    }
    expect(bad.map(({ seed, breaches }) => `SEED=${seed}: ${breaches.slice(0, 5).join('; ')}`)).toEqual([]);
    expect(operations).toBeGreaterThan(0);
  });

  // Found by long runs: a withdrawal behind a recovered journal, and a file the server had whole when we asked.
  it.each([547, 879, 2552, 3128])('holds where it once did not: seed %i', async (seed) => {
    expect((await simulate(seed)).breaches).toEqual([]);
  });

  it('plays a seed the same way twice', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });
});

/** Ways in which this class of software has lost data, built in on purpose: the simulation must see every one. */
interface Broken {
  readonly breach: RegExp;
  readonly day?: Partial<Day>;
  spoil(deps: SyncDeps): SyncDeps;
}

const withTransport = (deps: SyncDeps, broken: Partial<Transport>): SyncDeps => ({
  ...deps,
  transport: { ...deps.transport, ...broken },
});

const BROKEN: Readonly<Record<string, Broken>> = {
  'lets go at stored instead of durable': {
    breach: /before it was in a verified backup/,
    spoil: (deps) =>
      withTransport(deps, {
        hello: async (installId, health) => {
          const answer = await deps.transport.hello(installId, health);
          return { ...answer, standing: { ...answer.standing, durableThrough: answer.standing.haveThrough } };
        },
      }),
  },
  'takes a 401 for an answer and drops what was sent': {
    breach: /: lost$/,
    day: { weather: { ...CALM, strange: 0.3 } },
    spoil: (deps) =>
      withTransport(deps, {
        push: async (installId, health, operations) => {
          try {
            return await deps.transport.push(installId, health, operations);
          } catch (thrown) {
            if ((thrown as Problem).code !== 'not-signed-in') throw thrown;
            for (const { opId } of operations) {
              await deps.outbox.mark(opId, 'withdrawn', null, '');
              await deps.outbox.release(opId);
            }
            throw thrown;
          }
        },
      }),
  },
  'makes a new id for every try': {
    breach: /: lost$/,
    spoil: (deps) =>
      withTransport(deps, {
        push: async (installId, health, operations) => {
          const renamed = operations.map((one) => ({ ...one, opId: deps.random.uuid() as OpId }));
          const answer = await deps.transport.push(installId, health, renamed);
          const verdicts = answer.verdicts.map((one) => ({ ...one, opId: operations[one.index]?.opId ?? null }));
          return { ...answer, verdicts };
        },
      }),
  },
  'thinks every file has arrived': {
    breach: /never arrived whole/,
    spoil: (deps) =>
      withTransport(deps, {
        mediaStatus: async (id) => ({ ...(await deps.transport.mediaStatus(id)), complete: true }),
      }),
  },
  'sends one batch and never again': {
    breach: /stalled/,
    spoil: (deps) => {
      let pushes = 0;
      return withTransport(deps, {
        push: async (installId, health, operations) => {
          pushes += 1;
          if (pushes > 1) throw new Problem('unreachable');
          return deps.transport.push(installId, health, operations);
        },
      });
    },
  },
  'trusts its own memory after the server came back from a backup': {
    breach: /: lost$|never arrived whole/,
    day: { restores: true },
    spoil: (deps) => ({ ...deps, outbox: { ...methodsOf(deps.outbox), setStanding: async () => {} } }),
  },
  'sends the newest first': {
    breach: /came after/,
    day: { weather: { ...CALM, drop: 0.1 }, restores: false, wipes: false, saysLater: false },
    spoil: (deps) => {
      const { outbox } = deps;
      const newestFirst = async (limit: number) =>
        [...(await outbox.nextToSend(10_000, Number.MAX_SAFE_INTEGER))].reverse().slice(0, limit);
      return { ...deps, outbox: { ...methodsOf(outbox), nextToSend: newestFirst } };
    },
  },
};

/** The methods of a store behind a proxy, as a plain object that can be spread. */
function methodsOf<Store extends object>(store: Store): Store {
  return Object.fromEntries(Object.keys(store).map((name) => [name, Reflect.get(store, name)])) as Store;
}

describe('the simulation itself', () => {
  for (const [name, { breach, spoil, day = {} }] of Object.entries(BROKEN)) {
    it(`sees an engine that ${name}`, { timeout: 60_000 }, async () => {
      const seen: string[] = [];
      for (let seed = 1; seed <= 200 && !seen.some((one) => breach.test(one)); seed += 1) {
        seen.push(...(await simulate(seed, { spoil, day })).breaches);
      }
      expect(seen.filter((one) => breach.test(one))).not.toEqual([]);
    });
  }
});
