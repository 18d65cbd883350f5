import { figure } from '../figure.ts';
import { SCENES } from '../scenes.ts';
import { box, ring } from '../strokes.ts';
import type { Drawing } from './drawing.ts';

/** What is done for health, and how it feels. What the notes show too is drawn once for both. */
export const HEALTH = {
  medicine: { keywords: ['tablets', 'pills', 'prescription', 'bottle'], art: () => SCENES.medicine },
  appointment: { keywords: ['calendar', 'booking', 'date', 'clock'], art: () => SCENES.appointment },
  pain: {
    keywords: ['hurt', 'ache', 'sore', 'ill'],
    art: () => [
      ...figure(38, 46, { skin: 'skin-4', top: 'leaf', head: 'short', hair: 'ink', mood: 'worried' }, 1.25),
      ['clay', 'M78 4L58 32h12l-8 22 26-30H76l10-18Z'],
    ],
  },
  'check-up': { keywords: ['stethoscope', 'test', 'examine', 'results'], art: () => SCENES.stethoscope },
  vaccine: {
    keywords: ['jab', 'injection', 'needle', 'immunisation'],
    art: () => [
      ['none', 'M10 86l20-20M74 12l12 12M66 20l10 10M80 18l-9 8'],
      ['white', 'M28 54l28-28 16 16-28 28Z'],
      ['sea', 'M28 54l14-14 16 16-14 14Z'],
      ['none', 'M24 58l16 16M46 36l5 5M38 44l5 5'],
    ],
  },
  'eye-care': {
    keywords: ['eyes', 'glasses', 'optician', 'sight'],
    art: () => [
      ['white', 'M4 44c20-30 68-30 88 0c-20 30-68 30-88 0Z'],
      ['sea', ring(48, 44, 17)],
      ['ink', ring(48, 44, 6)],
      ['none', 'M22 78a8 8 0 1 0 16 0a8 8 0 1 0-16 0ZM58 78a8 8 0 1 0 16 0a8 8 0 1 0-16 0ZM38 78c4-4 16-4 20 0'],
    ],
  },
  sleep: {
    keywords: ['bed', 'rest', 'tired', 'night'],
    art: () => [
      ['sun', 'M72 6a18 18 0 1 0 16 26A15 15 0 0 1 72 6Z'],
      ['none', 'M6 44v46M90 66v24'],
      ['white', box(10, 54, 26, 16, 6)],
      ['skin-3', ring(27, 54, 11)],
      ['fine', 'M20 54c1 2 4 2 5 0M29 54c1 2 4 2 5 0M25 60c1 1 3 1 4 0'],
      ['plum', 'M34 54h44a12 12 0 0 1 12 12v14H6V68h28Z'],
    ],
  },
  privacy: { keywords: ['curtain', 'private', 'dignity', 'alone'], art: () => SCENES.curtain },
  information: { keywords: ['leaflet', 'explain', 'facts', 'tell me'], art: () => SCENES.leaflet },
  'going-home': {
    keywords: ['discharge', 'leave hospital', 'after care', 'home'],
    mirrors: true,
    art: () => SCENES.leaving,
  },
  'hospital-meal': { keywords: ['dinner', 'plate', 'eat', 'knife and fork'], art: () => SCENES.meal },
  heating: { keywords: ['radiator', 'warm', 'cold home', 'energy'], art: () => SCENES.heater },
} satisfies Record<string, Drawing>;
