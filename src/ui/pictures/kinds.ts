import { HOME_PICTURES } from './home.ts';
import { box, bubble, person, ring, type Art } from './strokes.ts';

/** What one can do here: the pictures of every list of records. */
export const KIND_PICTURES = {
  ...HOME_PICTURES,
  'no-thanks': [...person(36, 48, 'skin-3', 'leaf'), ...bubble(50, 10, 38, 26, 'left', 'white'), ['none', 'M60 23h18']],
  /** A place found: a pin in a folded map. */
  place: [
    ['leaf', 'M8 32l26-8v56l-26 8ZM34 24l28 8v56l-28-8ZM62 32l26-8v56l-26 8Z'],
    ['sea', 'M34 24l28 8v56l-28-8Z'],
    ['clay', 'M48 64S30 44 30 28a18 18 0 0 1 36 0c0 16-18 36-18 36Z'],
    ['white', ring(48, 27, 7)],
  ],
  /** Something written on the map. */
  'map-note': [
    ['leaf', 'M8 32l26-8v56l-26 8ZM34 24l28 8v56l-28-8ZM62 32l26-8v56l-26 8Z'],
    ['sun', 'M34 24l28 8v56l-28-8Z'],
    ...bubble(36, 6, 52, 36, 'left', 'white'),
    ['none', 'M48 19h28M48 29h18'],
  ],
  /** A tablet with four picture cards, one of them chosen. */
  'survey-response': [
    ['deep', box(14, 6, 68, 84, 8)],
    ['white', box(21, 14, 54, 62, 3)],
    ['sun', ring(35, 30, 9)],
    ['leaf', 'M52 40l10-20 10 20Z'],
    ['sea', box(26, 50, 18, 18, 3)],
    ['clay', ring(62, 59, 9)],
    ['none', 'M57 59l4 4 7-8'],
    ['white', ring(48, 83, 3)],
  ],
  visit: [
    ['leaf', 'M4 76h88v12H4Z'],
    ['sea', 'M14 40a8 8 0 0 1 8-8h40a12 12 0 0 1 12 12v24H14Z'],
    ['white', box(23, 41, 16, 12, 2)],
    ['sun', box(49, 42, 15, 26, 2)],
    ['white', ring(32, 70, 8)],
    ['none', 'M74 68h12M14 58h35'],
    ['clay', 'M78 36s-11-9-11-17a11 11 0 0 1 22 0c0 8-11 17-11 17Z'],
    ['white', ring(78, 19, 4)],
  ],
  withdrawal: [
    ['white', 'M22 8h38l16 16v64H22Z'],
    ['none', 'M60 8v16h16M32 40h32M32 52h32'],
    ['clay', ring(66, 72, 18)],
    ['none', 'M59 65l14 14M73 65L59 79'],
  ],
  /** Nothing here: a calm landscape for empty places. */
  nothing: [
    ['sun', ring(66, 28, 12)],
    ['sea', 'M4 62c18-22 32-16 44-4c10-10 26-14 44 2v26H4Z'],
    ['leaf', 'M4 72c20-8 36-6 50 0s24 4 38-2v16H4Z'],
  ],
} satisfies Record<string, Art>;
