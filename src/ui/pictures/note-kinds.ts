import { SCENES } from './scenes.ts';
import { box, ring, type Art } from './strokes.ts';

/** What a map note tells, seen at a caravan step in bright light: one large thing each. */
export const NOTE_PICTURES = {
  strength: SCENES.tree,
  'trusted-place': [
    ['sun', 'M16 44L48 16l32 28v42H16Z'],
    ['sea', 'M6 46L48 8l42 38-6 6L48 20 12 52Z'],
    ['clay', 'M48 78S26 66 26 52a11 11 0 0 1 22-4a11 11 0 0 1 22 4c0 14-22 26-22 26Z'],
  ],
  service: SCENES.desk,
  barrier: [
    ['leaf', 'M4 82h88v8H4Z'],
    ['brown', box(8, 22, 12, 62, 3)],
    ['brown', box(76, 22, 12, 62, 3)],
    ['sun', box(14, 32, 68, 13, 3)],
    ['sun', box(14, 58, 68, 13, 3)],
    ['none', 'M32 32l-8 13M52 32l-8 13M72 32l-8 13M32 58l-8 13M52 58l-8 13M72 58l-8 13'],
  ],
  hazard: [
    ['sun', 'M48 8a7 7 0 0 1 6 3.5l35 64a7 7 0 0 1-6 10.5H13a7 7 0 0 1-6-10.5l35-64A7 7 0 0 1 48 8Z'],
    ['ink', 'M44 34h8l-2 26h-4Z'],
    ['ink', ring(48, 71, 4)],
  ],
  need: [
    ['skin-3', 'M8 64l18-6 20 2a6 6 0 0 1 0 12h-10 14l22-12a6.5 6.5 0 0 1 7 11L54 88a14 14 0 0 1-9 2L28 86l-20 4Z'],
    [
      'none',
      'M48 8a20 20 0 0 1 8 2M65 17a20 20 0 0 1 3 9M65 38a20 20 0 0 1-8 7M46 47a20 20 0 0 1-9-3M30 36a20 20 0 0 1-1-9M33 16a20 20 0 0 1 6-6',
    ],
    ['none', 'M48 19v18M39 28h18'],
  ],
  'how-to-find': [
    ['leaf', 'M4 82h88v8H4Z'],
    ['brown', box(43, 8, 10, 76, 3)],
    ['sun', 'M22 16h50l14 11-14 11H22Z'],
    ['sea', 'M74 46H26L12 57l14 11h48Z'],
  ],
  seen: [
    ['white', 'M4 40c20-32 68-32 88 0c-20 32-68 32-88 0Z'],
    ['sea', ring(44, 40, 16)],
    ['ink', ring(44, 40, 6)],
    ['sun', ring(72, 68, 20)],
    ['none', 'M72 56v13l8 6'],
  ],
} satisfies Record<string, Art>;
