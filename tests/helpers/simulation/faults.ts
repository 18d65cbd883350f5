import { Problem, type ProblemCode } from '../../../src/domain/problems.ts';
import type { Seeded } from './seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How bad the day is. Chances are per call. */
export interface Weather {
  /** The request never gets there. */
  readonly drop: number;
  /** The server does the work; its answer is lost. */
  readonly cutAfterCommit: number;
  /** The answer never comes; the work is done later, perhaps after newer requests. */
  readonly late: number;
  /** The request arrives a second time, later. */
  readonly replay: number;
  /** Another answer than the server's own: 401, 413, 429, 500, 503, nonsense, with or without the work being done. */
  readonly strange: number;
  /** A store of the tablet refuses: a full disk, a lost connection. Before or after the work. */
  readonly disk: number;
  /** A store of the tablet never answers. */
  readonly stuck: number;
}

export const CALM: Weather = { drop: 0, cutAfterCommit: 0, late: 0, replay: 0, strange: 0, disk: 0, stuck: 0 };

const STRANGE: readonly (readonly [ProblemCode, Record<string, number>])[] = [
  ['not-signed-in', {}],
  ['bad-signature', {}],
  ['stale-nonce', {}],
  ['device-unknown', {}],
  ['not-allowed', {}],
  ['too-large', {}],
  ['bad-request', {}],
  ['update-needed', {}],
  ['too-many-requests', { retryAfterMs: 20_000 }],
  ['server-busy', { retryAfterMs: 5_000 }],
  ['server-failed', {}],
  ['disk-low', {}],
  ['nonsense-answer', {}],
];

/** One request over a bad link. `work` is what the server does with it. */
export async function overTheLink<Answer>(
  time: VirtualTime,
  chance: Seeded,
  weather: Weather,
  work: () => Answer,
): Promise<Answer> {
  const later = (ms: number) =>
    void time.at(ms, () => {
      try {
        work();
      } catch {
        // Nobody waits for this answer any more.
      }
    });
  await time.sleep(chance.between(20, 400));
  if (chance.chance(weather.drop)) throw new Problem('unreachable');
  if (chance.chance(weather.late)) {
    later(chance.between(1_000, 120_000));
    await time.sleep(60_000);
    throw new Problem('timed-out');
  }
  if (chance.chance(weather.replay)) later(chance.between(1_000, 600_000));
  if (chance.chance(weather.strange)) {
    if (chance.chance(0.5)) work();
    const [code, details] = chance.pick(STRANGE);
    throw new Problem(code, details);
  }
  const answer = work();
  await time.sleep(chance.between(20, 400));
  if (chance.chance(weather.cutAfterCommit)) throw new Problem('unreachable');
  return structuredClone(answer);
}

/** A store whose disk may refuse or hang; `alive` is asked at every step, so that a killed page does nothing more. */
export function onABadDisk<Store extends object>(
  store: Store,
  chance: Seeded,
  how: { weather: () => Weather; alive: () => boolean; onCall?: (method: string, args: readonly unknown[]) => void },
): Store {
  const never = () => new Promise<never>(() => {});
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as unknown;
      if (typeof method !== 'function' || name === 'subscribe') return method;
      return async (...args: unknown[]) => {
        if (!how.alive()) return never();
        const { disk, stuck } = how.weather();
        if (chance.chance(stuck)) return never();
        if (chance.chance(disk / 2)) throw new Problem(chance.pick(['storage-full', 'storage-failed'] as const));
        how.onCall?.(String(name), args);
        const value: unknown = await (method as (...all: unknown[]) => Promise<unknown>).apply(target, args);
        if (!how.alive()) return never();
        if (chance.chance(disk / 2)) throw new Error('the connection to the database is closing');
        return value;
      };
    },
  });
}
