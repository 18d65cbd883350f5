import type { Specimen } from '../views.ts';
import type { VoiceAnswerSettings, VoiceAnswerValue } from './schema.ts';

/** Plainly made-up answers, for the gallery and the tests. */
export const specimens: Record<string, Specimen<VoiceAnswerSettings, VoiceAnswerValue>> = {
  empty: { settings: { orWords: true }, value: null },
  spoken: { settings: { orWords: true }, value: { media: ['made-up-voice'], words: '' } },
};
