import { isSigned } from '../../../domain/signed.ts';
import type { TextLayer } from '../../../domain/survey.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { readingCheck } from '../../../surveys/reading.ts';
import { slotsOf, type Slot } from './slots.ts';
import { ownSpoken } from './spoken-words.ts';
import { clipIn, wordsIn } from './text-edits.ts';

/** How much of something is there, and the first place where it is not. */
export interface Covered {
  readonly done: number;
  readonly of: number;
  readonly gaps: readonly Slot[];
}

/** One language and one way of writing: its words and its sounds. */
export interface Coverage {
  readonly language: string;
  readonly layer: TextLayer;
  readonly words: Covered;
  /** Counted over the texts that are written here: what falls back is said by what it falls back to. */
  readonly sounds: Covered;
}

/**
 * What is written and recorded, language by language. Easy read holds only what differs from the plain words: it is
 * wanted where those are hard to read, and in other languages where the first one has it.
 */
export function coverageOf(doc: LoadedSurvey): readonly Coverage[] {
  const slots = slotsOf(doc.survey);
  return doc.survey.languages.flatMap((language) =>
    (['standard', 'easy'] as const).map((layer) => {
      const wanted = slots.filter(
        (slot) =>
          wordsIn(doc, language, layer, slot.key) !== '' ||
          (layer === 'standard' ? slot.needed : easyIsWanted(doc, language, slot)),
      );
      // What is signed is never written: there is a film for each text, or not.
      if (isSigned(language)) {
        const signed = new Set(ownSpoken(doc, language, layer).map(({ key }) => key));
        const slotsSigned = slots.filter(({ key }) => signed.has(key));
        const sounds = covered(slotsSigned, (slot) => clipIn(doc, language, layer, slot.key) !== null);
        return { language, layer, words: covered([], () => true), sounds };
      }
      const spoken = slots.filter((slot) => wordsIn(doc, language, layer, slot.key) !== '');
      return {
        language,
        layer,
        words: covered(wanted, (slot) => wordsIn(doc, language, layer, slot.key) !== ''),
        sounds: covered(spoken, (slot) => clipIn(doc, language, layer, slot.key) !== null),
      };
    }),
  );
}

function easyIsWanted(doc: LoadedSurvey, language: string, { key, needed }: Slot): boolean {
  const first = doc.survey.languages[0] ?? 'en';
  if (language !== first) return wordsIn(doc, first, 'easy', key) !== '';
  const hints = readingCheck(wordsIn(doc, language, 'standard', key), 'easy', language);
  return needed && hints.some(({ reason }) => reason !== 'negative');
}

function covered(slots: readonly Slot[], has: (slot: Slot) => boolean): Covered {
  const gaps = slots.filter((slot) => !has(slot));
  return { done: slots.length - gaps.length, of: slots.length, gaps };
}

/** Choices without a picture: people who do not read have nothing to go by there. */
export function picturesMissing(doc: LoadedSurvey): readonly Slot[] {
  return doc.survey.questions.flatMap((question) => {
    const type = findQuestionType(question.type);
    const read = type?.settings.safeParse(question.settings);
    if (type === null || read?.success !== true) return [];
    return [...type.choices(read.data), ...(type.rows?.(read.data) ?? [])]
      .filter(({ picture }) => picture === null)
      .map(({ code }) => ({
        question: question.code,
        key: `${question.code}.o.${code}`,
        part: `o.${code}`,
        needed: true,
      }));
  });
}
