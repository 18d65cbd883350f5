import * as z from 'zod/mini';
import { defineQuestion } from '../definition.ts';

export const MAX_WORDS = 1000;

const settings = z.strictObject({
  /** Writing is offered too, for whoever cannot or will not be recorded. */
  orWords: z.boolean(),
});
export type VoiceAnswerSettings = z.output<typeof settings>;
const value = z.strictObject({
  /** Ids of voice notes, in the order they were recorded. */
  media: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(32)),
  words: z.string().check(z.maxLength(MAX_WORDS)),
});
export type VoiceAnswerValue = z.output<typeof value>;

/** An answer in one's own voice. */
export const voiceAnswer = defineQuestion({
  name: 'voice-answer',
  settings,
  value,
  blank: () => ({ orWords: true }),
  choices: () => [],
  texts: () => [],
  marks: () => [],
  words: ({ words }) => (words.trim() === '' ? null : words),
  media: ({ media }) => media,
  shortfall: ({ media, words }) => (media.length === 0 && words.trim() === '' ? { reason: 'too-few', limit: 1 } : null),
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: false,
  seconds: () => 60,
});
