import { box, ring } from '../strokes.ts';
import { place } from '../place.ts';
import { openDoor } from './props.ts';
import { chair, clock } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** How soon, how long, and what part of the day. */
export const TIME = {
  today: {
    keywords: ['now', 'urgent', 'soon', 'exclamation', 'clock'],
    art: () => [
      ...clock(42, 54, 36),
      ['clay', 'M70 4l21 36a4 4 0 0 1-4 6H53a4 4 0 0 1-4-6Z'],
      ['none', 'M70 18v12M70 38h.01'],
    ],
  },
  'this-week': {
    keywords: ['calendar', 'days', 'soon', 'seven'],
    art: () => [
      ['white', box(4, 18, 88, 62, 6)],
      ['sea', 'M4 24a6 6 0 0 1 6-6h76a6 6 0 0 1 6 6v12H4Z'],
      ['none', 'M24 10v16M72 10v16'],
      ['sun', 'M10 46h76v20H10Z'],
      ['none', 'M21 46v20M32 46v20M43 46v20M54 46v20M65 46v20M76 46v20'],
    ],
  },
  later: {
    keywords: ['not now', 'calm', 'sun', 'no hurry'],
    art: () => [
      ['none', 'M48 6v10M18 18l7 7M78 18l-7 7M6 48h10M80 48h10'],
      ['sun', 'M22 58a26 26 0 0 1 52 0Z'],
      ['sea', 'M4 58h88v28H4Z'],
      ['none', 'M14 70c8-5 14 5 22 0s14 5 22 0 14 5 22 0'],
    ],
  },
  'clock-short': {
    keywords: ['short wait', 'minutes', 'quick', 'chair'],
    art: () => [...clock(58, 36, 30, 8), ...chair(8, 48, 'sea')],
  },
  'clock-long': {
    keywords: ['long wait', 'too long', 'hour', 'chair'],
    art: () => [...clock(58, 36, 30, 45), ...chair(8, 48, 'sea')],
  },
  'clocks-many': {
    keywords: ['far too long', 'hours', 'very long wait', 'clocks'],
    art: () => [...clock(26, 26, 21, 50), ...clock(72, 30, 21, 50), ...clock(64, 72, 21, 50), ...chair(8, 50, 'sea')],
  },
  'no-wait': {
    keywords: ['straight in', 'open door', 'quick', 'at once'],
    mirrors: true,
    art: () => [...place(openDoor(0, 0), 92, 4, 1, true), ['leaf', 'M4 40h30V26l22 22-22 22V56H4Z']],
  },
  'night-moon': {
    keywords: ['dark', 'evening', 'moon', 'after dark'],
    art: () => [
      ['deep', box(5, 5, 86, 86, 8)],
      ['sun', 'M56 16a32 32 0 1 0 24 46A27 27 0 0 1 56 16Z'],
      ['white', `${ring(72, 24, 3)}${ring(80, 44, 2)}${ring(20, 22, 2)}`],
    ],
  },
  'day-sun': {
    keywords: ['daytime', 'light', 'morning', 'sun'],
    art: () => [
      ['none', 'M48 4v12M48 80v12M4 48h12M80 48h12M17 17l8 8M71 71l8 8M17 79l8-8M71 25l8-8'],
      ['sun', ring(48, 48, 22)],
    ],
  },
} satisfies Record<string, Drawing>;
