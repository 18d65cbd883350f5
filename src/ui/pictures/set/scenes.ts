import { headOf } from '../figure.ts';
import { place } from '../place.ts';
import { box, type Art } from '../strokes.ts';
import { SCENES as SMALL } from '../scenes.ts';
import { caravan } from './props.ts';
import type { Drawing } from './drawing.ts';

const TREE: Art = [
  ['brown', 'M-4 20h8v18h-8Z'],
  ['leaf', 'M0 24c-18 2-24-14-12-22c2-14 24-14 26 0c10 8 2 24-14 22Z'],
];

/** Larger pictures, for questions in which one taps on a part. */
export const SCENES = {
  'scene-body': {
    keywords: ['where it hurts', 'body', 'pain', 'person'],
    size: [144, 240],
    art: () => [
      ['skin-2', 'M28 112l-6 34a7 7 0 0 0 14 2l8-34ZM116 112l6 34a7 7 0 0 1-14 2l-8-34Z'],
      ['skin-2', 'M52 214h16v14H46a5 5 0 0 1 0-10ZM92 214H76v14h22a5 5 0 0 0 0-10Z'],
      ['skin-2', 'M62 52h20v18H62Z'],
      ['deep', 'M46 128h52l-2 90H78l-6-64-6 64H48Z'],
      ['sea', 'M58 64c4 8 24 8 28 0l16 4c8 2 12 6 14 14l6 32-20 4-2-16v38H44v-38l-2 16-20-4 6-32c2-8 6-12 14-14Z'],
      ...headOf(72, 34, { skin: 'skin-2', top: 'sea', head: 'short', hair: 'ink', mood: 'level' }, 1.8),
    ],
  },
  'scene-room': {
    keywords: ['inside', 'home', 'bedroom', 'kitchen'],
    size: [192, 144],
    art: () => [
      ['white', box(3, 3, 186, 138, 4)],
      ['grey', 'M3 108h186v29a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4Z'],
      ['sea', box(76, 18, 44, 40, 2)],
      ['none', 'M98 18v40M76 38h44'],
      ['clay', box(12, 80, 40, 18, 4)],
      ['sun', 'M10 94h58a8 8 0 0 1 8 8v20H10Z'],
      ['none', 'M10 74v56M76 118v12'],
      ['sea', box(136, 24, 40, 104, 3)],
      ['none', 'M136 70h40M168 48h.01M168 92h.01'],
      ['clay', box(86, 82, 38, 34, 3)],
      ['none', 'M96 82v34M105 82v34M114 82v34M90 116v10M120 116v10'],
      ['none', 'M30 3v18'],
      ['sun', 'M18 34l6-13h12l6 13Z'],
    ],
  },
  'scene-site': {
    keywords: ['caravan site', 'plan', 'map', 'place'],
    size: [192, 144],
    art: () => [
      ['leaf', box(3, 3, 186, 138, 4)],
      ['grey', 'M3 104h186v28H3Z'],
      ['grey', 'M84 104V60h22v44Z'],
      ['none', 'M14 118h18M48 118h18M82 118h18M116 118h18M150 118h18'],
      ...caravan(8, 6, 0.68),
      ...caravan(118, 6, 0.68),
      ...caravan(8, 56, 0.5),
      ...place(SMALL.tap, 118, 62, 0.34),
      ['deep', box(154, 68, 28, 6, 2)],
      ['grey', 'M157 74h22l-2 24h-18Z'],
      ...place(TREE, 95, 12, 0.9),
    ],
  },
} satisfies Record<string, Drawing>;
