import { place } from '../place.ts';
import { box, type Art, type Paint } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

/** A hand that lifts a brick, its sleeve below. */
function hand(x: number, y: number, skin: Paint, sleeve: Paint, flip = false): Art {
  return place(
    [
      [skin, 'M-8 24V8l-4-8a4 4 0 0 1 7-4l5 6h8a4 4 0 0 1 4 4v18Z'],
      [sleeve, 'M-11 24h26v16h-26Z'],
    ],
    x,
    y,
    1,
    flip,
  );
}

/** Whether people like you can change things here. */
export const CHANGE = {
  'hands-building': {
    keywords: ['together', 'many hands', 'change things', 'build'],
    art: [
      ['clay', 'M8 30h26v14H8ZM36 30h26v14H36ZM64 30h24v14H64Z'],
      ['sun', 'M20 14h26v14H20ZM50 14h26v14H50Z'],
      ...hand(18, 50, 'skin-3', 'leaf'),
      ...hand(48, 50, 'skin-1', 'plum'),
      ...hand(76, 50, 'skin-2', 'sea', true),
    ],
  },
  'one-hand': {
    keywords: ['maybe', 'alone', 'one person', 'a little'],
    art: [['clay', 'M34 22h28v16H34Z'], ...hand(48, 46, 'skin-4', 'sun')],
  },
  'closed-gate': {
    keywords: ['cannot change', 'shut out', 'locked', 'no'],
    art: [
      ['grey', box(4, 12, 12, 80, 3)],
      ['grey', box(80, 12, 12, 80, 3)],
      ['none', 'M24 28v54M34 28v54M44 28v54M54 28v54M64 28v54M74 28v54M16 36h64M16 74h64'],
      ['sun', box(36, 46, 24, 20, 4)],
      ['none', 'M41 46v-5a7 7 0 0 1 14 0v5M48 54v4'],
    ],
  },
} satisfies Record<string, Drawing>;
