import { figure, headOf, standing } from '../figure.ts';
import { place } from '../place.ts';
import { box } from '../strokes.ts';
import { hospitalSign, shutDoor } from './props.ts';
import { chair, clock, cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** What happened the last time somebody needed care. */
export const WHAT_HAPPENED = {
  'saw-soon': {
    keywords: ['seen quickly', 'doctor and patient', 'appointment', 'quick'],
    art: () => [
      ...clock(48, 20, 16, 8),
      ...figure(
        24,
        54,
        { skin: 'skin-1', top: 'white', head: 'long', hair: 'grey', turn: 1, wears: ['stethoscope'] },
        1,
      ),
      ...figure(
        72,
        54,
        { skin: 'skin-2', top: 'sun', head: 'turban', hair: 'sea', turn: -1, wears: ['beard'], beard: 'ink' },
        1,
      ),
    ],
  },
  'waited-long': {
    keywords: ['long wait', 'clock and chair', 'delay', 'queue'],
    art: () => [
      ...clock(68, 26, 22, 50),
      ...place(chair(0, 0, 'sea'), 8, 44, 1.05),
      ['leaf', 'M14 64V46a9 9 0 0 1 18 0v10h16a6 6 0 0 1 6 6v2Z'],
      ['deep', 'M30 58h22a6 6 0 0 1 6 6v26H46V70H30Z'],
      ...headOf(24, 26, { skin: 'skin-3', top: 'leaf', head: 'short', hair: 'grey', mood: 'sad', turn: 1 }, 0.9),
    ],
  },
  'closed-door': {
    keywords: ['could not see', 'shut', 'no appointment', 'locked'],
    art: () => [...shutDoor(24, 8), ['white', 'M62 4h30v30H62Z'], ...cross(77, 19, 0.45, 'clay'), ['none', 'M6 90h84']],
  },
  'went-hospital': {
    keywords: ['A&E', 'emergency', 'hospital', 'went instead'],
    mirrors: true,
    art: () => [
      ['white', box(52, 6, 40, 84, 3)],
      ...hospitalSign(72, 30, 0.9),
      ['deep', box(63, 60, 18, 30, 2)],
      ...standing(20, 32, { skin: 'skin-2', top: 'clay', head: 'plait', hair: 'ink', mood: 'worried', turn: 1 }, 0.65),
      ['leaf', 'M4 4h22v-2l14 9-14 9v-3H4Z'],
    ],
  },
  'turned-back': {
    keywords: ['did not try', 'gave up', 'turned round', 'went home'],
    mirrors: true,
    art: () => [
      ...place(shutDoor(0, 0), 58, 22, 0.78),
      ...standing(22, 30, { skin: 'skin-4', top: 'sun', head: 'short', hair: 'grey', mood: 'sad', turn: -1 }, 0.66),
      ['sea', 'M90 16c-10-12-34-14-46 0l-8-6 2 22 20-6-8-5c8-8 22-8 30 0Z'],
    ],
  },
} satisfies Record<string, Drawing>;
