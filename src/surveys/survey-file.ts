import { MAX_SURVEY_FILE_BYTES, type FileFinding } from '../domain/desk-surveys.ts';
import type { Survey, SurveyTexts } from '../domain/survey.ts';
import { isOldWording } from './check/fixed-check.ts';
import { readMedia, toBase64, type FileMedia } from './file/media.ts';
import { isRecord, type Note, notes } from './file/notes.ts';
import { readSurvey } from './file/read-survey.ts';
import { readTexts } from './file/read-texts.ts';

/** What the first line of such a file says it is. */
const FILE_FORMAT = 'said-and-done-survey-1';
const FILE_FORMATS = /^said-and-done-survey-\d+$/;

export interface SurveyBundle {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
  /** Clips and pictures, by their hash. */
  readonly media: ReadonlyMap<string, FileMedia>;
}

/** A survey as one file: JSON, with its recordings and pictures in it. */
export function exportSurvey({ survey, texts, media }: SurveyBundle): string {
  const inFile = Object.fromEntries(
    [...media].map(([sha256, { mime, bytes }]) => [sha256, { mime, base64: toBase64(bytes) }]),
  );
  return `${JSON.stringify({ format: FILE_FORMAT, survey, texts, media: inFile }, null, 1)}\n`;
}

export interface ImportedSurvey {
  /** null when nothing can be made of the file; `findings` says why. Always a draft, version 1. */
  readonly bundle: SurveyBundle | null;
  readonly findings: readonly FileFinding[];
}

/**
 * Reads a survey file, whatever it is: never throws, takes everything that can be read and names everything that
 * cannot, with its place and what to do. `sha256` gives the hash of bytes in hex: a recording or picture that is not
 * what it says it is stays out.
 */
export async function importSurvey(
  file: string,
  sha256: (bytes: Uint8Array) => Promise<string>,
): Promise<ImportedSurvey> {
  const note = notes();
  const bundle = await readFile(file, sha256, note);
  const refused = note.findings.some(({ weight }) => weight === 'stops');
  return { bundle: refused ? null : bundle, findings: note.findings };
}

async function readFile(
  file: string,
  sha256: (bytes: Uint8Array) => Promise<string>,
  note: Note,
): Promise<SurveyBundle | null> {
  if (file.length > MAX_SURVEY_FILE_BYTES) {
    note.stop([], 'too-large', { most: Math.floor(MAX_SURVEY_FILE_BYTES / 1024 / 1024) });
    return null;
  }
  const parsed = parseJson(file);
  if (!isRecord(parsed)) {
    note.stop([], 'not-json');
    return null;
  }
  const { format } = parsed;
  if (typeof format !== 'string' || !FILE_FORMATS.test(format) || !isRecord(parsed['survey'])) {
    note.stop([], 'not-a-survey');
    return null;
  }
  if (format !== FILE_FORMAT) {
    note.stop([], 'newer-format');
    return null;
  }
  for (const key of Object.keys(parsed))
    if (!['format', 'survey', 'texts', 'media'].includes(key)) note.warn([key], 'unreadable');
  const media = await readMedia(parsed['media'], sha256, note);
  const survey = readSurvey(parsed['survey'], note);
  if (survey === null) return null;
  const texts = readTexts(parsed['texts'], survey, media, note);
  for (const row of texts) refuseOldWording(row, note);
  return complete(survey, texts, media, note);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return null;
  }
}

function refuseOldWording({ language, standard, easy }: SurveyTexts, note: Note): void {
  for (const [key, words] of [...Object.entries(standard), ...Object.entries(easy)])
    if (isOldWording(words)) note.stop(['texts', language, key], 'old-recommend-wording');
}

/** Languages are those that came with words; pictures those that came with their bytes; media those somebody uses. */
function complete(
  survey: Survey,
  texts: readonly SurveyTexts[],
  media: ReadonlyMap<string, FileMedia>,
  note: Note,
): SurveyBundle {
  const languages = texts.map(({ language }) => language);
  const ordered = [
    ...survey.languages.filter((language) => languages.includes(language)),
    ...languages.filter((language) => !survey.languages.includes(language)),
  ];
  const pictures = survey.pictures.filter((picture) => {
    const there = media.has(picture.sha256);
    if (!there) note.warn(['pictures', picture.sha256.slice(0, 8)], 'picture-gone');
    return there;
  });
  const clips = texts.flatMap(({ sounds }) => [...Object.values(sounds.standard), ...Object.values(sounds.easy)]);
  const used = new Set([...pictures, ...clips].map((one) => one.sha256));
  for (const hash of media.keys()) if (!used.has(hash)) note.warn(['media', hash.slice(0, 8)], 'unused-media');
  return {
    survey: { ...survey, pictures, languages: ordered.length === 0 ? survey.languages : ordered },
    texts,
    media: new Map([...media].filter(([hash]) => used.has(hash))),
  };
}
