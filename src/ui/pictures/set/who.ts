import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { bubble } from '../strokes.ts';
import { PALM } from './answers.ts';
import type { Drawing } from './drawing.ts';

/** Whose answer it is, and who helps to give it. */
export const WHO = {
  'who-me': {
    keywords: ['myself', 'own answer', 'I', 'person'],
    art: () => [
      ...figure(48, 34, { skin: 'skin-2', top: 'sun', head: 'long', hair: 'ink' }, 1.5),
      ['skin-2', 'M80 82L56 74c-3-4-10-6-14-4c-4 2-3 9 2 10l10 1 10 8h16Z'],
    ],
  },
  'who-helped': {
    keywords: ['supporter', 'with help', 'together', 'beside'],
    art: () => [
      ...bubble(8, 4, 42, 24, 'left', 'white'),
      ...figure(70, 46, { skin: 'skin-1', top: 'sea', head: 'bun', hair: 'grey', turn: -1 }, 1.05),
      ...figure(32, 54, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'talk' }, 1.1),
      ['skin-1', 'M72 84L52 76a4 4 0 0 0-2 8l14 6h8Z'],
    ],
  },
  'who-other': {
    keywords: ['speaks for', 'on behalf', 'proxy', 'relative'],
    art: () => [
      ...bubble(38, 4, 52, 36, 'left', 'white'),
      ...figure(64, 18, { skin: 'skin-4', top: 'leaf', head: 'bald', mood: 'none' }, 0.45),
      ...figure(29, 56, { skin: 'skin-4', top: 'plum', head: 'headscarf', hair: 'clay', mood: 'talk', turn: 1 }, 1),
      ...figure(
        73,
        62,
        { skin: 'skin-4', top: 'leaf', head: 'bald', mood: 'level', wears: ['beard'], hair: 'grey' },
        0.85,
      ),
    ],
  },
  'who-group': {
    keywords: ['several people', 'together', 'many', 'meeting'],
    art: () => [
      ...figure(28, 24, { skin: 'skin-1', top: 'leaf', head: 'cap', hair: 'deep' }, 0.8),
      ...figure(68, 24, { skin: 'skin-3', top: 'clay', head: 'curls', hair: 'ink' }, 0.8),
      ...figure(20, 60, { skin: 'skin-2', top: 'plum', head: 'plait', hair: 'ink' }, 0.84),
      ...figure(
        76,
        60,
        { skin: 'skin-4', top: 'sea', head: 'turban', hair: 'sun', wears: ['beard'], beard: 'grey' },
        0.84,
      ),
      ...figure(48, 58, { skin: 'skin-3', top: 'sun', head: 'headscarf', hair: 'white' }, 0.9),
    ],
  },
  'who-child': {
    keywords: ['young person', 'boy', 'girl', 'under sixteen'],
    art: () => [
      ...figure(34, 38, { skin: 'skin-2', top: 'sea', head: 'long', hair: 'brown', turn: 1 }, 1.4),
      ...figure(71, 58, { skin: 'skin-2', top: 'sun', head: 'curls', hair: 'ink' }, 0.86),
    ],
  },
  interpreter: {
    keywords: ['languages', 'translate', 'between', 'explain'],
    art: () => [
      ...bubble(3, 5, 38, 22, 'left', 'sun'),
      ...bubble(55, 5, 38, 22, 'right', 'sea'),
      ['none', 'M12 13h20M12 19h12M64 19c3-8 6 2 9-3s6 3 9-3'],
      ...figure(20, 60, { skin: 'skin-3', top: 'leaf', head: 'headscarf', hair: 'plum', turn: 1 }, 0.82),
      ...figure(
        76,
        60,
        { skin: 'skin-1', top: 'white', head: 'short', hair: 'grey', turn: -1, wears: ['lanyard'] },
        0.82,
      ),
      ...figure(48, 50, { skin: 'skin-2', top: 'clay', head: 'short', hair: 'ink', mood: 'talk' }, 1),
    ],
  },
  'sign-language': {
    keywords: ['deaf', 'hands', 'signing', 'BSL'],
    art: () => [
      ...figure(48, 33, { skin: 'skin-4', top: 'deep', head: 'bun', hair: 'brown', wears: ['hearing-aid'] }, 1.25),
      ...place([['skin-4', PALM]], 110, 24, 0.62, true),
      ['deep', 'M68 90l2-17h18l6 17Z'],
      ['skin-4', 'M16 71l16-4 22 1a4.5 4.5 0 0 1 0 9l-9 1 6 3a4 4 0 0 1-3 7l-16-2-16 3Z'],
      ['deep', 'M4 68l14 2 1 20H4Z'],
      ['none', 'M10 58c-2-8 2-15 9-18M88 30c-2-7-7-11-13-11'],
    ],
  },
} satisfies Record<string, Drawing>;
