import { figure, type Mood } from '../figure.ts';
import { place } from '../place.ts';
import { bubble, ring, box, type Art } from '../strokes.ts';
import { caravan, cup, microphone, pencil } from './props.ts';
import { cross, question } from './signs.ts';
import type { Drawing } from './drawing.ts';

const EAR = 'M-7-2a7 7 0 0 1 14 0c0 6-5 6-5 10c-1 4-6 4-7 0';

/** The one who is heard, in the three pictures of listening: the same person each time. */
const HEARD: Art = figure(24, 58, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'talk', turn: 1 });
const thinker = (mood: Mood): Art =>
  figure(48, 62, { skin: 'skin-1', top: 'leaf', head: 'plait', hair: 'brown', mood }, 0.84);

const BULB: Art = [['grey', box(42, 37, 12, 9, 2)]];

/** Saying, being heard, understanding and being treated well. */
export const TALK = {
  'talk-step': {
    keywords: ['caravan', 'conversation', 'visit', 'speak'],
    art: () => [
      ...caravan(30, -6, 0.68),
      ...bubble(3, 8, 30, 20, 'left', 'sun'),
      ...figure(22, 60, { skin: 'skin-1', top: 'clay', head: 'long', hair: 'brown', mood: 'talk', turn: 1 }, 0.86),
      ...figure(
        70,
        60,
        { skin: 'skin-2', top: 'plum', head: 'short', hair: 'grey', turn: -1, wears: ['lanyard'] },
        0.86,
      ),
    ],
  },
  'speech-question': {
    keywords: ['why', 'ask', 'speech bubble', 'reason'],
    art: () => [...bubble(6, 6, 84, 66, 'left', 'sun'), ...question(48, 36, 1.3)],
  },
  'speech-voice': {
    keywords: ['say', 'microphone', 'record', 'speak'],
    art: () => [...bubble(6, 6, 84, 68, 'left', 'white'), ...place(microphone(0, 0), 48, 15, 0.8)],
  },
  'speech-write': {
    keywords: ['type', 'words', 'pencil', 'text'],
    art: () => [
      ...bubble(4, 8, 80, 66, 'left', 'white'),
      ['none', 'M18 26h32M18 42h22M18 58h16'],
      ...pencil(48, 66, 1.1),
    ],
  },
  'thank-flower': {
    keywords: ['thank you', 'flower', 'praise', 'grateful'],
    art: () => [
      ['none', 'M48 50v42'],
      ['leaf', 'M48 80C44 64 30 60 18 62c2 12 14 20 30 18ZM48 88c4-16 18-22 30-20c-2 12-14 22-30 20Z'],
      ['clay', `${ring(48, 15, 11)}${ring(63, 26, 11)}${ring(57, 43, 11)}${ring(39, 43, 11)}${ring(33, 26, 11)}`],
      ['sun', ring(48, 31, 9)],
    ],
  },
  'change-arrow-up': {
    keywords: ['better', 'improve', 'more', 'arrow up'],
    art: () => [
      ['sea', 'M6 68h18v22H6ZM24 54h18v36H24Z'],
      ['sea', 'M42 68h0'],
      ['leaf', 'M68 4l26 32H80v54H56V36H42Z'],
    ],
  },
  signpost: {
    keywords: ['direction', 'way', 'change', 'where to'],
    mirrors: true,
    art: () => [
      ['brown', 'M44 6h8v84h-8Z'],
      ['sun', 'M34 12h42l14 12-14 12H34Z'],
      ['sea', 'M62 46H20L6 58l14 12h42Z'],
      ['none', 'M30 90h36'],
    ],
  },
  'listen-yes': {
    keywords: ['listened', 'heard', 'ear', 'attention'],
    art: () => [
      ...bubble(6, 5, 46, 30, 'left', 'sun'),
      ['none', 'M16 15h26M16 25h18'],
      ...HEARD,
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
      ...HEARD,
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
  'help-communicate': {
    keywords: ['interpreter', 'sign language', 'support to talk', 'got help'],
    art: () => [
      ...bubble(4, 5, 36, 24, 'left', 'sun'),
      ...bubble(56, 5, 36, 24, 'right', 'sun'),
      ['none', 'M43 17h10m-4-4 4 4-4 4'],
      ...figure(
        19,
        62,
        { skin: 'skin-2', top: 'clay', head: 'kufi', hair: 'white', turn: 1, wears: ['beard'], beard: 'ink' },
        0.8,
      ),
      ...figure(
        76,
        62,
        { skin: 'skin-1', top: 'white', head: 'short', hair: 'brown', turn: -1, wears: ['stethoscope'] },
        0.8,
      ),
      ...figure(48, 56, { skin: 'skin-3', top: 'plum', head: 'curls', hair: 'ink', mood: 'talk' }, 0.9),
    ],
  },
  'help-communicate-no': {
    keywords: ['no interpreter', 'no help', 'alone', 'not understood'],
    art: () => [
      ...bubble(4, 5, 38, 24, 'left', 'white'),
      ...bubble(54, 5, 38, 24, 'right', 'white'),
      ['none', 'M12 19c4-8 8 6 11-2s5 4 8 0M63 13h20M63 20h12'],
      ...figure(
        20,
        62,
        {
          skin: 'skin-2',
          top: 'clay',
          head: 'kufi',
          hair: 'white',
          turn: 1,
          wears: ['beard'],
          beard: 'ink',
          mood: 'worried',
        },
        0.82,
      ),
      ...figure(
        76,
        62,
        { skin: 'skin-1', top: 'white', head: 'long', hair: 'brown', mood: 'unsure', wears: ['stethoscope'] },
        0.82,
      ),
      ['clay', box(38, 40, 20, 20, 3)],
      ['none', 'M43.5 45.5l9 9M52.5 45.5l-9 9'],
    ],
  },
  'asked-at-desk': {
    keywords: ['they did not ask', 'question', 'reception', 'desk'],
    art: () => [
      ['white', `M24 4h22a12 12 0 0 1 0 26H22a12 12 0 0 1 2-26Z${ring(28, 36, 2.5)}`],
      ...place(question(0, 0), 35, 15, 0.5),
      ...figure(25, 57, { skin: 'skin-4', top: 'leaf', head: 'headscarf', hair: 'plum', mood: 'unsure' }, 0.95),
      ...figure(
        73,
        44,
        { skin: 'skin-3', top: 'sea', head: 'short', hair: 'grey', mood: 'level', turn: 1, wears: ['lanyard'] },
        0.9,
      ),
      ['sun', 'M52 68h40v24H52Z'],
    ],
  },
  'calm-alone': {
    keywords: ['did not need', 'fine alone', 'calm', 'peace'],
    art: () => [
      ['sea', ring(48, 46, 42)],
      ...figure(48, 40, { skin: 'skin-2', top: 'sun', head: 'bald', wears: ['beard'], hair: 'grey' }, 1.25),
      ['leaf', 'M4 84c14-8 30-8 44-2s30 2 44-4v14H4Z'],
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
