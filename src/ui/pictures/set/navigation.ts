import { figure } from '../figure.ts';
import { bubble, box, ring } from '../strokes.ts';
import { place } from '../place.ts';
import { cup } from './props.ts';
import { tick } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** What stands at the start, between and at the end. */
export const NAVIGATION = {
  language: {
    keywords: ['languages', 'letters', 'speak', 'words'],
    art: () => [
      ...bubble(4, 6, 54, 38, 'left', 'sun'),
      ...bubble(38, 44, 54, 38, 'right', 'sea'),
      ['none', 'M22 36l9-20 9 20M25 29h12M72 55c-8-5-16 3-8 8-14 3-12 17 6 13'],
    ],
  },
  worker: {
    keywords: ['staff', 'champion', 'helper', 'lanyard'],
    art: () => figure(48, 34, { skin: 'skin-3', top: 'sea', head: 'plait', hair: 'ink', wears: ['lanyard'] }, 1.5),
  },
  'cover-calm': {
    keywords: ['rest', 'hidden', 'waiting', 'hills'],
    art: () => [
      ['sun', ring(62, 34, 16)],
      ['none', 'M12 26c4-6 9-6 11 1c2-7 7-7 11-1M30 12c3-4 6-4 8 1c2-5 5-5 8-1'],
      ['sea', 'M4 66c16-24 30-22 44-6c12-14 30-16 44 4v12H4Z'],
      ['leaf', 'M4 74c20-10 36-8 50 0s24 4 38-4v12a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8Z'],
    ],
  },
  done: {
    keywords: ['finished', 'thank you', 'end', 'complete'],
    art: () => [
      ['white', box(34, 6, 56, 70, 5)],
      ['none', 'M44 48h36M44 60h24'],
      ...tick(62, 28, 0.75, 'leaf'),
      ...place(cup(0, 0), 6, 60, 1.1),
    ],
  },
} satisfies Record<string, Drawing>;
