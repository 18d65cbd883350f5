import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { bubble, ring, box, type Art } from '../strokes.ts';
import { caravan, cup, microphone, pencil } from './props.ts';
import { cross, question } from './signs.ts';
import type { Drawing } from './drawing.ts';

const EAR = 'M-7-2a7 7 0 0 1 14 0c0 6-5 6-5 10c-1 4-6 4-7 0';

/** The one who is heard, in the three pictures of listening: the same person each time. */
const HEARD: Art = figure(24, 58, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'talk', turn: 1 });
const THINKER: Art = figure(48, 66, { skin: 'skin-1', top: 'leaf', head: 'cap', hair: 'deep' }, 0.85);

/** Saying, being heard, understanding and being treated well. */
export const TALK = {
  'talk-step': {
    keywords: ['caravan', 'conversation', 'visit', 'speak'],
    art: [
      ...caravan(22, -8, 0.8),
      ['none', 'M4 90h88'],
      ...bubble(4, 8, 32, 22, 'left', 'sun'),
      ...figure(20, 58, { skin: 'skin-1', top: 'clay', head: 'long', hair: 'brown', mood: 'talk', turn: 1 }, 0.9),
      ...figure(
        70,
        58,
        { skin: 'skin-2', top: 'plum', head: 'short', hair: 'grey', turn: -1, wears: ['lanyard'] },
        0.9,
      ),
    ],
  },
  'speech-question': {
    keywords: ['why', 'ask', 'speech bubble', 'reason'],
    art: [...bubble(6, 6, 84, 66, 'left', 'sun'), ...question(48, 36, 1.3)],
  },
  'speech-voice': {
    keywords: ['say', 'microphone', 'record', 'speak'],
    art: [...bubble(6, 6, 84, 68, 'left', 'white'), ...place(microphone(0, 0), 48, 15, 0.8)],
  },
  'speech-write': {
    keywords: ['type', 'words', 'pencil', 'text'],
    art: [...bubble(6, 6, 84, 68, 'left', 'white'), ['none', 'M20 24h34M20 40h24M20 56h18'], ...pencil(50, 64, 1.1)],
  },
  'thank-flower': {
    keywords: ['thank you', 'flower', 'praise', 'grateful'],
    art: [
      ['none', 'M48 50v42'],
      ['leaf', 'M48 78C44 62 30 58 20 60c2 12 12 20 28 18ZM48 86c4-16 18-20 28-18c-2 12-12 20-28 18Z'],
      [
        'clay',
        'M48 30C34 20 38 2 48 4c10-2 14 16 0 26ZM48 30C58 16 76 22 74 32c0 10-18 12-26-2ZM48 30C56 46 44 60 36 54c-9-4-4-21 12-24ZM48 30C40 46 52 60 60 54c9-4 4-21-12-24ZM48 30C38 16 20 22 22 32c0 10 18 12 26-2Z',
      ],
      ['sun', ring(48, 31, 8)],
    ],
  },
  'change-arrow-up': {
    keywords: ['better', 'improve', 'more', 'arrow up'],
    art: [
      ['sea', 'M6 68h18v22H6ZM24 54h18v36H24Z'],
      ['sea', 'M42 68h0'],
      ['leaf', 'M68 4l26 32H80v54H56V36H42Z'],
    ],
  },
  signpost: {
    keywords: ['direction', 'way', 'change', 'where to'],
    mirrors: true,
    art: [
      ['brown', 'M44 6h8v84h-8Z'],
      ['sun', 'M34 12h42l14 12-14 12H34Z'],
      ['sea', 'M62 46H20L6 58l14 12h42Z'],
      ['none', 'M30 90h36'],
    ],
  },
  'listen-yes': {
    keywords: ['listened', 'heard', 'ear', 'attention'],
    art: [
      ...bubble(6, 5, 46, 30, 'left', 'sun'),
      ['none', 'M16 15h26M16 25h18'],
      ...HEARD,
      ...figure(70, 58, { skin: 'skin-4', top: 'sea', head: 'bun', hair: 'brown', turn: -1, wears: ['lanyard'] }),
      ...place([['skin-4', EAR]], 78, 20, 1.5),
      ['none', 'M60 14c-3 4-3 10 0 14'],
    ],
  },
  'listen-half': {
    keywords: ['listened a bit', 'half heard', 'partly', 'looking aside'],
    art: [
      ...bubble(6, 5, 46, 30, 'left', 'white'),
      ['sun', 'M6 20h46v7a8 8 0 0 1-8 8H30L18 46V35h-4a8 8 0 0 1-8-8Z'],
      ...HEARD,
      ...figure(70, 58, {
        skin: 'skin-4',
        top: 'sea',
        head: 'bun',
        hair: 'brown',
        turn: 1,
        mood: 'level',
        wears: ['lanyard'],
      }),
    ],
  },
  'listen-turned': {
    keywords: ['not listened', 'ignored', 'turned away', 'unheard'],
    art: [
      ...bubble(6, 5, 46, 30, 'left', 'white'),
      ...cross(29, 20, 0.4, 'clay'),
      ...figure(24, 58, { skin: 'skin-3', top: 'sun', head: 'short', hair: 'ink', mood: 'sad', turn: 1 }),
      ...figure(72, 58, { skin: 'skin-4', top: 'sea', head: 'bun', hair: 'brown', mood: 'away' }),
    ],
  },
  'understood-bulb': {
    keywords: ['clear', 'light bulb', 'understand', 'know'],
    art: [
      ['none', 'M48 2v2M24 10l4 4M72 10l-4 4M16 28h6M74 28h6'],
      ['sun', 'M42 42c0-4-8-8-8-17a14 14 0 0 1 28 0c0 9-8 13-8 17Z'],
      ['grey', box(42, 40, 12, 8, 2)],
      ...THINKER,
    ],
  },
  'understood-dim': {
    keywords: ['partly clear', 'dim bulb', 'understand a bit', 'half'],
    art: [
      ['grey', 'M42 42c0-4-8-8-8-17a14 14 0 0 1 28 0c0 9-8 13-8 17Z'],
      ['sun', 'M42 42c0-4-8-8-8-15h28c0 7-8 11-8 15Z'],
      ['grey', box(42, 40, 12, 8, 2)],
      ...figure(48, 66, { skin: 'skin-1', top: 'leaf', head: 'cap', hair: 'deep', mood: 'level' }, 0.85),
    ],
  },
  'understood-tangled': {
    keywords: ['confused', 'not clear', 'tangled line', 'lost'],
    art: [
      ['none', 'M14 30c10-22 34-26 40-12s-22 26-26 12 24-22 36-8-10 24-18 16 10-28 24-22 8 22 14 14'],
      ...figure(48, 66, { skin: 'skin-1', top: 'leaf', head: 'cap', hair: 'deep', mood: 'worried' }, 0.85),
    ],
  },
  'help-communicate': {
    keywords: ['interpreter', 'sign language', 'support to talk', 'got help'],
    art: [
      ...bubble(4, 5, 36, 24, 'left', 'sun'),
      ...bubble(56, 5, 36, 24, 'right', 'sun'),
      ['none', 'M40 17h16m-6-6 6 6-6 6'],
      ...figure(
        18,
        60,
        { skin: 'skin-2', top: 'clay', head: 'kufi', hair: 'white', turn: 1, wears: ['beard'], beard: 'ink' },
        0.8,
      ),
      ...figure(
        78,
        60,
        { skin: 'skin-1', top: 'white', head: 'long', hair: 'brown', turn: -1, wears: ['stethoscope'] },
        0.8,
      ),
      ...figure(48, 54, { skin: 'skin-3', top: 'plum', head: 'curls', hair: 'ink', mood: 'talk' }, 0.85),
    ],
  },
  'help-communicate-no': {
    keywords: ['no interpreter', 'no help', 'alone', 'not understood'],
    art: [
      ...bubble(4, 5, 36, 24, 'left', 'white'),
      ...bubble(56, 5, 36, 24, 'right', 'white'),
      ['none', 'M13 19c4-8 8 6 11-2s5 4 8 0M65 12h18M65 20h10'],
      ...figure(
        20,
        60,
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
        0.85,
      ),
      ...figure(
        76,
        60,
        { skin: 'skin-1', top: 'white', head: 'long', hair: 'brown', turn: -1, mood: 'level', wears: ['stethoscope'] },
        0.85,
      ),
      ['clay', box(39, 52, 18, 18, 3)],
      ...cross(48, 61, 0.3),
    ],
  },
  'asked-at-desk': {
    keywords: ['they did not ask', 'question', 'reception', 'desk'],
    art: [
      ...bubble(48, 4, 40, 30, 'right', 'white'),
      ...question(68, 18, 0.62),
      ...figure(26, 32, { skin: 'skin-4', top: 'leaf', head: 'headscarf', hair: 'plum', turn: 1, mood: 'level' }, 0.9),
      ...figure(
        72,
        54,
        { skin: 'skin-3', top: 'sea', head: 'short', hair: 'grey', mood: 'level', wears: ['lanyard'] },
        0.8,
      ),
      ['sun', 'M42 68h50v22H42Z'],
      ['leaf', 'M7 56h38v34H7Z'],
    ],
  },
  'calm-alone': {
    keywords: ['did not need', 'fine alone', 'calm', 'peace'],
    art: [
      ['leaf', 'M4 80c14-8 30-8 44-2s30 4 44-4v18H4Z'],
      ...figure(48, 34, { skin: 'skin-2', top: 'sea', head: 'bald', wears: ['beard'], hair: 'grey' }, 1.3),
    ],
  },
  'kind-cup': {
    keywords: ['kindness', 'cared for', 'cup', 'warm'],
    art: [
      ...figure(22, 34, { skin: 'skin-2', top: 'sea', head: 'plait', hair: 'ink', turn: 1, wears: ['lanyard'] }),
      ...figure(74, 34, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1 }),
      ['sea', 'M1 90V66h20l18 6v12l-18 2v4Z'],
      ['plum', 'M95 90V66H80l-14 6v12l10 2v4Z'],
      ...cup(35, 66, 0.85),
      ['skin-2', ring(35, 80, 6)],
      ['skin-1', ring(66, 80, 6)],
    ],
  },
  'kind-half': {
    keywords: ['sometimes kind', 'a bit', 'half turned', 'cool'],
    art: [
      ...figure(22, 34, {
        skin: 'skin-2',
        top: 'sea',
        head: 'plait',
        hair: 'ink',
        turn: -1,
        mood: 'level',
        wears: ['lanyard'],
      }),
      ...figure(74, 34, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1, mood: 'level' }),
      ['sun', box(4, 78, 88, 12, 3)],
      ...cup(34, 52, 0.85),
    ],
  },
  'kind-turned': {
    keywords: ['unkind', 'turned away', 'not cared for', 'cold'],
    art: [
      ...figure(22, 34, { skin: 'skin-2', top: 'sea', head: 'plait', hair: 'ink', mood: 'away' }),
      ...figure(74, 34, { skin: 'skin-1', top: 'plum', head: 'bun', hair: 'grey', turn: -1, mood: 'sad' }),
      ['sun', box(4, 78, 88, 12, 3)],
      ['clay', 'M34 78c2-12 10-14 20-14l6 6c4 4 2 8-2 8Z'],
    ],
  },
  'respect-yes': {
    keywords: ['respected', 'level eyes', 'fair', 'kind'],
    art: [
      ...figure(26, 40, { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', turn: 1, wears: ['lanyard'] }, 1.1),
      ...figure(70, 40, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1 }, 1.1),
      ['none', 'M44 40h8'],
    ],
  },
  'respect-half': {
    keywords: ['sometimes respected', 'half turned', 'looking aside', 'partly'],
    art: [
      ...figure(
        26,
        40,
        { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', turn: -1, mood: 'level', wears: ['lanyard'] },
        1.1,
      ),
      ...figure(70, 40, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1, mood: 'level' }, 1.1),
    ],
  },
  'respect-no': {
    keywords: ['not respected', 'turned away', 'rude', 'looked down on'],
    art: [
      ...figure(24, 34, { skin: 'skin-1', top: 'sea', head: 'short', hair: 'brown', mood: 'away' }, 1.2),
      ...figure(70, 52, { skin: 'skin-3', top: 'clay', head: 'headscarf', hair: 'sun', turn: -1, mood: 'sad' }, 1),
    ],
  },
} satisfies Record<string, Drawing>;
