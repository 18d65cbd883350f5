import { figure } from '../figure.ts';
import { box, ring } from '../strokes.ts';
import { bus, caravan, house, pencil, phone, sheet } from './props.ts';
import { clock, cross, tick } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** What makes care hard to get. */
export const BARRIERS = {
  'barrier-phone': {
    keywords: ['telephone', 'on hold', 'waiting', 'call'],
    art: () => [
      ...phone(8, 8, 1.1),
      ['ink', `${ring(20, 42, 2)}${ring(30, 42, 2)}${ring(40, 42, 2)}`],
      ...clock(72, 62, 20, 50),
    ],
  },
  'barrier-forms': {
    keywords: ['paperwork', 'reading', 'writing', 'documents'],
    art: () => [
      ['white', 'M18 6h50v60H18Z'],
      ...sheet(6, 14, 54, 76),
      ['none', 'M16 36h9v8h-9ZM34 40h14M16 54h9v8h-9ZM34 58h12M16 72h9v8h-9ZM34 76h6'],
      ...pencil(50, 84, 1.05),
    ],
  },
  'barrier-papers': {
    keywords: ['address', 'proof', 'identity', 'letter'],
    art: () => [...sheet(14, 4, 68, 86), ...house(27, 26, 0.45), ['none', 'M26 74h44']],
  },
  'barrier-staff': {
    keywords: ['rude', 'attitude', 'reception', 'treated badly'],
    art: () => [
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
    art: () => [
      ['deep', box(12, 12, 72, 52, 5)],
      ['white', box(19, 19, 58, 38, 2)],
      ['grey', 'M4 70h88l-6 14H10Z'],
      ['sun', box(38, 36, 20, 15, 3)],
      ['none', 'M42 36v-4a6 6 0 0 1 12 0v4M48 42v3'],
    ],
  },
  'barrier-far': {
    keywords: ['distance', 'travel', 'cost', 'road'],
    art: () => [
      ['leaf', 'M4 30h88v62H4Z'],
      ['grey', 'M10 92c2-24 58-22 54-38-2-8-18-10-16-24h10c0 8 22 10 24 24 4 22-32 22-34 38Z'],
      ...house(36, 3, 0.4),
      ...bus(8, 54, 0.44),
    ],
  },
  'barrier-moving': {
    keywords: ['travelling', 'moved on', 'no fixed place', 'caravan'],
    mirrors: true,
    art: () => [...caravan(4, 14, 0.92), ['sun', 'M14 8h44V2l22 12-22 12v-6H14Z']],
  },
  'barrier-time': {
    keywords: ['busy', 'work hours', 'no suitable time', 'clock'],
    art: () => [...clock(44, 44, 38), ['clay', box(54, 54, 38, 38, 5)], ...cross(73, 73, 0.6)],
  },
  'barrier-none': {
    keywords: ['not hard', 'easy', 'nothing', 'open way'],
    art: () => [
      ...figure(38, 40, { skin: 'skin-2', top: 'sea', head: 'long', hair: 'ink' }, 1.38),
      ['leaf', ring(74, 70, 19)],
      ...tick(73, 70, 0.55),
    ],
  },
} satisfies Record<string, Drawing>;
