import { box, bubble, person, ring, type Art } from './strokes.ts';

/** Whose words these are. Different people, no one skin or dress as the usual one. */
export const VOICE_PICTURES = {
  own: [...person(36, 46, 'skin-2', 'sun'), ...bubble(52, 8, 38, 24, 'left', 'white'), ['none', 'M61 17h20M61 24h12']],
  'helped-reading': [
    ...person(28, 36, 'skin-1', 'sea'),
    ...person(68, 36, 'skin-3', 'clay'),
    ['white', 'M48 64c-8-5-18-5-26-2v24c8-3 18-3 26 2c8-5 18-5 26-2V62c-8-3-18-3-26 2Z'],
    ['none', 'M48 64v24M29 69c4-1 8-1 12 1M67 69c-4-1-8-1-12 1'],
  ],
  'helped-choosing': [
    ...person(28, 30, 'skin-3', 'leaf'),
    ...person(68, 30, 'skin-2', 'sea'),
    ['white', box(12, 62, 32, 26, 5)],
    ['sun', box(52, 62, 32, 26, 5)],
    ['none', 'M60 75l6 6 11-12M28 75h.01'],
  ],
  interpreted: [
    ...person(22, 56, 'skin-1', 'clay'),
    ...person(74, 56, 'skin-3', 'sun'),
    ...bubble(6, 10, 38, 22, 'left', 'white'),
    ...bubble(52, 10, 38, 22, 'right', 'sea'),
    ['none', 'M16 21h18M62 18c3 5 6-3 9 2s6-3 9 2M44 74h8m-3-3 3 3-3 3'],
  ],
  'proxy-family': [
    ...person(30, 44, 'skin-2', 'sea'),
    ...person(66, 56, 'skin-2', 'sun'),
    ...bubble(42, 6, 46, 24, 'left', 'white'),
    ['clay', 'M65 25s-8-4-8-9a4.5 4.5 0 0 1 8-3a4.5 4.5 0 0 1 8 3c0 5-8 9-8 9Z'],
  ],
  'proxy-worker': [
    ...person(34, 46, 'skin-1', 'deep'),
    ['white', box(22, 62, 14, 18, 2)],
    ['none', 'M29 57v5M26 68h6M26 73h6'],
    ...bubble(50, 8, 40, 24, 'left', 'white'),
    ['none', 'M60 20h.01M70 20h.01M80 20h.01'],
  ],
  observed: [
    ['white', 'M6 48c20-30 64-30 84 0c-20 30-64 30-84 0Z'],
    ['sea', ring(48, 48, 16)],
    ['ink', ring(48, 48, 6)],
    ['none', 'M20 24l-5-7M48 16V8M76 24l5-7'],
  ],
} satisfies Record<string, Art>;
