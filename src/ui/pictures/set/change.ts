import { box } from '../strokes.ts';
import { restingHand } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** Whether people like you can change things here. */
export const CHANGE = {
  'hands-building': {
    keywords: ['together', 'many hands', 'change things', 'build'],
    art: () => [
      ['clay', 'M20 74h27v16H20ZM49 74h27v16H49ZM34 56h28v16H34ZM34 38h28v16H34Z'],
      ...restingHand(94, 18, 'skin-1', 'plum', 0.66),
      ...restingHand(2, 36, 'skin-3', 'leaf', 0.66, true),
      ...restingHand(94, 54, 'skin-2', 'sea', 0.5),
    ],
  },
  'one-hand': {
    keywords: ['maybe', 'alone', 'one person', 'a little'],
    art: () => [['clay', 'M8 56h44v28H8Z'], ['none', 'M4 90h88'], ...restingHand(94, 28, 'skin-4', 'sun', 1)],
  },
  'closed-gate': {
    keywords: ['cannot change', 'shut out', 'locked', 'no'],
    art: () => [
      ['grey', box(4, 12, 12, 80, 3)],
      ['grey', box(80, 12, 12, 80, 3)],
      ['none', 'M24 28v54M34 28v54M44 28v54M54 28v54M64 28v54M74 28v54M16 36h64M16 74h64'],
      ['sun', box(36, 46, 24, 20, 4)],
      ['none', 'M41 46v-5a7 7 0 0 1 14 0v5M48 54v4'],
    ],
  },
} satisfies Record<string, Drawing>;
