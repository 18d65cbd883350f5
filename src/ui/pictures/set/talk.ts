import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { box, bubble, ring } from '../strokes.ts';
import { caravan, microphone, pencil } from './props.ts';
import { question } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** Saying something, and getting help to say it. */
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
} satisfies Record<string, Drawing>;
