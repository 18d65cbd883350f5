import { figure, headOf, standing } from '../figure.ts';
import { place } from '../place.ts';
import { ring, type Art } from '../strokes.ts';
import { cup } from './props.ts';
import { chair } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** Somebody in a wheelchair, as tall as those who stand beside them sit. */
const WHEELCHAIR: Art = [
  ['none', 'M-14 20v34h26l8 24h10'],
  ['clay', 'M-10 56V30a12 12 0 0 1 24 0v14h4v12Z'],
  ['deep', 'M-10 52h26a7 7 0 0 1 7 7v17h-10V62h-23Z'],
  ['white', ring(-2, 68, 17)],
  ['ink', ring(-2, 68, 2)],
];

/** Groups of people, each drawn as anyone would wish to be. */
export const GROUPS = {
  'older-people': {
    keywords: ['old', 'elderly', 'pensioners', 'grandparents'],
    art: () => [
      ...figure(27, 44, { skin: 'skin-3', top: 'leaf', head: 'bald', wears: ['beard'], hair: 'grey' }, 1.1),
      ...figure(69, 46, { skin: 'skin-4', top: 'plum', head: 'bun', wears: ['glasses'], hair: 'grey' }, 1.1),
    ],
  },
  'new-people': {
    keywords: ['newcomers', 'arrived', 'migrants', 'moved here'],
    mirrors: true,
    art: () => [
      ...standing(28, 24, { skin: 'skin-2', top: 'sea', head: 'short', hair: 'ink', turn: 1 }, 0.74),
      ['brown', 'M46 56h26a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H46a4 4 0 0 1-4-4V60a4 4 0 0 1 4-4Z'],
      ['none', 'M52 56v-8h14v8M42 70h34'],
      ['sun', 'M56 12h16V4l20 15-20 15v-8H56Z'],
    ],
  },
  parents: {
    keywords: ['mother', 'father', 'little ones', 'baby'],
    art: () => [
      ...figure(42, 38, { skin: 'skin-2', top: 'leaf', head: 'short', hair: 'brown' }, 1.45),
      ['sun', 'M46 58a17 17 0 0 1 34 0v18a14 14 0 0 1-14 14h-6a14 14 0 0 1-14-14Z'],
      ...headOf(63, 58, { skin: 'skin-2', top: 'sun', head: 'bald', mood: 'still' }, 0.8),
      ['skin-2', 'M16 81c12-6 28-8 42-6a5 5 0 0 1 0 10H30l-14 5Z'],
    ],
  },
  'young-people': {
    keywords: ['youth', 'teenagers', 'students', 'young'],
    art: () => [
      ...figure(26, 44, { skin: 'skin-3', top: 'clay', head: 'cap', hair: 'sea', turn: 1 }, 1.08),
      ...figure(70, 44, { skin: 'skin-1', top: 'sun', head: 'long', hair: 'brown', turn: -1 }, 1.08),
      ['deep', 'M12 65h6v18h-6ZM34 65h6v18h-6ZM56 65h6v18h-6ZM78 65h6v18h-6Z'],
    ],
  },
  'disabled-people': {
    keywords: ['disability', 'wheelchair', 'cane', 'access'],
    art: () => [
      ...place(
        [...WHEELCHAIR, ...headOf(2, 6, { skin: 'skin-1', top: 'clay', head: 'long', hair: 'brown' }, 0.85)],
        23,
        8,
        0.95,
      ),
      ...standing(70, 18, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', wears: ['glasses'] }, 0.82),
      ['white', 'M83 50h4l6 41h-4Z'],
    ],
  },
  carers: {
    keywords: ['look after', 'caring', 'support at home', 'family help'],
    art: () => [
      ['sea', 'M44 92V46a12 12 0 0 1 12-12h24a12 12 0 0 1 12 12v46Z'],
      ...figure(
        68,
        50,
        { skin: 'skin-1', top: 'plum', head: 'bald', mood: 'smile', turn: -1, hair: 'grey', wears: ['beard'] },
        0.9,
      ),
      ['clay', 'M46 74h46v18H46Z'],
      ...figure(26, 36, { skin: 'skin-2', top: 'sun', head: 'headscarf', hair: 'leaf', turn: 1 }, 1.05),
      ['sun', 'M4 92V74l22-4 10 4v10l-6 8Z'],
      ...cup(41, 68, 0.6, 'white', false),
      ['skin-2', ring(39, 78, 6)],
    ],
  },
  'men-alone': {
    keywords: ['single men', 'lonely man', 'by himself', 'man'],
    art: () => [
      ...figure(32, 36, { skin: 'skin-4', top: 'sea', head: 'short', hair: 'grey', mood: 'level' }, 1.05),
      ...chair(93, 46, 'clay', true),
      ['sun', 'M3 68h58v8H3Z'],
      ['none', 'M10 76v14M54 76v14'],
      ...cup(40, 48, 0.74, 'white', false),
    ],
  },
  everyone: {
    keywords: ['all people', 'anyone', 'together', 'community'],
    art: () => [
      ...figure(20, 28, { skin: 'skin-4', top: 'leaf', head: 'bald', wears: ['beard'], hair: 'grey' }, 0.72),
      ...figure(48, 22, { skin: 'skin-3', top: 'sun', head: 'curls', hair: 'ink' }, 0.72),
      ...figure(76, 28, { skin: 'skin-1', top: 'sea', head: 'bun', hair: 'grey' }, 0.72),
      ...figure(18, 66, { skin: 'skin-2', top: 'clay', head: 'headscarf', hair: 'plum' }, 0.72),
      ...figure(
        78,
        66,
        { skin: 'skin-3', top: 'plum', head: 'turban', hair: 'sun', wears: ['beard'], beard: 'ink' },
        0.72,
      ),
      ...figure(48, 64, { skin: 'skin-1', top: 'sun', head: 'helmet', hair: 'white', wears: ['hi-vis'] }, 0.78),
    ],
  },
} satisfies Record<string, Drawing>;
