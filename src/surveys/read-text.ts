import type { Answering, LoadedSurvey } from './answering.ts';
import { chosen } from './logic.ts';
import { allQuestionsOf } from './stages.ts';
import { fillIn, lookUp, type FoundSurveyText } from './texts.ts';

/**
 * The words of a key as this person reads them now: in their language and layer, with the labels of earlier answers in
 * their places. A recording is the one of the sentence: it does not say those labels.
 */
export function readText({ survey, texts }: LoadedSurvey, state: Answering, key: string): FoundSurveyText {
  const found = lookUp(texts, key, state.language, state.readingMode);
  if (!found.words.includes('{{')) return found;
  const asked = allQuestionsOf(survey, state);
  const labelsOf = (code: string): readonly string[] => {
    const question = asked.find((one) => one.code === code);
    return chosen(question, state.answers[code])
      .map((mark) => lookUp(texts, `${code}.o.${mark.split(':')[0]}`, found.language, found.layer))
      .filter(({ missing }) => !missing)
      .map(({ words }) => words);
  };
  return { ...found, words: fillIn(found.words, labelsOf, found.language) };
}
