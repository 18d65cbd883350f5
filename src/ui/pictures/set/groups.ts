import { figure, headOf, standing } from '../figure.ts';
import { place } from '../place.ts';
import { ring, type Art } from '../strokes.ts';
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
    art: [
      ...figure(28, 44, { skin: 'skin-3', top: 'leaf', head: 'bald', wears: ['beard', 'glasses'], hair: 'grey' }, 1.1),
      ...figure(70, 46, { skin: 'skin-4', top: 'plum', head: 'bun', hair: 'grey' }, 1.1),
    ],
  },
  'new-people': {
    keywords: ['newcomers', 'arrived', 'migrants', 'moved here'],
    mirrors: true,
    art: [
      ...standing(28, 24, { skin: 'skin-2', top: 'sea', head: 'short', hair: 'ink', turn: 1 }, 0.74),
      ['brown', 'M46 56h26a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H46a4 4 0 0 1-4-4V60a4 4 0 0 1 4-4Z'],
      ['none', 'M52 56v-8h14v8M42 70h34'],
      ['sun', 'M56 12h16V4l20 15-20 15v-8H56Z'],
    ],
  },
  parents: {
    keywords: ['mother', 'father', 'little ones', 'baby'],
    art: [
      ...figure(44, 30, { skin: 'skin-2', top: 'leaf', head: 'short', hair: 'ink', wears: ['beard'] }, 1.2),
      ['leaf', 'M19 70h50v20H19Z'],
      ['sun', 'M46 52a16 16 0 0 1 32 0v24a14 14 0 0 1-14 14h-4a14 14 0 0 1-14-14Z'],
      ...headOf(62, 50, { skin: 'skin-2', top: 'sun', head: 'bald' }, 0.75),
      ['skin-2', 'M20 82c10-6 26-8 40-6a4 4 0 0 1 0 8H30l-10 4Z'],
    ],
  },
  'young-people': {
    keywords: ['youth', 'teenagers', 'students', 'young'],
    art: [
      ...figure(26, 38, { skin: 'skin-3', top: 'clay', head: 'cap', hair: 'sea', turn: 1 }, 1),
      ...figure(70, 38, { skin: 'skin-1', top: 'sun', head: 'long', hair: 'brown', turn: -1 }, 1),
      ['deep', 'M42 66h12v20H42Z'],
    ],
  },
  'disabled-people': {
    keywords: ['disability', 'wheelchair', 'cane', 'access'],
    art: [
      ...place(
        [...WHEELCHAIR, ...headOf(2, 6, { skin: 'skin-1', top: 'clay', head: 'long', hair: 'brown', turn: 1 }, 0.8)],
        24,
        8,
        0.95,
      ),
      ...standing(72, 18, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', wears: ['glasses'] }, 0.8),
      ['white', 'M52 50l4-2 2 38h-4Z'],
    ],
  },
  carers: {
    keywords: ['look after', 'caring', 'support at home', 'family help'],
    art: [
      ...figure(66, 42, { skin: 'skin-1', top: 'plum', head: 'bald', hair: 'grey', wears: ['glasses'] }, 1),
      ...figure(32, 34, { skin: 'skin-2', top: 'sun', head: 'headscarf', hair: 'leaf', turn: 1 }, 1.1),
      ['sea', 'M40 66c12-10 40-10 52 2v22H40Z'],
      ['skin-2', 'M20 78l26-6a4.5 4.5 0 0 1 3 8l-18 8H20Z'],
    ],
  },
  'men-alone': {
    keywords: ['single men', 'lonely man', 'by himself', 'man'],
    art: [
      ['sun', 'M10 62h76v8H10Z'],
      ['none', 'M18 70v20M78 70v20M58 62V46h28v16'],
      ...figure(
        34,
        28,
        { skin: 'skin-4', top: 'sea', head: 'short', hair: 'grey', mood: 'level', wears: ['beard'] },
        0.95,
      ),
    ],
  },
  everyone: {
    keywords: ['all people', 'anyone', 'together', 'community'],
    art: [
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
