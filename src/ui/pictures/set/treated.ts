import { figure, type Mood } from '../figure.ts';
import { place } from '../place.ts';
import { box, bubble, ring, type Art } from '../strokes.ts';
import { cup } from './props.ts';
import { cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

const EAR = 'M-7-2a7 7 0 0 1 14 0c0 6-5 6-5 10c-1 4-6 4-7 0';

/** The one who is heard, in the three pictures of listening: the same person each time. */
const heard = (): Art =>
  figure(24, 58, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'talk', turn: 1 });
const thinker = (mood: Mood): Art =>
  figure(48, 62, { skin: 'skin-1', top: 'leaf', head: 'plait', hair: 'brown', mood }, 0.84);

const BULB: Art = [['grey', box(42, 37, 12, 9, 2)]];

/** Being heard, understanding, and being treated well: the same people in each row, and what changes is how they turn. */
export const TREATED = {
  'listen-yes': {
    keywords: ['listened', 'heard', 'ear', 'attention'],
    art: () => [
      ...bubble(6, 5, 46, 30, 'left', 'sun'),
      ['none', 'M16 15h26M16 25h18'],
      ...heard(),
      ...figure(70, 58, { skin: 'skin-4', top: 'sea', head: 'short', hair: 'brown', turn: -1, wears: ['lanyard'] }),
      ...place([['skin-4', EAR]], 78, 20, 1.5),
      ['none', 'M60 14c-3 4-3 10 0 14'],
    ],
  },
  'listen-half': {
    keywords: ['listened a bit', 'half heard', 'partly', 'looking aside'],
    art: () => [
      ...bubble(6, 5, 46, 30, 'left', 'white'),
      ['amount', 'M6 20h46v7a8 8 0 0 1-8 8H30L18 46V35h-4a8 8 0 0 1-8-8Z'],
      ...heard(),
      ...figure(70, 58, {
        skin: 'skin-4',
        top: 'sea',
        head: 'short',
        hair: 'brown',
        turn: 1,
        mood: 'level',
        wears: ['lanyard'],
      }),
    ],
  },
  'listen-turned': {
    keywords: ['not listened', 'ignored', 'turned away', 'unheard'],
    art: () => [
      ...bubble(6, 5, 46, 30, 'left', 'white'),
      ...cross(29, 20, 0.4, 'clay'),
      ...figure(24, 58, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'sad', turn: 1 }),
      ...figure(72, 58, { skin: 'skin-4', top: 'sea', head: 'short', hair: 'brown', mood: 'away' }),
    ],
  },
  'understood-bulb': {
    keywords: ['clear', 'light bulb', 'understand', 'know'],
    art: () => [
      ['none', 'M24 8l4 4M72 8l-4 4M14 26h7M75 26h7'],
      ...BULB,
      ['sun', 'M42 39c0-4-9-7-9-16a15 15 0 0 1 30 0c0 9-9 12-9 16Z'],
      ...thinker('smile'),
    ],
  },
  'understood-dim': {
    keywords: ['partly clear', 'dim bulb', 'understand a bit', 'half'],
    art: () => [...BULB, ['grey', 'M42 39c0-4-9-7-9-16a15 15 0 0 1 30 0c0 9-9 12-9 16Z'], ...thinker('level')],
  },
  'understood-tangled': {
    keywords: ['confused', 'not clear', 'tangled line', 'lost'],
    art: () => [
      ['none', 'M12 38C10 8 46 2 54 20c6 16-20 24-26 10S44 0 64 10s14 32-4 30S44 14 62 10s28 12 22 28'],
      ...thinker('worried'),
    ],
  },
  'kind-cup': {
    keywords: ['kindness', 'cared for', 'cup', 'warm'],
    art: () => [
      ...figure(24, 32, { skin: 'skin-2', top: 'sea', head: 'curls', hair: 'ink', turn: 1, wears: ['lanyard'] }, 1),
      ...figure(72, 32, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1 }, 1),
      ['sea', 'M3 92V70c9-7 18-4 30 5v11l-14 6Z'],
      ['plum', 'M93 92V70c-9-7-18-4-30 5v11l14 6Z'],
      ...cup(34, 66, 0.82),
      ['skin-2', ring(33, 80, 6.5)],
      ['skin-1', ring(63, 80, 6.5)],
    ],
  },
  'kind-half': {
    keywords: ['sometimes kind', 'a bit', 'half turned', 'cool'],
    art: () => [
      ...figure(
        24,
        34,
        { skin: 'skin-2', top: 'sea', head: 'curls', hair: 'ink', turn: -1, mood: 'level', wears: ['lanyard'] },
        1,
      ),
      ...figure(72, 34, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1, mood: 'level' }, 1),
      ['sun', box(4, 80, 88, 12, 3)],
      ...cup(34, 57, 0.82),
    ],
  },
  'kind-turned': {
    keywords: ['unkind', 'turned away', 'not cared for', 'cold'],
    art: () => [
      ...figure(24, 34, { skin: 'skin-2', top: 'sea', head: 'curls', hair: 'ink', mood: 'away' }, 1),
      ...figure(72, 34, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1, mood: 'sad' }, 1),
      ['sun', box(4, 80, 88, 12, 3)],
      ['none', 'M58 66h4a5 5 0 0 1 0 10h-4'],
      ['clay', 'M32 80V70a12 12 0 0 1 12-12h4a12 12 0 0 1 12 12v10Z'],
    ],
  },
  'respect-yes': {
    keywords: ['respected', 'level eyes', 'fair', 'kind'],
    art: () => [
      ...figure(
        25,
        52,
        { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', turn: 1, wears: ['lanyard'] },
        1.05,
      ),
      ...figure(70, 52, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1 }, 1.05),
    ],
  },
  'respect-half': {
    keywords: ['sometimes respected', 'half turned', 'looking aside', 'partly'],
    art: () => [
      ['grey', 'M3 74h46v16H3Z'],
      ...figure(
        26,
        38,
        { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', turn: -1, mood: 'level', wears: ['lanyard'] },
        1,
      ),
      ...figure(72, 57, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1, mood: 'level' }, 0.92),
    ],
  },
  'respect-no': {
    keywords: ['not respected', 'turned away', 'rude', 'looked down on'],
    art: () => [
      ['grey', 'M3 58h46v32H3Z'],
      ...figure(26, 22, { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', mood: 'away' }, 1),
      ...figure(72, 57, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1, mood: 'sad' }, 0.92),
    ],
  },
} satisfies Record<string, Drawing>;
