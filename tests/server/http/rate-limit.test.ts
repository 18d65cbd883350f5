import { describe, expect, test } from 'vitest';
import { RateLimiter, RATES, type RateName } from '../../../server/http/rate-limit.ts';

describe('rate limits', () => {
  test.each(Object.keys(RATES) as RateName[])('%s: a burst, then one by one as time passes', (name) => {
    let now = 1_000_000;
    const limiter = new RateLimiter(() => now);
    const { burst, perMinute } = RATES[name];
    for (let i = 0; i < burst; i += 1) expect(limiter.take(name, 'a')).toBe(0);
    const wait = limiter.take(name, 'a');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(Math.ceil(60 / perMinute));
    now += wait * 1000;
    expect(limiter.take(name, 'a')).toBe(0);
  });

  test('one does not use up what another has', () => {
    const limiter = new RateLimiter(() => 0);
    while (limiter.take('enrol', 'a') === 0);
    expect(limiter.take('enrol', 'b')).toBe(0);
    expect(limiter.take('setup', 'a')).toBe(0);
  });

  test('never locks out for ever, and asking again does not make it longer', () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    for (let i = 0; i < 10_000; i += 1) limiter.take('signInName', 'a');
    now += (60_000 / RATES.signInName.perMinute) * 1.01;
    expect(limiter.take('signInName', 'a')).toBe(0);
  });

  test('a clock that goes back gives nobody less', () => {
    let now = 1_000_000;
    const limiter = new RateLimiter(() => now);
    limiter.take('setup', 'a');
    now = 0;
    expect(limiter.take('setup', 'a')).toBe(0);
  });

  test('a flood of made-up names does not fill the memory', () => {
    const limiter = new RateLimiter(() => 0);
    for (let i = 0; i < 60_000; i += 1) limiter.take('address', `address ${i}`);
    expect(limiter.size).toBeLessThanOrEqual(20_000);
  });
});
