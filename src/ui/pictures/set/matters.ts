import { figure, standing } from '../figure.ts';
import { box, ring } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

/** What may matter to somebody. Doctor, chemist, mental health and home are in their own categories. */
export const MATTERS = {
  money: {
    keywords: ['bills', 'income', 'cost', 'benefits'],
    art: () => [
      ['leaf', box(4, 14, 78, 44, 5)],
      ['white', ring(43, 36, 14)],
      ['none', 'M48 30a5 5 0 0 0-10 2v10h10M36 37h8M14 24h.01M72 24h.01M14 48h.01M72 48h.01'],
      ['sun', `${ring(70, 72, 16)}`],
      ['none', 'M74 67a5 5 0 0 0-9 2v9h9M63 73h7'],
      ['sun', ring(34, 76, 12)],
    ],
  },
  food: {
    keywords: ['meal', 'eat', 'bread', 'hungry'],
    art: () => [
      ['sun', 'M6 30a14 14 0 0 1 14-14h34a14 14 0 0 1 8 25v25H14V42A14 14 0 0 1 6 30Z'],
      ['none', 'M26 32l6 6M40 32l6 6'],
      ['clay', 'M70 52c-10-8-24 0-22 16c2 14 12 24 22 18c10 6 20-4 22-18c2-16-12-24-22-16Z'],
      ['none', 'M70 52c0-6 2-10 8-12'],
    ],
  },
  work: {
    keywords: ['job', 'employment', 'tools', 'earning'],
    art: () => [
      ...figure(48, 36, { skin: 'skin-4', top: 'sun', head: 'helmet', hair: 'white', wears: ['hi-vis'] }, 1.45),
    ],
  },
  safety: {
    keywords: ['safe', 'protect', 'shield', 'secure'],
    art: () => [
      ['leaf', 'M48 4l40 12v30c0 24-16 38-40 48C24 84 8 70 8 46V16Z'],
      ['white', 'M26 46l8-8 10 10 20-22 8 8-28 30Z'],
    ],
  },
  transport: {
    keywords: ['bus', 'travel', 'getting about', 'journey'],
    art: () => [
      ['none', 'M14 34v56M6 90h16'],
      ['sea', ring(14, 20, 12)],
      ['clay', box(34, 10, 56, 68, 8)],
      ['white', box(41, 27, 42, 24, 3)],
      ['sun', box(46, 15, 32, 8, 2)],
      ['white', `${ring(45, 64, 5)}${ring(79, 64, 5)}`],
      ['grey', box(40, 78, 13, 12, 3)],
      ['grey', box(71, 78, 13, 12, 3)],
    ],
  },
  children: {
    keywords: ['kids', 'boys and girls', 'play', 'young'],
    art: () => [
      ...standing(24, 28, { skin: 'skin-3', top: 'sun', head: 'curls', hair: 'ink', legs: 'sea' }, 0.68),
      ...standing(58, 32, { skin: 'skin-1', top: 'clay', head: 'plait', hair: 'brown', dress: true }, 0.63),
      ['white', ring(82, 80, 10)],
      ['none', 'M74 76c6 3 12 3 16 0M82 70v20'],
    ],
  },
  loneliness: {
    keywords: ['alone', 'lonely', 'company', 'isolated'],
    art: () => [
      ['white', box(4, 4, 88, 88, 4)],
      ['sea', box(56, 14, 26, 30, 2)],
      ['none', 'M69 14v30M56 29h26'],
      ...figure(36, 46, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', mood: 'sad', turn: 1 }, 1.15),
    ],
  },
  'air-green': {
    keywords: ['clean air', 'wind', 'nature', 'leaves'],
    art: () => [
      ['none', 'M4 24h44a10 10 0 1 0-10-10M4 40h62a11 11 0 1 1-10 16M4 56h22'],
      ['leaf', 'M34 88c-8-20 8-32 56-30c2 30-26 44-56 30Z'],
      ['none', 'M22 93c14-8 28-18 48-24'],
    ],
  },
} satisfies Record<string, Drawing>;
