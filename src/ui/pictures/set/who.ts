import { figure } from '../figure.ts';
import { bubble } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

/** Whose answer it is, and who helps to give it. */
export const WHO = {
  'who-me': {
    keywords: ['myself', 'own answer', 'I', 'person'],
    art: [
      ...figure(48, 34, { skin: 'skin-2', top: 'sun', head: 'long', hair: 'ink' }, 1.5),
      ['skin-2', 'M80 82L56 74c-3-4-10-6-14-4c-4 2-3 9 2 10l10 1 10 8h16Z'],
    ],
  },
  'who-helped': {
    keywords: ['supporter', 'with help', 'together', 'beside'],
    art: [
      ...bubble(8, 4, 42, 24, 'left', 'white'),
      ...figure(70, 46, { skin: 'skin-1', top: 'sea', head: 'bun', hair: 'grey', turn: -1 }, 1.05),
      ...figure(32, 54, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'talk' }, 1.1),
      ['skin-1', 'M72 84L52 76a4 4 0 0 0-2 8l14 6h8Z'],
    ],
  },
  'who-other': {
    keywords: ['speaks for', 'on behalf', 'proxy', 'relative'],
    art: [
      ...bubble(36, 4, 54, 34, 'left', 'white'),
      ...figure(63, 17, { skin: 'skin-4', top: 'leaf', head: 'bald', mood: 'none' }, 0.42),
      ...figure(30, 56, { skin: 'skin-4', top: 'plum', head: 'headscarf', hair: 'clay', mood: 'talk', turn: 1 }, 1.05),
      ...figure(
        74,
        66,
        { skin: 'skin-4', top: 'leaf', head: 'bald', mood: 'level', wears: ['beard', 'glasses'], hair: 'grey' },
        0.8,
      ),
    ],
  },
  'who-group': {
    keywords: ['several people', 'together', 'many', 'meeting'],
    art: [
      ...figure(26, 24, { skin: 'skin-1', top: 'leaf', head: 'cap', hair: 'deep' }, 0.8),
      ...figure(70, 24, { skin: 'skin-3', top: 'clay', head: 'curls', hair: 'ink' }, 0.8),
      ...figure(18, 60, { skin: 'skin-2', top: 'plum', head: 'plait', hair: 'ink' }, 0.85),
      ...figure(
        78,
        60,
        { skin: 'skin-4', top: 'sea', head: 'turban', hair: 'sun', wears: ['beard'], beard: 'grey' },
        0.85,
      ),
      ...figure(48, 58, { skin: 'skin-3', top: 'sun', head: 'headscarf', hair: 'white' }, 0.9),
    ],
  },
  'who-child': {
    keywords: ['young person', 'boy', 'girl', 'under sixteen'],
    art: [
      ...figure(30, 30, { skin: 'skin-2', top: 'sea', head: 'long', hair: 'brown', turn: 1 }, 1.1),
      ['sea', 'M10 64h42v26H10Z'],
      ...figure(68, 62, { skin: 'skin-2', top: 'sun', head: 'curls', hair: 'ink' }, 0.85),
    ],
  },
  interpreter: {
    keywords: ['languages', 'translate', 'between', 'explain'],
    art: [
      ...bubble(3, 5, 36, 22, 'left', 'sun'),
      ...bubble(57, 5, 36, 22, 'right', 'sea'),
      ['none', 'M11 12h20M11 19h12M66 19c3-8 6 2 9-3s6 3 9-3'],
      ...figure(17, 62, { skin: 'skin-3', top: 'leaf', head: 'headscarf', hair: 'plum', turn: 1 }, 0.75),
      ...figure(
        79,
        62,
        { skin: 'skin-1', top: 'white', head: 'short', hair: 'grey', turn: -1, wears: ['lanyard'] },
        0.75,
      ),
      ...figure(48, 50, { skin: 'skin-2', top: 'clay', head: 'short', hair: 'ink', mood: 'talk' }, 0.95),
    ],
  },
  'sign-language': {
    keywords: ['deaf', 'hands', 'signing', 'BSL'],
    art: [
      ...figure(48, 26, { skin: 'skin-4', top: 'deep', head: 'bun', hair: 'brown', wears: ['hearing-aid'] }, 1.25),
      ['skin-4', 'M22 88l4-24c-3-5-2-14 3-18l8-4 2 5-4 4 8-1 1 5 5 1-1 5 3 2-2 5c-2 7-5 9-9 9l-3 11Z'],
      ['skin-4', 'M74 88l-4-20c3-5 2-14-3-18l-8-4-2 5 4 4-8 1 1 5-3 3 3 3 0 4c2 5 5 7 9 7l3 10Z'],
      ['none', 'M10 44c-4 6-4 14 0 20M86 44c4 6 4 14 0 20'],
    ],
  },
} satisfies Record<string, Drawing>;
