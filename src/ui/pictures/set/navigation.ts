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
      ['white', box(4, 4, 88, 88, 8)],
      ['sun', ring(64, 30, 14)],
      ['sea', 'M4 58c18-22 32-16 44-4c10-10 28-14 44 2v14H4Z'],
      ['leaf', 'M4 72c20-10 36-8 50 0s24 4 38-4v16a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8Z'],
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
