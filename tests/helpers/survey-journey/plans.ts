import { SMALL_TABLET, WIDE_TABLET } from '../browser.ts';
import type { Hands } from './hands.ts';
import type { Reader } from './words.ts';

/** What is said to one question. `on`: nothing is touched but "Next". */
export type Say =
  | { readonly one: string }
  | { readonly some: readonly string[] }
  | { readonly words: string; readonly some?: readonly string[] }
  | { readonly voice: true; readonly some?: readonly string[] }
  | { readonly piles: readonly ('lot' | 'bit' | 'no')[] }
  | 'not-sure'
  | 'skipped'
  | 'on';

export type SurveyId = 'getting-to-see-a-doctor' | 'how-was-your-care' | 'what-matters-here';

/** Own words cannot be written with switches alone: they are spoken, or pictures are taken. */
export function saidTo(survey: SurveyId, hands: Hands['name'], own: string): Readonly<Record<string, Say>> {
  const bySwitch = hands === 'switch' || hands === 'two-switches';
  switch (survey) {
    case 'getting-to-see-a-doctor':
      return {
        D1: bySwitch ? { some: ['nothing'] } : { words: own },
        D2: { one: 'today' },
        D3: { one: 'refused' },
        D4: { one: 'ae' },
        D5: { some: ['phone', 'papers'] },
        D6: { one: 'some' },
        D7: { one: '111' },
        D8: { some: ['nurse', 'same'] },
        D9: 'not-sure',
        D10: 'skipped',
      };
    case 'how-was-your-care':
      return {
        F1: { one: 'ae' },
        F2: { one: '4' },
        F3: bySwitch ? { voice: true } : { words: own },
        F4: { one: 'bit' },
        F5: 'not-sure',
        F6: { one: 'notasked' },
        F7: { one: 'yes' },
        F8: { one: 'vlong' },
        F9: 'skipped',
        F10: 'on',
      };
    case 'what-matters-here':
      return {
        W1: bySwitch ? { voice: true, some: ['people', 'green'] } : { words: own, some: ['people', 'green'] },
        W2: { piles: ['lot', 'bit', 'lot', 'no', 'lot', 'bit', 'no', 'lot', 'bit', 'no', 'bit', 'no'] },
        W3: 'not-sure',
        W4: { some: ['nowhere'] },
        W5: { some: ['carers', 'men'] },
        W6: { one: 'yes' },
        W7: { one: 'some' },
        W8: { one: 'hard' },
        W9: 'skipped',
        W10: { one: 'maybe' },
      };
  }
}

const EN: Reader = { language: 'en', layer: 'standard' };
const EASY: Reader = { language: 'en', layer: 'easy' };
const AR: Reader = { language: 'ar', layer: 'standard' };

/** One way through one survey. */
export interface Run {
  readonly survey: SurveyId;
  readonly reader: Reader;
  readonly size: { readonly width: number; readonly height: number };
  /** The battery dies as soon as the question behind this one shows. */
  readonly diesAfter: string;
  /** At this question another language is chosen, and the first one again. */
  readonly looksAt?: { readonly at: string; readonly reader: Reader };
  /** From the check one answer is changed. */
  readonly changes?: { readonly code: string; readonly to: string };
  /** Axe looks at every screen. */
  readonly axe?: true;
  /** The tablet is left alone here, and somebody tries to get out. */
  readonly leftAt?: string;
  readonly aboutYou?: true;
}

/**
 * Every survey by every way of working it, so that each language and each size meets each survey, each way of working
 * and one another.
 */
export const RUNS: Readonly<Record<Hands['name'], readonly Run[]>> = {
  touch: [
    {
      survey: 'getting-to-see-a-doctor',
      reader: EN,
      size: SMALL_TABLET,
      diesAfter: 'D4',
      changes: { code: 'D3', to: 'no' },
      leftAt: 'D6',
      axe: true,
    },
    { survey: 'how-was-your-care', reader: EASY, size: WIDE_TABLET, diesAfter: 'F3', aboutYou: true },
    {
      survey: 'what-matters-here',
      reader: AR,
      size: WIDE_TABLET,
      diesAfter: 'W2',
      looksAt: { at: 'W5', reader: EN },
    },
  ],
  keyboard: [
    { survey: 'getting-to-see-a-doctor', reader: EASY, size: WIDE_TABLET, diesAfter: 'D1', leftAt: 'D7' },
    {
      survey: 'how-was-your-care',
      reader: AR,
      size: SMALL_TABLET,
      diesAfter: 'F8',
      looksAt: { at: 'F4', reader: EASY },
      axe: true,
      changes: { code: 'F4', to: 'no' },
    },
    { survey: 'what-matters-here', reader: EN, size: WIDE_TABLET, diesAfter: 'W6', aboutYou: true },
  ],
  switch: [
    {
      survey: 'getting-to-see-a-doctor',
      reader: AR,
      size: WIDE_TABLET,
      diesAfter: 'D5',
      leftAt: 'D4',
      changes: { code: 'D7', to: 'chemist' },
      aboutYou: true,
    },
    {
      survey: 'how-was-your-care',
      reader: EN,
      size: SMALL_TABLET,
      diesAfter: 'F6',
      looksAt: { at: 'F2', reader: AR },
    },
    { survey: 'what-matters-here', reader: EASY, size: SMALL_TABLET, diesAfter: 'W4', axe: true },
  ],
  'two-switches': [
    {
      survey: 'what-matters-here',
      reader: AR,
      size: SMALL_TABLET,
      diesAfter: 'W3',
      leftAt: 'W5',
      changes: { code: 'W6', to: 'no' },
    },
  ],
};
