import { box, ring, type Art } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

/** A glass with water up to `top` of the grid. */
function glass(top: number | null): Art {
  const inset = top === null ? 0 : ((top - 10) / 78) * 10;
  return [
    ['white', 'M18 10h60L68 88H28Z'],
    ...(top === null ? [] : [['amount', `M${18 + inset} ${top}h${60 - 2 * inset}L68 88H28Z`] as const]),
  ];
}

/** A sheet of nine days of which some are filled. */
function days(filled: number): Art {
  const spots = [46, 62, 78].flatMap((y) => [28, 48, 68].map((x) => [x, y] as const));
  return [
    ['white', box(10, 12, 76, 78, 6)],
    ['sea', 'M10 18a6 6 0 0 1 6-6h64a6 6 0 0 1 6 6v14H10Z'],
    ['none', 'M30 5v14M66 5v14'],
    ...spots.map(([x, y], at): Art[number] => [at < filled ? 'deep' : 'white', ring(x, y, at < filled ? 6 : 4)]),
  ];
}

/** How much, and how often. */
export const AMOUNTS = {
  'glass-empty': { keywords: ['none', 'nothing', 'not enough', 'amount'], art: () => glass(null) },
  'glass-low': { keywords: ['little', 'low', 'not much', 'amount'], art: () => glass(66) },
  'glass-half': { keywords: ['half', 'middle', 'some', 'amount'], art: () => glass(46) },
  'glass-full': { keywords: ['full', 'enough', 'plenty', 'amount'], art: () => glass(20) },
  'dots-never': { keywords: ['calendar', 'not once', 'how often', 'none'], art: () => days(0) },
  'dots-sometimes': { keywords: ['calendar', 'now and then', 'how often', 'few'], art: () => days(3) },
  'dots-often': { keywords: ['calendar', 'many times', 'how often', 'most'], art: () => days(6) },
  'dots-always': { keywords: ['calendar', 'every time', 'how often', 'all'], art: () => days(9) },
} satisfies Record<string, Drawing>;
