import type { Reader, TextValues } from '../i18n/catalogue.ts';
import type { ConsentLayer } from '../domain/consent.ts';
import type { SurveyQuestion } from '../domain/survey.ts';
import { choiceTextKey } from '../questions/choices.ts';
import { choiceListOf, commonQuestion } from '../surveys/common-questions.ts';
import { appWords, wholeOnly } from '../sound/app-words.tsx';
import type { Say } from '../sound/sound-desk.ts';
import type { Stand } from './stand.ts';
import { readQuestion } from '../surveys/read-question.ts';
import { readText } from '../surveys/read-text.ts';
import { lookUp } from '../surveys/texts.ts';

/** Where the words of the player come from, each with the sound that goes with it. */
type Reads = Pick<Stand, 'loaded' | 'language' | 'layer'> & Partial<Pick<Stand, 'sounds'>>;

/** The player's own words, from `player.json`; `consent:yes` is a word of another file. */
export function ownWords(stand: Reads, key: string, values?: TextValues): Say {
  const place = key.includes(':') ? key : `player:${key}`;
  const { missing: _missing, ...found } = appWords(stand.sounds ?? [], place, readerOf(stand), values);
  return found;
}

/**
 * A question of consent, in the words that every record is asked with, and what belongs to it. From a recording it is
 * heard whole or not at all, and asked differently it is another recording: nobody agrees to words that were not said.
 */
export function consentWords(stand: Reads, layer: ConsentLayer, shielded: boolean): readonly [Say, ...Say[]] {
  const small = layer === 'share' && shielded;
  const note = NOTED.get(layer);
  const parts = [small ? 'share.small' : `${layer}.question`, ...(note === undefined ? [] : [note])];
  const [question, ...rest] = wholeOnly(parts.map((part) => ownWords(stand, `consent:layers.${part}`)));
  if (question === undefined) throw new Error('a consent question has words');
  return [question, ...rest];
}

const NOTED: ReadonlyMap<ConsentLayer, string> = new Map([
  ['talk', 'talk.ask'],
  ['voice', 'voice.note'],
  ['photo', 'photo.note'],
]);

/** A text of the survey itself: `title`, `purpose`. */
export function surveyWords(stand: Reads, key: string): Say & { readonly missing: boolean } {
  const found = lookUp(stand.loaded.texts, key, stand.language, stand.layer);
  const { words, language, clip, film, missing } = found;
  return { id: key, words, language, clip, film, missing };
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
  const { words, language, clip, clipLanguage, film, missing } = readText(stand.loaded, stand.state, id);
  const written = { id, words, language, clip, film, missing };
  if (!missing && language === stand.language) return written;
  const shared = sharedWords(stand, question, key);
  if (shared === null || (!missing && shared.language !== stand.language)) return written;
  // What the survey has recorded under this key, in the language asked for; never the sound of the words passed over.
  const spoken = clipLanguage === stand.language ? clip : null;
  return { ...shared, id, clip: spoken ?? shared.clip, film: film ?? shared.film ?? null, missing: false };
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

function sharedWords(stand: Reads, question: SurveyQuestion, key: string): Say | null {
  const places = [`question-${question.type}:${key}`];
  if (commonQuestion(question.code) !== null) {
    const list = choiceListOf(question.code);
    if (list !== null && key.startsWith('o.')) places.unshift(`lists:${list}.${key.slice(2)}`);
    places.unshift(`common-questions:${question.code}.${key}`);
  }
  for (const place of places) {
    const { missing, ...found } = appWords(stand.sounds ?? [], place, readerOf(stand));
    if (!missing) return found;
  }
  return null;
}

/** The person's own language, which in a preview is not the page's. */
const readerOf = ({ language, layer }: Reads): Reader => ({ language, readingMode: layer });
