/** How many requests may come at once, and how many per minute after that. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Strict where something could be guessed, generous where a tablet brings a day's work home. */
export const RATES = {
  desk: { burst: 200, perMinute: 600 },
  sync: { burst: 300, perMinute: 600 },
  media: { burst: 400, perMinute: 1200 },
  address: { burst: 1500, perMinute: 6000 },
  signInName: { burst: 8, perMinute: 2 },
  signInAddress: { burst: 30, perMinute: 10 },
  setup: { burst: 8, perMinute: 2 },
  enrol: { burst: 10, perMinute: 5 },
  enrolStatus: { burst: 60, perMinute: 60 },
  recover: { burst: 30, perMinute: 30 },
  report: { burst: 20, perMinute: 20 },
} as const satisfies Record<string, Rate>;
export type RateName = keyof typeof RATES;

const MAX_BUCKETS = 20_000;
const KEPT_BUCKETS = 18_000;

/** Token buckets in memory, one for each (rate, who). Those longest unused are forgotten first. */
export class RateLimiter {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #nowMs: () => number;

  readonly #on: boolean;

  /** `on` false counts nothing: for measuring. */
  constructor(nowMs: () => number, on = true) {
    this.#nowMs = nowMs;
    this.#on = on;
  }

  /** Takes one token: 0 when it was there, else the seconds until one is. */
  take(name: RateName, who: string): number {
    if (!this.#on) return 0;
    const rate: Rate = RATES[name];
    const key = `${name}\n${who}`;
    const now = this.#nowMs();
    const before = this.#buckets.get(key) ?? { tokens: rate.burst, at: now };
    const tokens = Math.min(rate.burst, before.tokens + (Math.max(0, now - before.at) / 60_000) * rate.perMinute);
    const taken = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: taken ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > MAX_BUCKETS) this.#forgetOldest();
    return taken ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / rate.perMinute));
  }

  /** How many buckets are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** The map is in order of last use, so what goes first is what has had longest to fill up again. */
  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= KEPT_BUCKETS) return;
      this.#buckets.delete(key);
    }
  }
}
