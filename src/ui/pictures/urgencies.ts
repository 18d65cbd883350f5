import { box, ring, type Art } from './strokes.ts';

/** How soon: the sun of today, seven days with some filled, a month's sheet. */
export const URGENCY_PICTURES = {
  today: [
    ['sun', ring(48, 46, 20)],
    ['none', 'M48 10v8M48 74v8M12 46h8M76 46h8M22 20l6 6M68 66l6 6M22 72l6-6M68 26l6-6'],
    ['none', 'M48 34v13l8 6'],
  ],
  'this-week': [
    ['white', box(8, 24, 80, 48, 6)],
    ['sun', 'M14 30h34v36H14Z'],
    ['none', 'M25 30v36M37 30v36M48 30v36M60 30v36M71 30v36M24 16v12M72 16v12'],
  ],
  soon: [
    ['white', box(14, 18, 68, 64, 6)],
    ['sea', 'M14 24a6 6 0 0 1 6-6h56a6 6 0 0 1 6 6v12H14Z'],
    ['none', 'M30 10v14M66 10v14'],
    ['none', 'M28 50h.01M42 50h.01M56 50h.01M70 50h.01M28 66h.01M42 66h.01M56 66h.01'],
    ['sun', ring(68, 67, 7)],
  ],
} satisfies Record<string, Art>;
