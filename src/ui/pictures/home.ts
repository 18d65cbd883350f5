import { box, bubble, person, ring, type Art } from './strokes.ts';

/** The four things to do that stand on home: apart from the rest, which home need not carry. */
export const HOME_PICTURES = {
  conversation: [
    ...person(22, 52, 'skin-2', 'sun'),
    ...person(74, 52, 'skin-1', 'sea'),
    ...bubble(18, 8, 34, 22, 'left', 'white'),
    ...bubble(46, 16, 34, 22, 'right', 'sun'),
    ['none', 'M27 19h16M55 27h16'],
  ],
  'quick-note': [
    ['sun', box(16, 14, 54, 70, 6)],
    ['white', box(22, 22, 42, 54, 3)],
    ['none', 'M30 36h26M30 46h26M30 56h14'],
    ['clay', 'M54 74l4-14 24-24 10 10-24 24Z'],
    ['none', 'M76 42l10 10M58 60l10 10'],
  ],
  'immediate-need': [
    ['skin-2', 'M8 60l18-6 20 2a6 6 0 0 1 0 12h-10 14l22-12a6.5 6.5 0 0 1 7 11L54 84a14 14 0 0 1-9 2L28 82l-20 4Z'],
    ['sun', 'M48 46S30 36 30 23a9.5 9.5 0 0 1 18-5a9.5 9.5 0 0 1 18 5c0 13-18 23-18 23Z'],
  ],
  promise: [
    ...bubble(8, 12, 62, 44, 'left', 'sun'),
    ['none', 'M22 28h34M22 40h18'],
    ['deep', ring(68, 64, 22)],
    ['white', 'M55 63l4-4 6 6 13-14 5 4-18 20Z'],
  ],
} satisfies Record<string, Art>;
