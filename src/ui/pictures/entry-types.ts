import { box, person, ring, type Art } from './strokes.ts';

/** What stands in the directory: places, people together, and who opens doors. No one dress is the usual one. */
export const ENTRY_PICTURES = {
  venue: [
    ['leaf', 'M4 78h88v10H4Z'],
    ['sea', 'M14 38h44v42H14Z'],
    ['clay', 'M8 40l28-22 28 22-5 6-23-18-23 18Z'],
    ['deep', box(29, 56, 14, 24, 2)],
    ['sun', 'M76 70S60 52 60 38a16 16 0 0 1 32 0c0 14-16 32-16 32Z'],
    ['white', ring(76, 38, 6)],
  ],
  group: [...person(26, 38, 'skin-3', 'sea'), ...person(70, 38, 'skin-1', 'clay'), ...person(48, 54, 'skin-2', 'sun')],
  network: [
    ['none', 'M48 24L20 70M48 24l28 46M20 70h56'],
    ['sun', ring(48, 22, 16)],
    ['sea', ring(20, 72, 16)],
    ['clay', ring(76, 72, 16)],
    ['skin-2', ring(48, 19, 6)],
    ['skin-3', ring(20, 69, 6)],
    ['skin-1', ring(76, 69, 6)],
    ['none', 'M39 33c2-8 16-8 18 0M11 83c2-8 16-8 18 0M67 83c2-8 16-8 18 0'],
  ],
  community: [
    ['leaf', 'M4 80h88v10H4Z'],
    ['sun', 'M6 46l20-20 20 20v36H6Z'],
    ['sea', 'M50 46l20-20 20 20v36H50Z'],
    ['white', box(18, 48, 14, 12, 2)],
    ['white', box(62, 48, 14, 12, 2)],
    ...person(48, 54, 'skin-3', 'clay'),
  ],
  gatekeeper: [
    ['brown', 'M8 8h46v80H8Z'],
    ['white', 'M14 14h34v74H14Z'],
    ['sea', 'M14 14l24 9v65H14Z'],
    ['ink', ring(32, 55, 2.5)],
    ...person(68, 46, 'skin-2', 'sun'),
    ['none', 'M54 68l-10-6'],
  ],
} satisfies Record<string, Art>;
