import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { box, bubble, ring } from '../strokes.ts';
import { cup, microphone, pencil, phone, sheet } from './props.ts';
import { tick } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** What we ask leave for, what it is for, and what the person gets. */
export const CONSENT = {
  'consent-talk': {
    keywords: ['speak', 'conversation', 'agree', 'talking together'],
    art: () => [
      ...bubble(6, 6, 40, 24, 'left', 'sun'),
      ...bubble(50, 6, 40, 24, 'right', 'white'),
      ...figure(24, 58, { skin: 'skin-4', top: 'plum', head: 'headscarf', hair: 'sea', turn: 1, mood: 'talk' }),
      ...figure(72, 58, { skin: 'skin-3', top: 'leaf', head: 'short', hair: 'ink', turn: -1 }),
    ],
  },
  'consent-use': {
    keywords: ['write down', 'no name', 'pencil', 'anonymous'],
    art: () => [
      ...sheet(6, 6, 58, 66),
      ['none', 'M16 30h18M16 42h14M16 58h26'],
      ...pencil(36, 52, 0.95),
      ['sea', box(54, 54, 38, 36, 5)],
      ['white', `${ring(73, 66, 6)}M63 84a10 9 0 0 1 20 0Z`],
      ['none', 'M68 54v-6h10v6'],
    ],
  },
  'consent-share': {
    keywords: ['own words', 'pass on', 'tell others', 'group'],
    art: () => [
      ...bubble(14, 5, 68, 32, 'left', 'sun'),
      ['none', 'M26 16h44M26 26h28'],
      ...figure(20, 64, { skin: 'skin-1', top: 'sea', head: 'bun', hair: 'grey' }, 0.75),
      ...figure(76, 64, { skin: 'skin-3', top: 'plum', head: 'curls', hair: 'ink' }, 0.75),
      ...figure(
        48,
        62,
        { skin: 'skin-2', top: 'clay', head: 'turban', hair: 'sun', wears: ['beard'], beard: 'brown' },
        0.85,
      ),
    ],
  },
  'consent-voice': {
    keywords: ['record', 'microphone', 'sound', 'speak'],
    art: () => [...microphone(48, 6, 1.3), ['none', 'M16 22c-8 12-8 24 0 36M80 22c8 12 8 24 0 36']],
  },
  'consent-photo': {
    keywords: ['camera', 'picture', 'drawing', 'take a photo'],
    art: () => [
      ['sea', 'M8 26h20l8-12h24l8 12h20a4 4 0 0 1 4 4v48a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V30a4 4 0 0 1 4-4Z'],
      ['white', ring(48, 53, 20)],
      ['deep', ring(48, 53, 10)],
      ['sun', box(72, 33, 12, 8, 2)],
    ],
  },
  'consent-hear-back': {
    keywords: ['contact', 'phone', 'answer', 'tell me'],
    art: () => [...phone(50, 8, 1.1), ['sun', 'M4 48l26-24v14h28v20H30v14Z']],
  },
  'consent-training': {
    keywords: ['teach', 'class', 'learn', 'staff'],
    art: () => [
      ['white', box(40, 5, 52, 40, 3)],
      ['none', 'M50 17h32M50 26h32M50 35h18'],
      ...figure(21, 28, { skin: 'skin-2', top: 'clay', head: 'bun', hair: 'ink', turn: 1, mood: 'talk' }, 0.9),
      ...figure(18, 71, { skin: 'skin-1', top: 'sea', mood: 'away', hair: 'brown' }, 0.62),
      ...figure(48, 71, { skin: 'skin-3', top: 'sun', mood: 'away', head: 'headscarf', hair: 'plum' }, 0.62),
      ...figure(78, 71, { skin: 'skin-4', top: 'leaf', mood: 'away', hair: 'grey' }, 0.62),
    ],
  },
  'consent-press': {
    keywords: ['newspaper', 'news', 'publish', 'media'],
    art: () => [
      ['grey', 'M70 28h20v50a8 8 0 0 1-16 0Z'],
      ['white', 'M6 10h68v68a8 8 0 0 0 8 8H14a8 8 0 0 1-8-8Z'],
      ['deep', box(14, 18, 52, 10, 1)],
      ['sea', box(14, 36, 24, 22, 1)],
      ['none', 'M46 38h20M46 47h20M46 56h20M14 68h52'],
    ],
  },
  purpose: {
    keywords: ['why', 'meeting', 'listening', 'table', 'together'],
    art: () => [
      ...figure(19, 32, { skin: 'skin-1', top: 'leaf', head: 'bun', hair: 'grey', turn: 1 }, 0.8),
      ...figure(77, 32, { skin: 'skin-3', top: 'sun', head: 'curls', hair: 'ink', turn: -1 }, 0.8),
      ...figure(48, 24, { skin: 'skin-2', top: 'plum', head: 'headscarf', hair: 'clay', mood: 'talk' }, 0.85),
      ['sea', 'M4 64c0-20 88-20 88 0s-88 20-88 0Z'],
      ['white', 'M38 56h20v9H38Z'],
      ...figure(27, 73, { skin: 'skin-4', top: 'clay', mood: 'away', hair: 'brown' }, 0.55),
      ...figure(69, 73, { skin: 'skin-3', top: 'deep', mood: 'away', head: 'turban', hair: 'sun' }, 0.55),
    ],
  },
  'practice-tea': {
    keywords: ['cup', 'hot drink', 'try it', 'practice'],
    art: () => [...cup(14, 38, 1.6), ['white', 'M6 84h70c-4 6-10 8-18 8H24c-8 0-14-2-18-8Z']],
  },
  receipt: {
    keywords: ['card', 'take away', 'what happens next', 'proof'],
    art: () => [
      ['white', 'M14 4h68v86l-8.5-6-8.5 6-8.5-6-8.5 6-8.5-6-8.5 6-8.5-6-8.5 6Z'],
      ...bubble(24, 12, 22, 13, 'left', 'sun'),
      ['sea', box(24, 40, 22, 15, 2)],
      ['none', 'M24 42l11 8 11-8M56 20h16M56 47h16M56 69h16'],
      ...tick(35, 69, 0.5, 'leaf'),
    ],
  },
  'mode-listen': {
    keywords: ['hear', 'ear', 'read aloud', 'sound'],
    art: () => [
      ['skin-4', 'M14 44a28 27 0 1 1 54 8c-4 12-16 14-18 26-2 13-21 15-26 2c-3-8-7-22-10-36Z'],
      ['none', 'M28 46a13 13 0 1 1 26 1c-1 9-12 10-13 20M80 30c6 10 6 22 0 32'],
    ],
  },
  'mode-read': {
    keywords: ['book', 'words', 'text', 'reading'],
    art: () => [
      ['white', 'M48 26c-12-10-28-12-44-8v56c16-4 32-2 44 8c12-10 28-12 44-8V18c-16-4-32-2-44 8Z'],
      [
        'none',
        'M48 26v56M14 32c8-1 16 0 24 4M14 46c8-1 16 0 24 4M14 60c8-1 16 0 24 4M82 32c-8-1-16 0-24 4M82 46c-8-1-16 0-24 4M82 60c-8-1-16 0-24 4',
      ],
    ],
  },
  'mode-easy': {
    keywords: ['easy read', 'picture and words', 'simple', 'large letters'],
    mirrors: true,
    art: () => [
      ['white', box(6, 8, 84, 80, 5)],
      ...place(cup(0, 0), 16, 34, 0.65),
      ['sun', ring(28, 68, 10)],
      ['ink', 'M52 32h28v4H52ZM52 64h28v4H52Z'],
      ['none', 'M6 50h84'],
    ],
  },
} satisfies Record<string, Drawing>;
