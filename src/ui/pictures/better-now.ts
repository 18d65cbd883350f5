import { box, ring, type Art } from './strokes.ts';

/** Better, the same or worse: up into the sun, as it was, down under a cloud. None of them has a side. */
export const BETTER_PICTURES = {
  better: [
    ['sun', ring(71, 24, 12)],
    ['leaf', 'M26 88V50H8L38 12l30 38H50v38Z'],
  ],
  same: [
    ['white', ring(48, 48, 38)],
    ['ink', box(26, 33, 44, 10, 4)],
    ['ink', box(26, 53, 44, 10, 4)],
  ],
  worse: [
    ['grey', 'M62 34a8 8 0 0 1 0-16a11 11 0 0 1 20 4a6 6 0 0 1 0 12Z'],
    ['none', 'M72 41l-3 7M82 41l-3 7'],
    ['clay', 'M26 8v38H8l30 38 30-38H50V8Z'],
  ],
} satisfies Record<string, Art>;
