import { figure, standing } from '../figure.ts';
import { bubble, ring } from '../strokes.ts';
import { caravan, heart, openDoor, pencil, phone } from './props.ts';
import type { Drawing } from './drawing.ts';

const SAME = { skin: 'skin-4', top: 'white', head: 'short', hair: 'grey', wears: ['glasses', 'stethoscope'] } as const;

/** What would make it easier. */
export const HELP = {
  'help-forms': {
    keywords: ['paperwork', 'reading', 'writing', 'support'],
    art: () => [
      ...figure(25, 26, { skin: 'skin-3', top: 'leaf', head: 'short', hair: 'grey', turn: 1 }, 0.98),
      ...figure(71, 26, { skin: 'skin-1', top: 'sea', head: 'bun', hair: 'brown', turn: -1 }, 0.98),
      ['white', 'M22 52h44v38H22Z'],
      ['none', 'M30 62h8v8h-8ZM46 66h12M30 80h24'],
      ...pencil(56, 82, 0.8),
    ],
  },
  'help-nurse-caravan': {
    keywords: ['nurse visits', 'site', 'outreach', 'comes here'],
    art: () => [
      ...caravan(2, -6, 0.92),
      ['none', 'M4 90h88'],
      ...figure(70, 58, { skin: 'skin-3', top: 'sea', head: 'bun', hair: 'ink', wears: ['scrubs'] }, 0.9),
    ],
  },
  'help-speak-up': {
    keywords: ['advocate', 'beside me', 'support', 'on my side'],
    art: () => [
      ...bubble(38, 4, 52, 28, 'left', 'sun'),
      ['none', 'M50 13h28M50 23h18'],
      ...figure(68, 62, { skin: 'skin-1', top: 'clay', head: 'bald', wears: ['beard'], hair: 'grey' }, 0.85),
      ...figure(32, 56, { skin: 'skin-2', top: 'leaf', head: 'headscarf', hair: 'sea', mood: 'talk' }, 1),
    ],
  },
  'help-walk-in': {
    keywords: ['no booking', 'open door', 'drop in', 'any time'],
    art: () => [
      ...openDoor(4, 6),
      ...heart(45, 44, 0.9),
      ...standing(76, 30, { skin: 'skin-1', top: 'plum', head: 'cap', hair: 'deep', turn: -1 }, 0.68),
    ],
  },
  'help-voice-reminder': {
    keywords: ['voice message', 'sound waves', 'remember', 'call'],
    art: () => [
      ...phone(26, 8, 1.1),
      ['none', 'M36 36v10M44 28v26M52 32v18M60 38v6'],
      ['none', 'M14 28c-6 12-6 24 0 36M82 28c6 12 6 24 0 36'],
    ],
  },
  'help-same-doctor': {
    keywords: ['same person', 'each time', 'knows me', 'continuity'],
    art: () => [
      ...figure(25, 50, SAME, 1.02),
      ...figure(71, 50, SAME, 1.02),
      ['sun', 'M20 26C26 6 60 2 72 14l6-6 2 24-22-6 7-6C56 12 36 14 32 28Z'],
    ],
  },
  'help-train-staff': {
    keywords: ['learn', 'teach staff', 'know our ways', 'class'],
    art: () => [
      ...bubble(42, 4, 50, 38, 'left', 'white'),
      ['white', 'M50 30V20a8 8 0 0 1 8-8h16a9 9 0 0 1 9 9v9Z'],
      ['sea', 'M50 23h33v8H50Z'],
      ['white', ring(62, 32, 4)],
      ...figure(22, 30, { skin: 'skin-4', top: 'clay', head: 'short', hair: 'grey', turn: 1, mood: 'talk' }, 0.9),
      ...figure(18, 71, { skin: 'skin-3', top: 'sea', mood: 'away', hair: 'ink', head: 'bun' }, 0.62),
      ...figure(48, 71, { skin: 'skin-1', top: 'sea', mood: 'away', hair: 'grey' }, 0.62),
      ...figure(78, 71, { skin: 'skin-2', top: 'sea', mood: 'away', hair: 'brown', head: 'long' }, 0.62),
    ],
  },
} satisfies Record<string, Drawing>;
