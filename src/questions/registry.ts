import type { QuestionType } from './definition.ts';
import { amount } from './amount/schema.ts';
import { chooseOne } from './choose-one/schema.ts';
import { chooseSome } from './choose-some/schema.ts';
import { facesFive } from './faces-five/schema.ts';
import { facesThree } from './faces-three/schema.ts';
import { howOften } from './how-often/schema.ts';
import { infoCard } from './info-card/schema.ts';
import { journey } from './journey/schema.ts';
import { number } from './number/schema.ts';
import { photoOfThing } from './photo-of-thing/schema.ts';
import { place } from './place/schema.ts';
import { rankThree } from './rank-three/schema.ts';
import { shortWords } from './short-words/schema.ts';
import { sortPiles } from './sort-piles/schema.ts';
import { statements } from './statements/schema.ts';
import { tapPicture } from './tap-picture/schema.ts';
import { tokens } from './tokens/schema.ts';
import { voiceAnswer } from './voice-answer/schema.ts';
import { yesNo } from './yes-no/schema.ts';

/** Every question type, one line each. Screens are found in the same folders by `views.ts`. */
export const QUESTION_TYPES = {
  'yes-no': yesNo,
  'choose-one': chooseOne,
  'choose-some': chooseSome,
  'faces-three': facesThree,
  'faces-five': facesFive,
  amount,
  'how-often': howOften,
  'sort-piles': sortPiles,
  'rank-three': rankThree,
  tokens,
  statements,
  number,
  'short-words': shortWords,
  'voice-answer': voiceAnswer,
  'photo-of-thing': photoOfThing,
  'tap-picture': tapPicture,
  place,
  journey,
  'info-card': infoCard,
} as const;

export type QuestionTypeName = keyof typeof QUESTION_TYPES;

/** The definition of a type by the name in a survey, or null for a type this version does not know. */
export function findQuestionType(name: string): QuestionType | null {
  return Object.hasOwn(QUESTION_TYPES, name)
    ? (QUESTION_TYPES[name as QuestionTypeName] as unknown as QuestionType)
    : null;
}
