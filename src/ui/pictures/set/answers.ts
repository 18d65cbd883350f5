import { figure } from '../figure.ts';
import { box, bubble, ring } from '../strokes.ts';
import { cross, question, restingHand, tick } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** An open palm, fingers together. */
export const PALM =
  'M36 60l-8-9a4.5 4.5 0 0 1 7-5.5L38 49V31a4 4 0 0 1 8 0V26a4 4 0 0 1 8 0v4a4 4 0 0 1 8 0v6a4 4 0 0 1 8 0V58c0 10-6 17-15 17h-4c-7 0-11-6-15-15Z';

/** What one can always answer, and where one can always go. */
export const ANSWERS = {
  yes: {
    keywords: ['tick', 'right', 'agree', 'correct'],
    art: () => [['leaf', ring(48, 48, 40)], ...tick(46, 48, 1.15)],
  },
  no: {
    keywords: ['cross', 'disagree', 'refuse', 'not'],
    art: () => [['clay', box(9, 9, 78, 78, 10)], ...cross(48, 48, 1.15)],
  },
  'not-sure': {
    keywords: ['question', 'unsure', 'maybe', 'do not know'],
    art: () => [
      ...figure(36, 46, { skin: 'skin-2', top: 'sea', head: 'short', mood: 'unsure' }, 1.25),
      ...question(78, 30, 1.35),
    ],
  },
  some: {
    keywords: ['half', 'sometimes', 'partly', 'in between'],
    art: () => [
      ['white', ring(48, 48, 40)],
      ['amount', 'M8 48a40 40 0 0 0 80 0Z'],
    ],
  },
  'a-bit': {
    keywords: ['little', 'small amount', 'partly', 'some'],
    art: () => [
      ['white', ring(48, 48, 40)],
      ['amount', 'M15 71a40 40 0 0 0 66 0Z'],
    ],
  },
  skip: {
    keywords: ['leave out', 'jump', 'next question', 'pass'],
    mirrors: true,
    art: () => [
      ['sea', 'M38 56h22v30H38Z'],
      ['none', 'M6 86h84'],
      ['sun', 'M10 70c0-60 52-62 64-26l9-4-7 26-22-15 9-4C56 26 24 26 22 70Z'],
    ],
  },
  stop: {
    keywords: ['hand', 'end', 'finish', 'enough', 'palm'],
    art: () => [
      ['clay', 'M31 5h34l26 26v34L65 91H31L5 65V31Z'],
      ['white', PALM],
      ['none', 'M46 31v16M54 30v17M62 34v14'],
    ],
  },
  listen: {
    keywords: ['sound', 'loudspeaker', 'hear', 'play', 'aloud'],
    art: () => [
      ['sun', 'M8 36h18l26-22v68L26 60H8Z'],
      ['none', 'M26 36v24M63 36c6 7 6 17 0 24M73 26c12 13 12 31 0 44'],
    ],
  },
  back: {
    keywords: ['arrow', 'before', 'return', 'previous'],
    mirrors: true,
    art: () => [['sea', 'M6 48l36-34v20h46v28H42v20Z']],
  },
  next: {
    keywords: ['arrow', 'forward', 'continue', 'go on'],
    mirrors: true,
    art: () => [['leaf', 'M90 48L54 14v20H8v28h46v20Z']],
  },
  keep: {
    keywords: ['save', 'hold', 'hand over box', 'store'],
    art: () => [
      ['sun', box(10, 40, 66, 50, 4)],
      ...bubble(26, 54, 34, 18, 'left', 'white'),
      ...restingHand(90, 6, 'skin-4', 'deep'),
    ],
  },
  'throw-away': {
    keywords: ['bin', 'delete', 'rubbish', 'remove'],
    art: () => [
      ...bubble(28, 4, 38, 20, 'left', 'white'),
      ['grey', 'M20 44h56l-6 46H26Z'],
      ['grey', box(14, 36, 68, 10, 3)],
      ['none', 'M36 56l2 24M48 56v24M60 56l-2 24'],
    ],
  },
  pointed: {
    keywords: ['selected', 'chosen', 'ring', 'pick'],
    art: () => [
      ['white', ring(48, 48, 40)],
      ['deep', ring(48, 48, 22)],
    ],
  },
} satisfies Record<string, Drawing>;
