import type { TextLayer } from '../../../domain/survey.ts';
import { isSigned, WORDS_BESIDE_SIGNING, writtenIn } from '../../../domain/signed.ts';
import { findText, loadTexts, type Reader } from '../../../i18n/catalogue.ts';
import { fixedTextKeys } from '../../../questions/choices.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { ABOUT_YOU, choiceListOf, EVALUATION, PRACTICE } from '../../../surveys/common-questions.ts';
import { readQuestion } from '../../../surveys/read-question.ts';
import { slotsOf } from './slots.ts';
import { firstWords, wordsIn } from './text-edits.ts';

/** A text that can be said aloud, with the words it is read from. */
export interface Spoken {
  readonly key: string;
  readonly words: string;
  /** Further keys with the very same words: said once, heard under all of them. */
  readonly also: readonly string[];
}

/** The survey's own words in a language and layer, as far as they are written; for what is signed, those that stand beside. */
export function ownSpoken(doc: LoadedSurvey, language: string, layer: TextLayer): readonly Spoken[] {
  const wordsOf = (key: string): string => {
    if (!isSigned(language)) return wordsIn(doc, language, layer, key);
    const beside = wordsIn(doc, WORDS_BESIDE_SIGNING, layer, key);
    return beside === '' && layer === 'standard' ? firstWords(doc, key) : beside;
  };
  return slotsOf(doc.survey)
    .map(({ key }) => ({ key, words: wordsOf(key), also: [] }))
    .filter(({ words }) => words !== '');
}

/**
 * Words that the app brings and people hear in every survey: names of faces and piles, and the questions at the end. Only
 * those the app has in this very language: nobody is asked to read out a fallback. `loadShared` first.
 */
export function sharedSpoken(doc: LoadedSurvey, language: string, layer: TextLayer): readonly Spoken[] {
  const written = writtenIn(language);
  const reader: Reader = { language: written, readingMode: layer };
  const say = (place: string): string | null => {
    const found = findText('common-questions', place, {}, reader);
    return found.missing || found.language !== written ? null : found.words;
  };
  const fixed = doc.survey.questions.flatMap((question) => {
    const known = readQuestion(question);
    if (known === null) return [];
    return fixedTextKeys(known.type, known.settings).map((key) => ({
      key: `${question.code}.${key}`,
      words: say(`question-${question.type}:${key}`),
    }));
  });
  const brought = [PRACTICE, ...EVALUATION, ...(doc.survey.aboutYou ? ABOUT_YOU : [])];
  const common = brought.flatMap((question) => {
    const list = choiceListOf(question.code);
    const choices = (readQuestion(question)?.choices ?? []).map(({ code }) => ({
      key: `${question.code}.o.${code}`,
      words: say(list === null ? `common-questions:${question.code}.o.${code}` : `lists:${list}.${code}`),
    }));
    return [{ key: `${question.code}.ask`, words: say(`common-questions:${question.code}.ask`) }, ...choices];
  });
  const keys = new Map<string, string[]>();
  for (const { key, words } of [...fixed, ...common]) {
    if (words !== null) keys.set(words, [...(keys.get(words) ?? []), key]);
  }
  return [...keys].map(([words, [key = '', ...also]]) => ({ key, words, also }));
}

export async function loadShared(doc: LoadedSurvey, language: string, layer: TextLayer): Promise<void> {
  const types = new Set(doc.survey.questions.map(({ type }) => `question-${type}`));
  await loadTexts(['common-questions', 'lists', ...types], { language, readingMode: layer });
}
