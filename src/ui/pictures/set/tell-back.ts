import { figure } from '../figure.ts';
import { place } from '../place.ts';
import { box, bubble, ring } from '../strokes.ts';
import { caravan, phone, house } from './props.ts';
import { cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** How somebody hears what came of their words. */
export const TELL_BACK = {
  'tell-visit': {
    keywords: ['come back', 'car', 'caravan', 'visit again'],
    art: () => [
      ['leaf', 'M4 54h88v37H4Z'],
      ...caravan(34, 2, 0.62),
      ['sun', 'M6 68c2-2 4-2 8-2l8-14h24l12 14c6 0 10 2 10 8v10H6Z'],
      ['white', 'M24 58h8v8H19ZM38 58h7l6 8H38Z'],
      ['grey', `${ring(20, 82, 8)}${ring(54, 82, 8)}`],
    ],
  },
  'tell-voice': {
    keywords: ['voice message', 'sound', 'recording', 'listen'],
    art: () => [
      ...bubble(4, 10, 88, 58, 'left', 'sea'),
      ['sun', 'M14 28l20 11-20 11Z'],
      ['none', 'M44 34v10M54 26v26M64 30v18M74 22v34M83 34v10'],
    ],
  },
  'tell-call': {
    keywords: ['phone', 'ring me', 'telephone', 'speak'],
    art: () => [
      ['leaf', 'M26 6l12 20-10 10c6 14 18 26 32 32l10-10 20 12c-2 12-10 20-22 20C36 88 8 60 6 28C6 16 14 8 26 6Z'],
      ['none', 'M58 8c16 2 28 14 30 30M56 24c8 1 15 8 16 16'],
    ],
  },
  'tell-person': {
    keywords: ['someone I trust', 'friend', 'pass on', 'two people'],
    art: () => [
      ...bubble(40, 4, 46, 26, 'left', 'sun'),
      ...figure(
        26,
        52,
        { skin: 'skin-2', top: 'sea', head: 'turban', hair: 'clay', wears: ['beard'], beard: 'grey', turn: 1 },
        1.05,
      ),
      ...figure(72, 56, { skin: 'skin-2', top: 'leaf', head: 'short', hair: 'ink', turn: -1 }, 1),
    ],
  },
  'tell-picture-letter': {
    keywords: ['post', 'easy read letter', 'envelope', 'card'],
    art: () => [
      ['white', 'M18 6h60v50H18Z'],
      ...place(house(0, 0), 28, 12, 0.46),
      ['sea', 'M6 40l42 26 42-26v50H6Z'],
      ['none', 'M6 90l30-32M90 90L60 58'],
    ],
  },
  'tell-no': {
    keywords: ['no need', 'do not tell', 'nothing', 'no contact'],
    art: () => [...phone(8, 10, 1), ['clay', box(42, 42, 48, 48, 6)], ...cross(66, 66, 0.75)],
  },
} satisfies Record<string, Drawing>;
