import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { box, ring } from '../strokes.ts';
import { bus, caravan, house, pencil, phone, sheet } from './props.ts';
import { clock, cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** What makes care hard to get. */
export const BARRIERS = {
  'barrier-phone': {
    keywords: ['telephone', 'on hold', 'waiting', 'call'],
    art: [
      ...phone(8, 8, 1.1),
      ['ink', `${ring(20, 42, 2)}${ring(30, 42, 2)}${ring(40, 42, 2)}`],
      ...clock(72, 62, 20, 50, 'clay'),
    ],
  },
  'barrier-forms': {
    keywords: ['paperwork', 'reading', 'writing', 'documents'],
    art: [
      ['white', 'M22 6h50v60H22Z'],
      ...sheet(10, 14, 56, 74),
      ['none', 'M20 36h10v8H20ZM38 40h16M20 52h10v8H20ZM38 56h16M20 68h10v8H20ZM38 72h8'],
      ...pencil(56, 84, 1),
    ],
  },
  'barrier-papers': {
    keywords: ['address', 'proof', 'identity', 'letter'],
    art: [...sheet(14, 4, 68, 86), ...house(27, 26, 0.45), ['none', 'M26 74h44']],
  },
  'barrier-staff': {
    keywords: ['rude', 'attitude', 'reception', 'treated badly'],
    art: [
      ...figure(
        48,
        32,
        { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'brown', mood: 'stern', wears: ['lanyard'] },
        1.2,
      ),
      ['sun', box(4, 64, 88, 26, 3)],
      ['none', 'M4 74h88'],
    ],
  },
  'barrier-online': {
    keywords: ['computer', 'app', 'internet', 'password'],
    art: [
      ['deep', box(12, 12, 72, 52, 5)],
      ['white', box(19, 19, 58, 38, 2)],
      ['grey', 'M4 70h88l-6 14H10Z'],
      ['sun', box(38, 36, 20, 15, 3)],
      ['none', 'M42 36v-4a6 6 0 0 1 12 0v4M48 42v3'],
    ],
  },
  'barrier-far': {
    keywords: ['distance', 'travel', 'cost', 'road'],
    art: [
      ['leaf', 'M4 50h88v42H4Z'],
      ['grey', 'M44 50h8l36 42H8Z'],
      ['none', 'M48 56v4M48 68v6M48 82v8'],
      ...house(38, 30, 0.26),
      ...place(bus(0, 0), 2, 6, 0.42),
      ['none', 'M44 40h0'],
    ],
  },
  'barrier-moving': {
    keywords: ['travelling', 'moved on', 'no fixed place', 'caravan'],
    mirrors: true,
    art: [...caravan(4, 16, 0.88), ['sun', 'M14 4h46V0l20 12-20 12v-6H14Z']],
  },
  'barrier-time': {
    keywords: ['busy', 'work hours', 'no suitable time', 'clock'],
    art: [...clock(44, 44, 38), ['clay', box(54, 54, 38, 38, 5)], ...cross(73, 73, 0.6)],
  },
  'barrier-none': {
    keywords: ['not hard', 'easy', 'nothing', 'open way'],
    art: [
      ['leaf', 'M4 62h88v30H4Z'],
      ['sun', 'M40 62h16l22 30H18Z'],
      ...figure(48, 38, { skin: 'skin-2', top: 'sea', head: 'long', hair: 'ink' }, 1),
    ],
  },
} satisfies Record<string, Drawing>;
