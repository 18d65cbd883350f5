import { snapPath, type LngLat } from '../../src/domain/place-grid.ts';
import type { Where } from '../../src/domain/place.ts';

export type Random = () => number;

/** The same numbers for the same seed, 0 to 1. */
export function randomly(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const oneOf = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

/** An exact spot in and around London, as a satellite receiver would tell it: six digits. */
export function anySpot(random: Random): LngLat {
  return [round(-0.5 + random()), round(51.2 + random() * 0.6)];
}
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Any place a record may hold: words, a spot, a way or an area, of a few cells or many. */
export function anyWhere(random: Random): Where {
  const as = oneOf(random, ['nowhere', 'council', 'point', 'line', 'area'] as const);
  if (as === 'nowhere') return { as };
  if (as === 'council') return { as, council: 'Example Borough' };
  const grade = oneOf(random, ['open', 'area'] as const);
  const [lng, lat] = anySpot(random);
  const spread = oneOf(random, [0.002, 0.01, 0.2]);
  const many = as === 'point' ? 1 : 3 + Math.floor(random() * 8);
  const path = Array.from({ length: many }, (): LngLat => [lng + random() * spread, lat + random() * spread]);
  const points = snapPath(grade, path).map((one): [number, number] => [one[0], one[1]]);
  if (as === 'point' || points.length < 2) return { as: 'point', grade, points: points.slice(0, 1) };
  if (as === 'line' || points.length < 3) return { as: 'line', grade, points };
  return { as, grade, points };
}
