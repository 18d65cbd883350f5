import { ring, type Art } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

const BOWL = 'M6 56h84c0 20-16 32-42 32S6 76 6 56Z';

function bowl(beans: readonly (readonly [number, number])[]): Art {
  return [...beans.map(([x, y]): Art[number] => ['sun', ring(x, y, 9)]), ['clay', BOWL]];
}

function badge(number: string, pips: readonly number[]): Art {
  return [['deep', ring(48, 42, 38)], ['white', number], ...pips.map((x): Art[number] => ['sun', ring(x, 86, 6)])];
}

/** Sorting, spending and ranking. */
export const PILES = {
  'pile-lot': {
    keywords: ['matters a lot', 'much', 'big heap', 'important'],
    art: () =>
      bowl([
        [40, 13],
        [56, 13],
        [30, 26],
        [48, 27],
        [66, 26],
        [20, 42],
        [38, 43],
        [58, 43],
        [76, 42],
        [14, 54],
        [30, 56],
        [48, 57],
        [66, 56],
        [82, 54],
      ]),
  },
  'pile-bit': {
    keywords: ['matters a bit', 'little', 'small heap', 'some'],
    art: () =>
      bowl([
        [40, 51],
        [57, 51],
      ]),
  },
  'pile-no': {
    keywords: ['does not matter', 'none', 'empty bowl', 'nothing'],
    art: () => [
      ['white', 'M6 56c0-14 84-14 84 0s-84 14-84 0Z'],
      ['clay', 'M6 56c0 14 84 14 84 0c0 20-16 32-42 32S6 76 6 56Z'],
    ],
  },
  token: {
    keywords: ['bean', 'spend', 'count', 'share out'],
    art: () => [
      ['sun', 'M10 44c0-28 36-46 58-26 26 24 30 60 8 70-20 8-26-12-38-20S10 64 10 44Z'],
      ['none', 'M28 40c6-12 18-14 28-8'],
    ],
  },
  'badge-1': {
    keywords: ['first', 'one', 'top', 'number'],
    art: () => badge('M36 30l14-13h9v50H46V34l-10 7Z', [48]),
  },
  'badge-2': {
    keywords: ['second', 'two', 'number', 'choice'],
    art: () => badge('M30 33c0-24 36-23 36-1c0 11-11 17-18 24h19v11H30v-9c7-10 24-18 24-25c0-7-12-7-12 0Z', [39, 57]),
  },
  'badge-3': {
    keywords: ['third', 'three', 'number', 'choice'],
    art: () =>
      badge(
        'M31 28c4-16 34-15 34 1c0 6-4 9-8 11c5 2 10 5 10 12c0 19-34 19-37 1l12-2c2 7 13 7 13-1c0-5-5-6-12-6v-9c6 0 10-1 10-5c0-6-10-6-11-1Z',
        [30, 48, 66],
      ),
  },
} satisfies Record<string, Drawing>;
