import * as z from 'zod/mini';
import { isFilm, WORDS_BESIDE_SIGNING } from './signed.ts';
import { clip, TEXT_LAYERS, type Clip, type TextLayer } from './survey.ts';

/**
 * Recorded clips of the app's own words (consent, the receipt, the fixed words round a survey), one row a language. Words
 * are known by namespace and key, as in `locales/`; each clip remembers which very words were spoken.
 */

/** More than the texts people hear, in both layers: a language never becomes longer than a tablet can pull. */
export const MAX_APP_SOUNDS = 1500;

/** `consent:layers.talk.question`. */
export const appTextKey = z
  .string()
  .check(
    z.maxLength(130),
    z.regex(/^[a-z][a-z0-9-]{0,39}:[A-Za-z0-9][A-Za-z0-9_-]{0,39}(?:\.[A-Za-z0-9_-]{1,40}){0,5}$/),
  );
const soundLanguage = z.string().check(z.maxLength(35), z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));
const wordsMark = z.string().check(z.regex(/^[0-9a-f]{16}$/));

/** The name of a language in itself, which stands in no file of words: said on the tile that chooses it. */
export const LANGUAGE_NAME = 'player:languageName';

/** Where the name of another language is signed: its words are that name in its own letters. */
export const signedNameOf = (tag: string): string => `${LANGUAGE_NAME}.${tag}`;

/** `words` is `markOf` what was spoken: of other words it is not the sound. */
const appClip = z.strictObject({ ...clip.shape, words: wordsMark });
export type AppClip = z.output<typeof appClip>;

const clips = z.record(appTextKey, appClip);
export const appSounds = z.strictObject({
  /** BCP 47 tag; also the id of the row. */
  language: soundLanguage,
  sounds: z.strictObject({ standard: clips, easy: clips }),
});
export type AppSounds = z.output<typeof appSounds>;

/** Namespaces of words that people see or hear; `question-` stands for every type of question. */
const HEARD: readonly string[] = [
  'answer',
  'common',
  'common-questions',
  'consent',
  'kind-conversation',
  'lists',
  'player',
  'receipt',
  'safety',
  'sound',
];

/** Whether words of this namespace may have a sound: what is said to a person, never the desk's. */
export const isHeard = (namespace: string): boolean => HEARD.includes(namespace) || namespace.startsWith('question-');

/**
 * Sixteen digits that are others when the words are: tells a sound whose words were changed since. Not for keeping
 * secrets. Spaces round the words and how a letter is put together do not count.
 */
export function markOf(words: string): string {
  const text = words.normalize('NFC').trim();
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    one = Math.imul(one ^ sign, 0x01000193);
    two = Math.imul(two ^ sign, 0x5bd1e995) ^ (two >>> 15);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Words as found by the fallback rule: `layer` and `language` are of these very words. */
export interface WordsShown {
  readonly words: string;
  readonly language: string;
  readonly layer: TextLayer;
}

/**
 * The clip of words that are shown, or null. Only of their own language and layer, and only while they are the words
 * that were spoken: nobody agrees to one thing and hears another.
 */
export function clipOf(rows: readonly AppSounds[], key: string, shown: WordsShown): Clip | null {
  return spokenAs(rows, key, shown, shown.language);
}

/**
 * The film of words that are shown, signed in this language, or null. The words stand beside it: only of this layer, and
 * only while they are the ones that were signed.
 */
export function filmOf(rows: readonly AppSounds[], key: string, shown: WordsShown, signed: string): Clip | null {
  if (shown.language !== WORDS_BESIDE_SIGNING) return null;
  const found = spokenAs(rows, key, shown, signed);
  return found !== null && isFilm(found) ? found : null;
}

function spokenAs(rows: readonly AppSounds[], key: string, shown: WordsShown, language: string): Clip | null {
  const found = rows.find((row) => row.language === language)?.sounds[shown.layer][key];
  if (found === undefined || found.words !== markOf(shown.words)) return null;
  const { sha256, mime, bytes, durationMs } = found;
  return { sha256, mime, bytes, durationMs };
}

/** Every clip of these rows, each once. */
export function appSoundFiles(rows: readonly AppSounds[]): readonly Clip[] {
  const all = rows.flatMap(({ sounds }) => TEXT_LAYERS.flatMap((layer) => Object.values(sounds[layer])));
  return [...new Map(all.map((one) => [one.sha256, one])).values()];
}

// --- between desk and server --------------------------------------------------------------------------------------

/**
 * GET /desk/v1/sounds -> soundsAnswer. PUT /desk/v1/sounds with `soundPut` -> appSounds of that language, DELETE with
 * `soundAt` in the query likewise. Problems: `not-found` (no such clip), `bad-request` (details.field), `too-large`.
 */
const at = { language: soundLanguage, layer: z.enum(TEXT_LAYERS), key: appTextKey };
export const soundAt = z.strictObject(at);
export type SoundAt = z.output<typeof soundAt>;
export const soundPut = z.strictObject({
  ...at,
  /** Of a clip that was put among the assets before. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  words: wordsMark,
});
export type SoundPut = z.output<typeof soundPut>;

export const soundsAnswer = z.object({
  /** Languages that can be recorded: the organisation's, and English. */
  languages: z.array(soundLanguage),
  sounds: z.array(appSounds),
});
export type SoundsAnswer = z.output<typeof soundsAnswer>;
