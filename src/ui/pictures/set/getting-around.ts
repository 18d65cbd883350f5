import { standing } from '../figure.ts';
import { box, ring } from '../strokes.ts';
import { bus } from './props.ts';
import type { Drawing } from './drawing.ts';

/** Whether one can get to where one needs to go. */
export const GETTING_AROUND = {
  'bus-road': {
    keywords: ['easy to get to', 'public transport', 'travel', 'road'],
    art: () => [['grey', 'M4 66h88v22H4Z'], ['none', 'M12 80h14M40 80h14M68 80h14'], ...bus(6, 10, 1)],
  },
  'heavy-bag': {
    keywords: ['hard to get to', 'heavy shopping', 'long walk', 'tired'],
    art: () => [
      ...standing(
        34,
        26,
        { skin: 'skin-2', top: 'plum', head: 'headscarf', hair: 'sun', dress: true, mood: 'worried' },
        0.74,
      ),
      ['none', 'M62 52c0-12 18-12 18 0'],
      ['clay', 'M54 52h34l4 38H50Z'],
      ['none', 'M46 50l12 2'],
    ],
  },
  'barrier-stop': {
    keywords: ['cannot get there', 'blocked', 'road closed', 'stop'],
    art: () => [
      ['white', box(6, 34, 84, 26, 3)],
      ['clay', 'M14 60l14-26h14L28 60ZM42 60l14-26h14L56 60ZM70 60l14-26h6v14l-6 12Z'],
      ['none', 'M20 60v30M76 60v30M12 90h16M68 90h16'],
      ['clay', `${ring(20, 24, 7)}${ring(76, 24, 7)}`],
    ],
  },
} satisfies Record<string, Drawing>;
