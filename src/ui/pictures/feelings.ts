import { ring, type Art } from './strokes.ts';

const HEAD = ring(48, 50, 36);
const EYES = `${ring(36, 44, 3)}${ring(60, 44, 3)}`;

/** One head, eight faces. They differ in mouth and brows, never in colour alone; the word always stands beside them. */
export const FEELING_PICTURES = {
  good: [
    ['face', HEAD],
    ['ink', EYES],
    ['none', 'M31 58c6 14 28 14 34 0'],
  ],
  mixed: [
    ['face', HEAD],
    ['ink', EYES],
    ['none', 'M30 64c5-8 13-8 18-2s13 6 18-3'],
  ],
  bad: [
    ['face', HEAD],
    ['ink', EYES],
    ['none', 'M32 69c6-12 26-12 32 0'],
  ],
  worried: [
    ['face', HEAD],
    ['ink', EYES],
    ['none', 'M28 36c4-1 8-3 11-6M68 36c-4-1-8-3-11-6M34 66l5-4 6 4 6-4 6 4 5-4'],
  ],
  angry: [
    ['face', HEAD],
    ['ink', `${ring(37, 47, 3)}${ring(59, 47, 3)}`],
    ['none', 'M27 34l15 7M69 34l-15 7M35 68c5-7 21-7 26 0'],
  ],
  sad: [
    ['face', HEAD],
    ['ink', EYES],
    ['none', 'M29 37c3-3 6-4 10-4M67 37c-3-3-6-4-10-4M36 70c5-8 19-8 24 0'],
    ['sea', 'M64 51c4 5 5 7 5 9a5 5 0 0 1-10 0c0-2 1-4 5-9Z'],
  ],
  hopeful: [
    ['sun', 'M48 1v6M26 6l3 6M70 6l-3 6'],
    ['face', HEAD],
    ['ink', `${ring(38, 41, 3)}${ring(62, 41, 3)}`],
    ['none', 'M31 31c3-3 7-3 10-1M57 30c3-2 7-2 10 1M35 61c5 8 21 8 26 0'],
  ],
  unclear: [
    ['face', HEAD],
    ['none', 'M38 40a10 10 0 1 1 15 9c-4 2-5 4-5 8'],
    ['ink', ring(48, 68, 2.5)],
  ],
} satisfies Record<string, Art>;
