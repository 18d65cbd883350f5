import { headOf } from '../figure.ts';
import { box, ring } from '../strokes.ts';
import { house } from './props.ts';
import type { Drawing } from './drawing.ts';

/** What may make people ill or worried where they live. */
export const HAZARDS = {
  'hazard-water': {
    keywords: ['tap', 'drinking', 'drip', 'supply'],
    art: () => [
      ['sea', 'M6 28h44a20 20 0 0 1 20 20v8H50v-4a4 4 0 0 0-4-4H6Z'],
      ['sun', 'M20 6h26v8H20ZM29 14h8v14h-8Z'],
      ['sea', 'M60 64c8 10 11 14 11 19a11 11 0 0 1-22 0c0-5 3-9 11-19Z'],
      ['none', 'M6 22v32'],
    ],
  },
  'hazard-toilet': {
    keywords: ['lavatory', 'washing', 'sanitation', 'WC'],
    art: () => [
      ['white', box(18, 6, 44, 30, 4)],
      ['sun', box(26, 13, 10, 6, 2)],
      ['white', 'M14 46h66c0 18-10 26-22 28l2 16H32l-2-18C20 68 14 60 14 46Z'],
      ['sea', box(10, 36, 74, 11, 5)],
    ],
  },
  'hazard-rubbish': {
    keywords: ['bins', 'waste', 'litter', 'bags'],
    art: () => [
      ['grey', 'M10 28h40l-4 60H14Z'],
      ['deep', box(5, 18, 50, 11, 3)],
      ['none', 'M24 38l1 40M36 38l-1 40M22 18v-6h16v6'],
      ['deep', 'M66 54c-14 6-18 20-16 34h40c2-14-4-28-16-34l6-10H60Z'],
      ['sun', 'M62 50h14v6H62Z'],
    ],
  },
  'hazard-damp': {
    keywords: ['mould', 'cold', 'wet wall', 'drops'],
    art: () => [
      ['white', box(6, 6, 84, 84, 4)],
      ['sea', 'M6 10a4 4 0 0 1 4-4h52c2 12-6 14-6 22s-12 6-16 16-12 4-16 14-10 6-18 6Z'],
      ['ink', `${ring(22, 20, 1.5)}${ring(36, 22, 1.5)}${ring(22, 36, 1.5)}`],
      ['sea', 'M68 34c6 8 8 11 8 15a8 8 0 0 1-16 0c0-4 2-7 8-15ZM46 56c5 7 7 9 7 13a7 7 0 0 1-14 0c0-4 2-6 7-13Z'],
    ],
  },
  'hazard-road': {
    keywords: ['traffic', 'lorry', 'danger', 'fast cars'],
    art: () => [
      ['clay', 'M4 22h56v48H4Z'],
      ['sun', 'M60 36h18l14 16v18H60Z'],
      ['white', 'M67 42h9l9 11H67Z'],
      ['grey', `${ring(20, 72, 9)}${ring(42, 72, 9)}${ring(76, 72, 9)}`],
      ['none', 'M4 90h20M36 90h20M68 90h20'],
    ],
  },
  'hazard-power': {
    keywords: ['electric', 'plug', 'wire', 'shock'],
    art: () => [
      ['none', 'M36 6v18M60 6v18'],
      ['deep', 'M24 24h48v18a24 24 0 0 1-48 0Z'],
      ['none', 'M48 66c0 16-26 8-26 24'],
      ['sun', 'M76 48L58 72h12l-6 20 24-26H76l8-18Z'],
    ],
  },
  'hazard-safety': {
    keywords: ['not safe', 'fear', 'crime', 'hate', 'shield'],
    art: () => [
      ['plum', 'M48 4l40 12v30c0 24-16 38-40 48C24 84 8 70 8 46V16Z'],
      ...headOf(48, 46, { skin: 'skin-4', top: 'plum', head: 'short', hair: 'brown', mood: 'worried' }, 1.5),
    ],
  },
  'hazard-none': {
    keywords: ['nothing', 'healthy home', 'sun over home', 'fine'],
    art: () => [
      ['none', 'M74 3v3M74 38v3M93 22h-3M58 22h-3M60 8l3 3M88 8l-3 3M60 36l3-3M88 36l-3-3'],
      ['sun', ring(74, 22, 10)],
      ...house(4, 22, 0.86, 'leaf'),
      ['none', 'M4 90h88'],
    ],
  },
} satisfies Record<string, Drawing>;
