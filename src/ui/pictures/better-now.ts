import { box, ring, type Art } from './strokes.ts';

/** Better, the same or worse: up into the sun, as it was, down under a cloud. None of them has a side. */
export const BETTER_PICTURES = {
  better: [
    ['sun', ring(78, 20, 13)],
    ['leaf', 'M26 88V50H8L38 12l30 38H50v38Z'],
  ],
  same: [
    ['white', ring(48, 48, 38)],
    ['ink', box(26, 33, 44, 10, 4)],
    ['ink', box(26, 53, 44, 10, 4)],
  ],
  worse: [
    ['grey', 'M66 32a9 9 0 0 1 0-18a12 12 0 0 1 22 4a7 7 0 0 1 0 14Z'],
    ['none', 'M72 40l-3 8M84 40l-3 8'],
    ['clay', 'M26 8v38H8l30 38 30-38H50V8Z'],
  ],
} satisfies Record<string, Art>;
