import { figure } from '../figure.ts';
import { bubble, box } from '../strokes.ts';
import { caravan, heart, openDoor, phone } from './props.ts';
import { place } from '../place.ts';
import type { Drawing } from './drawing.ts';

const SAME = { skin: 'skin-4', top: 'white', head: 'short', hair: 'grey', wears: ['glasses', 'stethoscope'] } as const;

/** What would make it easier. */
export const HELP = {
  'help-forms': {
    keywords: ['paperwork', 'reading', 'writing', 'support'],
    art: [
      ...figure(24, 26, { skin: 'skin-3', top: 'leaf', head: 'short', hair: 'grey', turn: 1 }, 0.95),
      ...figure(
        72,
        26,
        { skin: 'skin-1', top: 'sea', head: 'plait', hair: 'brown', turn: -1, wears: ['lanyard'] },
        0.95,
      ),
      ['white', 'M26 54h44v36H26Z'],
      ['none', 'M34 64h8v8h-8ZM50 68h12M34 80h28'],
      ['sun', 'M68 78l4-12 16-16 8 8-16 16Z'],
    ],
  },
  'help-nurse-caravan': {
    keywords: ['nurse visits', 'site', 'outreach', 'comes here'],
    art: [
      ...caravan(2, -6, 0.92),
      ['none', 'M4 90h88'],
      ...figure(70, 58, { skin: 'skin-3', top: 'sea', head: 'bun', hair: 'ink', wears: ['scrubs'] }, 0.9),
    ],
  },
  'help-speak-up': {
    keywords: ['advocate', 'beside me', 'support', 'on my side'],
    art: [
      ...bubble(38, 4, 52, 28, 'left', 'sun'),
      ['none', 'M50 13h28M50 23h18'],
      ...figure(68, 62, { skin: 'skin-1', top: 'clay', head: 'bald', wears: ['beard'], hair: 'grey' }, 0.85),
      ...figure(32, 56, { skin: 'skin-2', top: 'leaf', head: 'headscarf', hair: 'sea', mood: 'talk' }, 1),
    ],
  },
  'help-walk-in': {
    keywords: ['no booking', 'open door', 'drop in', 'any time'],
    art: [...openDoor(8, 8), ...heart(48, 46, 0.9), ['sea', 'M72 70h20v6H72Z'], ['none', 'M74 76v14M90 76v14']],
  },
  'help-voice-reminder': {
    keywords: ['voice message', 'sound waves', 'remember', 'call'],
    art: [
      ...phone(26, 8, 1.1),
      ['none', 'M36 36v10M44 28v26M52 32v18M60 38v6'],
      ['none', 'M14 28c-6 12-6 24 0 36M82 28c6 12 6 24 0 36'],
    ],
  },
  'help-same-doctor': {
    keywords: ['same person', 'each time', 'knows me', 'continuity'],
    art: [
      ...figure(25, 26, SAME, 0.95),
      ...figure(71, 26, SAME, 0.95),
      ['white', box(8, 64, 34, 26, 4)],
      ['white', box(54, 64, 34, 26, 4)],
      ['sun', 'M8 68a4 4 0 0 1 4-4h26a4 4 0 0 1 4 4v5H8ZM54 68a4 4 0 0 1 4-4h26a4 4 0 0 1 4 4v5H54Z'],
      ['none', 'M20 82h.01M66 82h.01M76 82h.01'],
    ],
  },
  'help-train-staff': {
    keywords: ['learn', 'teach staff', 'know our ways', 'class'],
    art: [
      ...bubble(42, 4, 48, 34, 'left', 'white'),
      ...place(caravan(0, 0), 50, 8, 0.34),
      ...figure(24, 34, { skin: 'skin-4', top: 'clay', head: 'plait', hair: 'ink', turn: 1, mood: 'talk' }, 0.95),
      ...figure(24, 78, { skin: 'skin-3', top: 'sea', mood: 'away', hair: 'ink', head: 'bun' }, 0.72),
      ...figure(54, 78, { skin: 'skin-1', top: 'sea', mood: 'away', hair: 'grey' }, 0.72),
      ...figure(82, 78, { skin: 'skin-2', top: 'sea', mood: 'away', hair: 'brown', head: 'long' }, 0.72),
    ],
  },
} satisfies Record<string, Drawing>;
