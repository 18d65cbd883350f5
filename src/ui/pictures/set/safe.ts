import { figure, type Look } from '../figure.ts';
import { box, ring, type Art } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

const DAY: Art = [
  ['none', 'M74 3v4M74 39v4M54 23h4M90 23h4M60 9l3 3M88 37l-3-3M60 37l3-3M88 9l-3 3'],
  ['sun', ring(74, 23, 10)],
];
const NIGHT: Art = [
  ['deep', box(4, 4, 88, 88, 6)],
  ['sun', 'M78 12a14 14 0 1 0 12 22A12 12 0 0 1 78 12Z'],
  ['white', `${ring(18, 16, 2)}${ring(50, 14, 2)}`],
];

/** The same three people by day and by night: calm, unsure, worried. */
const CALM: Look = { skin: 'skin-2', top: 'leaf', head: 'long', hair: 'ink', mood: 'smile' };
const UNSURE: Look = { skin: 'skin-1', top: 'sun', head: 'bald', mood: 'unsure' };
const WORRIED: Look = { skin: 'skin-4', top: 'clay', head: 'short', hair: 'brown', mood: 'worried' };

const calm = (x: number): Art => figure(x, 46, CALM, 1.25);
/** A shape beside the head says it too, for those to whom a small face says little. */
const unsure = (x: number): Art => [
  ...figure(x, 46, UNSURE, 1.25),
  ['white', ring(16, 19, 13)],
  ['none', 'M12 15a4 4 0 1 1 6 4c-2 1-2 2-2 3M16 27h.01'],
];
const worried = (x: number): Art => [
  ...figure(x, 46, WORRIED, 1.25),
  ['white', 'M15 5l12 23H3Z'],
  ['none', 'M15 14v6M15 24h.01'],
];

/** How safe it feels, by day and after dark. */
export const SAFE = {
  'safe-day-yes': { keywords: ['safe by day', 'calm', 'sun', 'secure'], art: () => [...DAY, ...calm(36)] },
  'safe-day-some': { keywords: ['sometimes safe', 'unsure', 'sun', 'daytime'], art: () => [...DAY, ...unsure(36)] },
  'safe-day-no': { keywords: ['not safe by day', 'worried', 'sun', 'afraid'], art: () => [...DAY, ...worried(36)] },
  'safe-night-yes': { keywords: ['safe after dark', 'calm', 'moon', 'secure'], art: () => [...NIGHT, ...calm(38)] },
  'safe-night-some': {
    keywords: ['sometimes safe', 'unsure', 'moon', 'after dark'],
    art: () => [...NIGHT, ...unsure(38)],
  },
  'safe-night-no': {
    keywords: ['not safe after dark', 'worried', 'moon', 'afraid'],
    art: () => [...NIGHT, ...worried(38)],
  },
} satisfies Record<string, Drawing>;
