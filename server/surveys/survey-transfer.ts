import { createHash } from 'node:crypto';
import type { FileFinding, ImportAnswer } from '../../src/domain/desk-surveys.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { Clip, Survey, SurveyTexts } from '../../src/domain/survey.ts';
import { DEEPEST_SETTINGS, surveyFiles } from '../../src/domain/survey-files.ts';
import { exportSurvey, importSurvey, type SurveyBundle } from '../../src/surveys/survey-file.ts';
import { assetKey, type Blobs } from '../ports/blobs.ts';
import type { Store } from '../ports/store.ts';
import type { StoredSurvey } from '../ports/survey-store.ts';
import { renamed, type Made } from './draft-of.ts';
import { isFilm } from '../../src/domain/signed.ts';
import { keepAsset, usable } from './keep-asset.ts';
import { addDraft, isTaken } from './make-survey.ts';
import { openSurveyOf } from './open-survey.ts';

interface Deps {
  readonly store: Store;
  readonly blobs: Blobs;
}

/** What a file may nest: a survey's own levels, and its settings. */
const DEEPEST_FILE = DEEPEST_SETTINGS + 12;
const LONGEST_ID = 56;
/** So many numbers are tried at the end of an id that is taken. */
const MOST_NAMESAKES = 500;

/** A survey with its clips and pictures as one file. */
export async function surveyFile({ store, blobs }: Deps, { survey, texts }: StoredSurvey): Promise<string> {
  const known = await store.surveys.assets(surveyFiles(survey, texts).map(({ sha256 }) => sha256));
  const media = new Map<string, { mime: string; bytes: Uint8Array<ArrayBuffer> }>();
  for (const [sha256, { mime }] of known) {
    const bytes = await blobs.get(assetKey(sha256));
    if (bytes !== null) media.set(sha256, { mime, bytes: Uint8Array.from(bytes) });
  }
  return exportSurvey({ survey, texts, media });
}

/**
 * Reads a file as a new draft, or only tells what would come of it (`byName` null). Nothing that is here is overwritten;
 * sounds and pictures go through the same door as those that are uploaded.
 */
export async function takeSurveyFile(
  deps: Deps,
  file: Uint8Array,
  byName: string | null,
  now: string,
): Promise<ImportAnswer> {
  const text = nestsTooDeep(file) ? '' : new TextDecoder().decode(file);
  const { bundle, findings } = await importSurvey(text, async (bytes) => hashOf(bytes));
  if (bundle === null) return { open: null, findings: [...findings] };
  const media = await takeMedia(deps, bundle, byName, now);
  const all = [...findings, ...media.findings];
  if (byName === null) return { open: null, findings: all };
  const surveyId = await freeId(deps.store, bundle.survey.surveyId);
  const made = withHashes(bundle, media.kept);
  const to = { surveyId, version: 1, family: bundle.survey.family };
  return { open: openSurveyOf(await addDraft(deps.store, renamed(made, to), byName, now)), findings: all };
}

/** Told from the brackets alone, before anything walks through it. Brackets in words count for little. */
function nestsTooDeep(file: Uint8Array): boolean {
  let depth = 0;
  let inWords = false;
  for (let at = 0; at < file.length; at += 1) {
    const sign = file[at];
    if (inWords) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inWords = false;
    } else if (sign === 0x22) inWords = true;
    else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      if (depth > DEEPEST_FILE) return true;
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  return false;
}

/** Under which hash each file is kept: drawings are cleaned and photos stripped, so it may be another than in the file. */
async function takeMedia(
  deps: Deps,
  bundle: SurveyBundle,
  byName: string | null,
  now: string,
): Promise<{ kept: ReadonlyMap<string, Pick<Clip, 'sha256' | 'mime' | 'bytes'>>; findings: FileFinding[] }> {
  const kept = new Map<string, Pick<Clip, 'sha256' | 'mime' | 'bytes'>>();
  const findings: FileFinding[] = [];
  const clips = new Map(clipsOf(bundle.texts).map((clip) => [clip.sha256, clip]));
  for (const [sha256, { mime, bytes }] of bundle.media) {
    const spoken = clips.get(sha256);
    const role = spoken === undefined ? 'picture' : isFilm(spoken) ? 'film' : 'clip';
    try {
      const about = { role, durationMs: Math.min(spoken?.durationMs ?? 0, 600_000) } as const;
      if (byName === null) {
        const would = usable(bytes, role);
        kept.set(sha256, { sha256: hashOf(would.bytes), mime: would.mime, bytes: would.bytes.length });
      } else kept.set(sha256, await keepAsset(deps, bytes, about, byName, now));
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.code === 'disk-low') throw thrown;
      const isLarge = thrown.code === 'too-large';
      const reason = isLarge ? 'media-too-large' : 'media-type';
      const about = isLarge ? { most: Number(thrown.details['maxBytes'] ?? 0) / 1000 } : { mime };
      findings.push({ weight: 'warns', path: `recording or picture ${sha256.slice(0, 8)}`, reason, about });
    }
  }
  return { kept, findings };
}

function clipsOf(texts: readonly SurveyTexts[]): readonly Clip[] {
  return texts.flatMap(({ sounds }) => [...Object.values(sounds.standard), ...Object.values(sounds.easy)]);
}

/** The survey speaking of its files as they are kept here; what could not be kept is left out of it. */
function withHashes(
  { survey, texts }: SurveyBundle,
  kept: ReadonlyMap<string, Pick<Clip, 'sha256' | 'mime' | 'bytes'>>,
): Made {
  const clips = (given: Readonly<Record<string, Clip>>): Record<string, Clip> =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, clip]): [string, Clip][] => {
        const row = kept.get(clip.sha256);
        return row === undefined ? [] : [[key, { ...row, durationMs: clip.durationMs }]];
      }),
    );
  const questions = JSON.parse(
    JSON.stringify(survey.questions, (_key, value: unknown) => {
      const sha256 = typeof value === 'string' ? /^own:([0-9a-f]{64})$/.exec(value)?.[1] : undefined;
      const row = sha256 === undefined ? undefined : kept.get(sha256);
      return row === undefined ? value : `own:${row.sha256}`;
    }),
  ) as Survey['questions'];
  const pictures = survey.pictures.flatMap((picture) => {
    const row = kept.get(picture.sha256);
    if (row === undefined) return [];
    const { sha256, mime, bytes } = row;
    return [{ sha256, mime, bytes, alt: picture.alt }];
  });
  return {
    survey: { ...survey, questions, pictures },
    texts: texts.map((each) => ({
      ...each,
      sounds: { standard: clips(each.sounds.standard), easy: clips(each.sounds.easy) },
    })),
  };
}

async function freeId(store: Pick<Store, 'surveys'>, wanted: string): Promise<string> {
  if (!(await isTaken(store, wanted))) return wanted;
  for (let number = 2; number < MOST_NAMESAKES; number += 1) {
    const id = `${wanted.slice(0, LONGEST_ID)}-${number}`;
    if (!(await isTaken(store, id))) return id;
  }
  throw new Problem('name-taken');
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
