import {
  clip,
  MAX_SURVEY_TEXT,
  surveyTexts,
  textKey,
  type Clip,
  type Survey,
  type SurveyTexts,
} from '../../domain/survey.ts';
import type { FileMedia } from './media.ts';
import { isRecord, type FilePath, type Note } from './notes.ts';

const MOST_LANGUAGES = 60;
/** A tag as BCP 47 writes it, or near enough: letters and digits in parts. */
const TAG = /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/;

/** The words of every language that can be read, each text by itself. */
export function readTexts(
  value: unknown,
  survey: Survey,
  media: ReadonlyMap<string, FileMedia>,
  note: Note,
): readonly SurveyTexts[] {
  if (!Array.isArray(value)) {
    note.warn(['texts'], value === undefined ? 'missing-part' : 'unreadable');
    return [];
  }
  const rows = new Map<string, SurveyTexts>();
  if (value.length > MOST_LANGUAGES) note.warn(['texts', MOST_LANGUAGES], 'unreadable-texts');
  for (const [at, item] of value.slice(0, MOST_LANGUAGES).entries()) {
    const language: unknown = isRecord(item) ? item['language'] : undefined;
    if (!isRecord(item) || typeof language !== 'string' || language.length > 35 || !TAG.test(language)) {
      note.warn(['texts', at], 'unreadable-texts');
    } else if (rows.has(language)) note.warn(['texts', language], 'same-language-twice');
    else rows.set(language, readRow(item, language, survey, media, note));
  }
  return [...rows.values()];
}

function readRow(
  item: Readonly<Record<string, unknown>>,
  language: string,
  { surveyId, version }: Survey,
  media: ReadonlyMap<string, FileMedia>,
  note: Note,
): SurveyTexts {
  const path = ['texts', language];
  const status = surveyTexts.shape.status.safeParse(item['status']);
  const sounds = isRecord(item['sounds']) ? item['sounds'] : {};
  return {
    surveyId,
    version,
    language,
    // Whoever checked it did so elsewhere: here somebody has to say so again.
    status: status.success && status.data !== 'draft' ? 'translated' : 'draft',
    checked: null,
    standard: readWords(item['standard'], path, note),
    easy: readWords(item['easy'], path, note),
    sounds: {
      standard: readSounds(sounds['standard'], path, media, note),
      easy: readSounds(sounds['easy'], path, media, note),
    },
  };
}

function readWords(value: unknown, path: FilePath, note: Note): Record<string, string> {
  return entriesOf(value, path, note, (words, key) => {
    const fits = typeof words === 'string' && words.length <= MAX_SURVEY_TEXT;
    if (!fits) note.warn([...path, key], 'unreadable-text');
    return fits ? words : null;
  });
}

function readSounds(
  value: unknown,
  path: FilePath,
  media: ReadonlyMap<string, FileMedia>,
  note: Note,
): Record<string, Clip> {
  return entriesOf(value, path, note, (item, key) => {
    const read = clip.safeParse(item);
    if (!read.success) note.warn([...path, key], 'unreadable-sound');
    else if (!media.has(read.data.sha256)) note.warn([...path, key], 'sound-gone');
    else return read.data;
    return null;
  });
}

function entriesOf<Value>(
  value: unknown,
  path: FilePath,
  note: Note,
  read: (item: unknown, key: string) => Value | null,
): Record<string, Value> {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    note.warn(path, 'unreadable');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Value][] => {
      if (!textKey.safeParse(key).success) {
        note.warn([...path, key.slice(0, 90)], 'unreadable-text');
        return [];
      }
      const taken = read(item, key);
      return taken === null ? [] : [[key, taken]];
    }),
  );
}
