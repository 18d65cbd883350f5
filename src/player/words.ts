import { findText, type Reader, type TextValues } from '../i18n/catalogue.ts';
import type { ConsentLayer } from '../domain/consent.ts';
import type { SurveyQuestion } from '../domain/survey.ts';
import { choiceTextKey } from '../questions/choices.ts';
import { choiceListOf, commonQuestion } from '../surveys/common-questions.ts';
import type { Say } from '../sound/sound-desk.ts';
import type { Stand } from './stand.ts';
import { readQuestion } from '../surveys/read-question.ts';
import { readText } from '../surveys/read-text.ts';
import { lookUp } from '../surveys/texts.ts';

/** Where the words of the player come from, each with the sound that goes with it. */
type Reads = Pick<Stand, 'loaded' | 'language' | 'layer'>;

/**
 * The player's own words, from `player.json`. A team may record them with its survey: a clip under `player.<key>`.
 */
export function ownWords(stand: Reads, key: string, values?: TextValues): Say {
  const { words, language } = findText('player', key, values, readerOf(stand));
  const id = `player.${key}`;
  const plain = (): string => findText('player', key, values, plainly(stand)).words;
  const spoken = values === undefined ? clipAt(stand, id, { words, language, plain }) : null;
  return { id, words, language, clip: spoken };
}

/** A question of consent, in the words that every record is asked with. */
export function consentWords(stand: Reads, layer: ConsentLayer, shielded: boolean): Say {
  const small = layer === 'share' && shielded;
  const inFull = (reader: Reader): { words: string; language: string } => {
    const find = (key: string) => findText('player', `consent:layers.${key}`, {}, reader);
    const { words, language } = find(small ? 'share.small' : `${layer}.question`);
    const note = NOTED.get(layer);
    return { words: note === undefined ? words : `${words} ${find(note).words}`, language };
  };
  const { words, language } = inFull(readerOf(stand));
  // Asked differently, it is another recording: nobody agrees to words that were not said.
  const id = `player.consent.${small ? 'share-small' : layer}`;
  return {
    id,
    words,
    language,
    clip: clipAt(stand, id, { words, language, plain: () => inFull(plainly(stand)).words }),
  };
}

const NOTED: ReadonlyMap<ConsentLayer, string> = new Map([
  ['talk', 'talk.ask'],
  ['voice', 'voice.note'],
  ['photo', 'photo.note'],
]);

/** A text of the survey itself: `title`, `purpose`. */
export function surveyWords(stand: Reads, key: string): Say & { readonly missing: boolean } {
  const found = lookUp(stand.loaded.texts, key, stand.language, stand.layer);
  return { id: key, words: found.words, language: found.language, clip: found.clip, missing: found.missing };
}

/**
 * A text of one question by its key within it (`ask`, `o.phone`, `fixed.yes`): from the survey, else from the words every
 * survey brings, else from the question type's own. Labels of earlier answers are put in where it repeats them.
 */
export function questionWords(
  stand: Reads & Pick<Stand, 'state'>,
  question: SurveyQuestion,
  key: string,
): Say & { readonly missing: boolean } {
  const id = `${question.code}.${key}`;
  const { words, language, clip, missing } = readText(stand.loaded, stand.state, id);
  const written = { id, words, language, clip, missing };
  if (!missing && language === stand.language) return written;
  const shared = sharedWords(question, key, readerOf(stand));
  if (shared === null || (!missing && shared.language !== stand.language)) return written;
  return { id, ...shared, clip, missing: false };
}

/** The words of a choice or a row of a question. */
export function choiceWords(
  stand: Reads & Pick<Stand, 'state'>,
  question: SurveyQuestion,
  code: string,
  kind: 'choice' | 'row' = 'choice',
): Say {
  const known = readQuestion(question);
  const key = known === null || kind === 'row' ? `o.${code}` : choiceTextKey(known.type, known.settings, code);
  return questionWords(stand, question, key);
}

function sharedWords(
  question: SurveyQuestion,
  key: string,
  reader: Reader,
): { words: string; language: string } | null {
  const places = [`question-${question.type}:${key}`];
  if (commonQuestion(question.code) !== null) {
    const list = choiceListOf(question.code);
    if (list !== null && key.startsWith('o.')) places.unshift(`lists:${list}.${key.slice(2)}`);
    places.unshift(`common-questions:${question.code}.${key}`);
  }
  for (const place of places) {
    const { words, language, missing } = findText('player', place, {}, reader);
    if (!missing) return { words, language };
  }
  return null;
}

/** The person's own language, which in a preview is not the page's. */
const readerOf = ({ language, layer }: Reads): Reader => ({ language, readingMode: layer });

/** The same reader without easy read. */
const plainly = ({ language }: Reads): Reader => ({ language, readingMode: 'standard' });

/** The recording of these very words. That of the plain ones does where the easy ones are no others. */
function clipAt(
  { loaded, language, layer }: Reads,
  key: string,
  shown: { words: string; language: string; plain: () => string },
): Say['clip'] {
  const row = loaded.texts.find((one) => one.language === language) ?? null;
  if (row === null || shown.language !== language) return null;
  const easy = layer === 'easy' ? row.sounds.easy[key] : undefined;
  if (easy !== undefined) return easy;
  return layer === 'easy' && shown.plain() !== shown.words ? null : (row.sounds.standard[key] ?? null);
}
