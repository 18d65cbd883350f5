import { figure, standing } from '../figure.ts';
import { box, ring } from '../strokes.ts';
import { cup, house, phone } from './props.ts';
import { cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** Where people are, meet and go. */
export const PLACES = {
  neighbours: {
    keywords: ['people', 'next door', 'community', 'friendly'],
    art: () => [
      ...house(3, 3, 0.52, 'leaf'),
      ...house(49, 3, 0.52, 'sun'),
      ...figure(24, 60, { skin: 'skin-4', top: 'clay', head: 'short', hair: 'grey', turn: 1 }, 0.9),
      ...figure(72, 60, { skin: 'skin-3', top: 'plum', head: 'headscarf', hair: 'sea', turn: -1 }, 0.9),
    ],
  },
  'green-place': {
    keywords: ['park', 'tree', 'nature', 'outside'],
    art: () => [
      ['leaf', 'M4 84c26-8 62-8 88 0v8H4Z'],
      ['brown', 'M34 84V56h12v28Z'],
      ['leaf', 'M40 62c-26 4-38-20-20-32c2-22 38-22 42 0c16 12 4 36-22 32Z'],
      ['brown', 'M62 72h28v6H62Z'],
      ['none', 'M66 78v10M86 78v10M62 62h28M66 62v10M86 62v10'],
    ],
  },
  'faith-place': {
    keywords: ['prayer', 'worship', 'religion', 'spiritual'],
    art: () => [
      ['sea', 'M6 92V46a42 42 0 0 1 84 0v46Z'],
      ['none', 'M48 6v8M34 20l-5-4M62 20l5-4M31 31h-6M65 31h6'],
      ['sun', 'M48 15c7 8 10 12 10 17a10 10 0 0 1-20 0c0-5 3-9 10-17Z'],
      ...figure(29, 64, { skin: 'skin-3', top: 'plum', head: 'long', hair: 'ink', mood: 'still' }, 0.74),
      ...figure(67, 64, { skin: 'skin-4', top: 'leaf', head: 'short', hair: 'grey', mood: 'still' }, 0.74),
    ],
  },
  shops: {
    keywords: ['shop', 'market', 'buy', 'high street'],
    art: () => [
      ['white', 'M8 40h80v50H8Z'],
      ['clay', 'M12 10h72l10 26a8 8 0 0 1-16 2a10 10 0 0 1-20 0a10 10 0 0 1-20 0a10 10 0 0 1-20 0A8 8 0 0 1 2 36Z'],
      ['sea', box(16, 54, 36, 24, 2)],
      ['deep', box(62, 54, 18, 36, 2)],
      ['sun', `${ring(26, 70, 5)}${ring(38, 70, 5)}`],
    ],
  },
  school: {
    keywords: ['children', 'class', 'learning', 'gate'],
    art: () => [
      ['sun', 'M4 44h88v46H4Z'],
      ['clay', 'M26 44L48 24l22 20v46H26Z'],
      ...clockFace(48, 48),
      ['deep', box(40, 66, 16, 24, 2)],
      ['white', 'M10 54h10v12H10ZM76 54h10v12H76Z'],
      ['none', 'M10 80h10M76 80h10M48 24V8'],
      ['sea', 'M48 6l16 6-16 6Z'],
    ],
  },
  quiet: {
    keywords: ['calm', 'peace', 'rest', 'silence'],
    art: () => [
      ['sea', 'M4 56h88v34H4Z'],
      ['leaf', 'M4 56c8-16 20-16 28-6c10-20 28-22 38-4c8-6 16-2 22 10Z'],
      ['sun', ring(72, 20, 12)],
      ['none', 'M16 68h24M52 68h28M28 80h40'],
    ],
  },
  home: {
    keywords: ['house', 'where I live', 'inside', 'stay in'],
    art: () => [
      ['sun', 'M14 42L48 14l34 28v48H14Z'],
      ['clay', 'M4 44L48 6l44 38-7 7L48 20 11 51Z'],
      ['white', box(24, 52, 18, 16, 2)],
      ['deep', box(54, 56, 18, 34, 2)],
      ['none', 'M33 52v16M24 60h18M66 74h.01'],
    ],
  },
  cafe: {
    keywords: ['tea shop', 'coffee', 'meet', 'drink'],
    art: () => [
      ['sun', 'M4 60h88v8H4Z'],
      ['none', 'M48 68v22M32 90h32'],
      ...cup(8, 36, 0.9),
      ...cup(54, 36, 0.9, 'sea'),
    ],
  },
  'community-centre': {
    keywords: ['hall', 'centre', 'group', 'meeting place'],
    art: () => [
      ['white', 'M6 36h84v54H6Z'],
      ['sea', 'M3 40L48 8l45 32Z'],
      ...figure(25, 58, { skin: 'skin-1', top: 'sun', head: 'bun', hair: 'grey' }, 0.66),
      ...figure(71, 58, { skin: 'skin-4', top: 'leaf', head: 'short', hair: 'brown' }, 0.66),
      ...figure(48, 63, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'plum' }, 0.74),
    ],
  },
  'online-phone': {
    keywords: ['internet', 'social media', 'messages', 'call'],
    art: () => [
      ...phone(6, 14, 1.05),
      ['sun', 'M56 12h30a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H70L58 54V44h-2a6 6 0 0 1-6-6V18a6 6 0 0 1 6-6Z'],
      ['none', 'M60 24h22M60 33h14M60 74c8-6 18-6 26 0M66 82c4-3 10-3 14 0'],
      ['ink', ring(73, 89, 1.5)],
    ],
  },
  nowhere: {
    keywords: ['no place', 'stay alone', 'none', 'lost'],
    art: () => [
      ...standing(24, 22, { skin: 'skin-1', top: 'plum', head: 'short', hair: 'brown', mood: 'sad' }, 0.78),
      ['grey', 'M68 90S44 62 44 38a24 24 0 0 1 48 0C92 62 68 90 68 90Z'],
      ...cross(68, 39, 0.55),
    ],
  },
} satisfies Record<string, Drawing>;

function clockFace(x: number, y: number): [['white', string], ['none', string]] {
  return [
    ['white', ring(x, y, 8)],
    ['none', `M${x} ${y - 4}v4h3`],
  ];
}
