import { ring } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

const WIDE = 'M48 6c28 0 42 14 42 42S76 90 48 90 6 76 6 48 20 6 48 6Z';
const EYES = `${ring(33, 40, 4)}${ring(63, 40, 4)}`;

/**
 * Heads of our own, from good to poor: each has a shape, eyes and a mouth of its own, so that no colour is needed to
 * tell them apart. No hair, no tongue, no skin: nobody in particular.
 */
export const FACES = {
  'face-very-good': {
    keywords: ['very happy', 'great', 'best', 'excellent'],
    art: () => [
      ['face', ring(48, 48, 42)],
      ['none', 'M24 42c2-9 14-9 16 0M56 42c2-9 14-9 16 0'],
      ['white', 'M22 54h52c0 30-52 30-52 0Z'],
    ],
  },
  'face-good': {
    keywords: ['happy', 'smile', 'pleased', 'fine'],
    art: () => [
      ['face', WIDE],
      ['ink', EYES],
      ['none', 'M28 58c8 15 32 15 40 0'],
    ],
  },
  'face-neutral': {
    keywords: ['neither', 'middle', 'level', 'okay'],
    art: () => [
      ['face', 'M22 8h52a14 14 0 0 1 14 14v52a14 14 0 0 1-14 14H22A14 14 0 0 1 8 74V22A14 14 0 0 1 22 8Z'],
      ['ink', EYES],
      ['none', 'M30 64h36'],
    ],
  },
  'face-poor': {
    keywords: ['unhappy', 'bad', 'frown', 'not good'],
    art: () => [
      ['face', 'M30 8h36l24 40-24 40H30L6 48Z'],
      ['ink', `${ring(35, 42, 4)}${ring(61, 42, 4)}`],
      ['none', 'M32 70c6-12 26-12 32 0'],
    ],
  },
  'face-very-poor': {
    keywords: ['very unhappy', 'worst', 'terrible', 'very bad'],
    art: () => [
      ['face', 'M34 7h28a8 8 0 0 1 8 6l20 66a8 8 0 0 1-8 10H14a8 8 0 0 1-8-10L26 13a8 8 0 0 1 8-6Z'],
      ['none', 'M27 37c4 0 8-2 11-6M69 37c-4 0-8-2-11-6'],
      ['ink', `${ring(35, 46, 4)}${ring(61, 46, 4)}`],
      ['white', 'M26 79c0-24 44-24 44 0Z'],
    ],
  },
  'face-dont-know': {
    keywords: ['question', 'unsure', 'no opinion', 'not sure'],
    art: () => [
      [
        'white',
        'M48 5c14 0 20 8 22 14 14 2 22 14 20 27 4 14-4 26-18 29-4 10-13 16-24 16s-20-6-24-16C10 72 2 60 6 46 4 33 12 21 26 19 28 13 34 5 48 5Z',
      ],
      ['none', 'M34 40a14 14 0 1 1 21 12c-5 3-7 6-7 11'],
      ['ink', ring(48, 75, 3)],
    ],
  },
  'face3-good': {
    keywords: ['happy', 'smile', 'fine', 'well'],
    art: () => [
      ['face', ring(48, 48, 42)],
      ['ink', `${ring(31, 38, 6)}${ring(65, 38, 6)}`],
      ['none', 'M23 56c6 24 44 24 50 0'],
    ],
  },
  'face3-ok': {
    keywords: ['okay', 'middle', 'so-so', 'all right'],
    art: () => [
      ['face', 'M20 20h56a14 14 0 0 1 14 14v28a14 14 0 0 1-14 14H20A14 14 0 0 1 6 62V34A14 14 0 0 1 20 20Z'],
      ['ink', `${ring(31, 42, 6)}${ring(65, 42, 6)}`],
      ['none', 'M34 63h28'],
    ],
  },
  'face3-not-good': {
    keywords: ['unhappy', 'bad', 'frown', 'poor'],
    art: () => [
      ['face', 'M48 5l43 31-16 53H21L5 36Z'],
      ['ink', `${ring(34, 44, 6)}${ring(62, 44, 6)}`],
      ['none', 'M28 76c5-20 35-20 40 0'],
    ],
  },
} satisfies Record<string, Drawing>;
