import type { ConsentLayer } from '../../domain/consent.ts';
import { box, bubble, person, ring, type Art } from '../../ui/pictures/strokes.ts';

/** One drawing for each layer of consent: shown to the person while the question is read out. */
export const CONSENT_PICTURES: Readonly<Record<ConsentLayer, Art>> = {
  talk: [
    ...person(22, 46, 'skin-2', 'leaf'),
    ...bubble(34, 6, 40, 22, 'left', 'white'),
    ['skin-1', 'M58 88V60a4 4 0 0 1 8 0V48a4 4 0 0 1 8 0v-2a4 4 0 0 1 8 0v4a4 4 0 0 1 8 0v24c0 8-6 14-14 14Z'],
    ['none', 'M66 60V50M74 58V48M82 60V50'],
  ],
  use: [
    ['white', box(10, 14, 52, 70, 6)],
    ['none', 'M20 30h32M20 42h32M20 54h20'],
    ['sun', 'M44 80l4-14 30-30 10 10-30 30Z'],
    ['sea', box(60, 8, 30, 20, 4)],
    ['none', 'M66 18h18'],
  ],
  share: [
    ...person(20, 54, 'skin-1', 'clay'),
    ...person(76, 54, 'skin-3', 'leaf'),
    ...person(48, 58, 'skin-2', 'sun'),
    ...bubble(22, 6, 52, 28, 'left', 'white'),
    ['none', 'M32 16h32M32 24h20'],
  ],
  voice: [
    ['sea', box(36, 8, 24, 46, 12)],
    ['none', 'M24 42a24 24 0 0 0 48 0M48 66v18M32 86h32'],
  ],
  photo: [
    ['deep', box(6, 26, 54, 40, 6)],
    ['deep', 'M22 26l4-8h14l4 8Z'],
    ['white', ring(33, 46, 12)],
    ['white', box(52, 40, 38, 46, 3)],
    ['sun', ring(64, 56, 5)],
    ['leaf', 'M56 80l10-14 8 8 6-6 6 12Z'],
  ],
  'hear-back': [
    ['deep', box(10, 10, 38, 76, 7)],
    ['white', box(16, 20, 26, 50, 2)],
    ['white', ring(29, 78, 2)],
    ['none', 'M88 36H60M70 24 58 36l12 12M58 62h20a10 10 0 0 0 10-10V36'],
  ],
  training: [
    ['leaf', box(14, 8, 68, 34, 4)],
    ['none', 'M26 20h30M26 30h18'],
    ...person(24, 60, 'skin-3', 'sun'),
    ...person(72, 60, 'skin-1', 'clay'),
  ],
  press: [
    ['white', box(10, 12, 64, 74, 4)],
    ['white', 'M74 30h10a4 4 0 0 1 4 4v44a8 8 0 0 1-16 0'],
    ['ink', box(18, 20, 48, 8, 2)],
    ['sea', box(18, 36, 22, 22, 2)],
    ['none', 'M46 40h20M46 48h20M46 56h20M18 68h48M18 76h34'],
  ],
};
