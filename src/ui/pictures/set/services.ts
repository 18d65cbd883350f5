import { figure, standing } from '../figure.ts';
import { place } from '../place.ts';
import { box, ring } from '../strokes.ts';
import { heart, hospitalSign, house, phone, pin } from './props.ts';
import { chair, cross } from './signs.ts';
import type { Drawing } from './drawing.ts';

/** Where care comes from. */
export const SERVICES = {
  'doctor-house-pin': {
    keywords: ['GP', 'surgery', 'registered', 'near home'],
    art: () => [...house(4, 12, 0.9), ...pin(70, 92, 1)],
  },
  'doctor-patient': {
    keywords: ['appointment', 'consultation', 'seen', 'care'],
    art: () => [
      ...figure(
        26,
        40,
        { skin: 'skin-3', top: 'white', head: 'short', hair: 'grey', turn: 1, wears: ['stethoscope'] },
        1.1,
      ),
      ...figure(71, 48, { skin: 'skin-1', top: 'plum', head: 'cap', hair: 'deep', turn: -1 }, 0.9),
      ['sea', 'M4 82h88v10H4Z'],
    ],
  },
  'desk-closed': {
    keywords: ['refused', 'said no', 'reception', 'shut'],
    art: () => [
      ['white', box(10, 6, 76, 52, 3)],
      ['grey', 'M10 6h76v40H10Z'],
      ['none', 'M10 16h76M10 26h76M10 36h76'],
      ['clay', box(33, 10, 30, 30, 4)],
      ...cross(48, 25, 0.5),
      ['sun', box(4, 56, 88, 34, 3)],
    ],
  },
  doctor: {
    keywords: ['GP', 'surgery', 'physician', 'medicine'],
    art: () =>
      figure(48, 36, { skin: 'skin-2', top: 'white', head: 'headscarf', hair: 'sea', wears: ['stethoscope'] }, 1.5),
  },
  dentist: {
    keywords: ['tooth', 'teeth', 'mouth', 'pain'],
    art: () => [
      [
        'white',
        'M40 20c8-8 30-10 32 14c1 18-8 24-10 42c-1 14-12 14-14 0c-1-9-3-16-8-16s-7 7-8 16c-2 14-13 14-14 0C16 58 7 52 8 34c2-24 24-22 32-14Z',
      ],
      ['none', 'M20 32c1-5 4-7 9-7'],
      ['grey', ring(80, 30, 9)],
      ['none', 'M80 39v50'],
    ],
  },
  chemist: {
    keywords: ['pharmacy', 'medicine', 'prescription', 'tablets'],
    art: () => [
      ['white', 'M8 38h80v50H8Z'],
      ['leaf', 'M10 20h76l8 20H2Z'],
      ['none', 'M27 20l-6 20M44 20l-3 20M58 20v20M72 20l6 20'],
      ['sun', box(18, 58, 28, 30, 4)],
      ['white', box(15, 48, 34, 12, 3)],
      ['clay', 'M58 72l12-12a8 8 0 0 1 11 11L69 83a8 8 0 0 1-11-11Z'],
      ['none', 'M64 66l11 11'],
    ],
  },
  'hospital-ae': {
    keywords: ['A&E', 'emergency', 'casualty', 'urgent'],
    art: () => [
      ['white', box(4, 6, 58, 84, 3)],
      ...hospitalSign(33, 26, 0.85),
      ['sea', 'M13 52h10v10H13ZM13 70h10v10H13Z'],
      ['white', 'M30 56h36l18 16 8 4v12H30Z'],
      ['sea', 'M66 60l14 13H66Z'],
      ['clay', 'M30 70h36v8H30ZM44 48h12v8H44Z'],
      ['grey', `${ring(44, 86, 6)}${ring(78, 86, 6)}`],
      ['none', 'M66 44l5-5M72 52l8-3M66 34v-5'],
    ],
  },
  hospital: {
    keywords: ['ward', 'bed', 'in-patient', 'building'],
    art: () => [
      ['white', 'M26 6h44v30h22v54H4V36h22Z'],
      ...hospitalSign(48, 26, 0.8),
      ['sea', 'M12 46h12v10H12ZM12 66h12v10H12ZM72 46h12v10H72ZM72 66h12v10H72ZM34 48h10v8H34ZM52 48h10v8H52Z'],
      ['deep', box(38, 66, 20, 24, 2)],
    ],
  },
  'baby-care': {
    keywords: ['maternity', 'pregnancy', 'midwife', 'newborn'],
    art: () => [
      ...figure(46, 34, { skin: 'skin-3', top: 'clay', head: 'bun', hair: 'ink' }, 1.4),
      ['sun', 'M30 56h42a17 17 0 0 1 0 34H32a17 17 0 0 1-2-34Z'],
      ['skin-3', ring(33, 73, 11)],
      ['fine', 'M27 73c1 2 3 2 4 0M35 73c1 2 3 2 4 0M31 79c1 1 3 1 4 0'],
      ['none', 'M54 60c-4 8-4 18 0 26'],
    ],
  },
  'mental-health': {
    keywords: ['mind', 'feelings', 'worry', 'counselling'],
    art: () => [
      ['skin-4', 'M28 90V70C14 62 8 50 12 34C18 10 50 2 68 16c12 9 14 22 12 32l8 14h-9v8a9 9 0 0 1-9 9h-8v11Z'],
      ['white', 'M28 48a10 10 0 0 1 3-19a14 14 0 0 1 26 2a9 9 0 0 1 0 17Z'],
      ...heart(42, 72, 0.55),
    ],
  },
  'nurse-home': {
    keywords: ['district nurse', 'home visit', 'community', 'carer'],
    art: () => [
      ...house(3, 4, 0.82, 'leaf'),
      ...figure(66, 54, { skin: 'skin-1', top: 'sea', head: 'plait', hair: 'brown', wears: ['scrubs'] }, 1),
    ],
  },
  ambulance: {
    keywords: ['paramedic', '999', 'emergency', 'hospital transport'],
    art: () => [
      ['white', 'M4 26h54v50H4ZM58 38h18l16 18v20H58Z'],
      ['sea', 'M65 44h9l10 12H65Z'],
      ['lime', 'M4 56h54v10H4Z'],
      ...heart(31, 52, 0.7),
      ['sea', box(34, 17, 16, 9, 3)],
      ['grey', `${ring(22, 76, 9)}${ring(74, 76, 9)}`],
      ['none', 'M28 12l-4-5M42 10V4M56 12l4-5'],
    ],
  },
  'service-other': {
    keywords: ['something else', 'another', 'different', 'more'],
    art: () => [
      ['white', 'M8 42L48 8l40 34v48H8Z'],
      ['sun', 'M4 42L48 4l44 38-6 7-38-32L10 49Z'],
      ['deep', `${ring(28, 66, 6)}${ring(48, 66, 6)}${ring(68, 66, 6)}`],
    ],
  },
  'phone-111': {
    keywords: ['call', 'advice', 'NHS 111', 'ring'],
    art: () => [
      ...phone(20, 3, 1.27),
      ['none', 'M31 34l5-4v24M42 34l5-4v24M53 34l5-4v24'],
      ['none', 'M10 30c-5 10-5 20 0 30M86 30c5 10 5 20 0 30'],
    ],
  },
  family: {
    keywords: ['friends', 'relatives', 'parents', 'people close'],
    art: () => [
      ...standing(22, 20, { skin: 'skin-2', top: 'leaf', head: 'short', hair: 'ink' }, 0.78),
      ...standing(76, 20, { skin: 'skin-4', top: 'plum', head: 'bun', hair: 'brown', dress: true }, 0.76),
      ...standing(49, 46, { skin: 'skin-2', top: 'sun', head: 'curls', hair: 'ink' }, 0.5),
    ],
  },
  'empty-chair': {
    keywords: ['nobody', 'no one', 'alone', 'absent'],
    art: () => [['none', 'M6 90h84'], ...place(chair(0, 0, 'sea'), 24, 5, 1.85)],
  },
} satisfies Record<string, Drawing>;
