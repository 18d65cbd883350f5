import { sha256Hex } from '../domain/bytes.ts';
import { Problem, toProblem } from '../domain/problems.ts';
import type { Clock } from '../ports/clock.ts';
import type { PackFile, PackFiles } from '../ports/pack-files.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { checkMaps, countMapFiles, mendMaps, type MapLack, type MapPackDeps } from './map-pack.ts';
import { checkSurveys, countSurveyFiles, mendSurveys, type SurveyLack, type SurveyPackDeps } from './survey-pack.ts';

/** The proof behind "Ready without signal": every file is read from the cache and its hash compared. */
export interface FieldPackReport {
  readonly ready: boolean;
  readonly version: string | null;
  readonly bytes: number;
  readonly files: number;
  readonly checkedAt: string;
  /** What is missing or damaged, in the words of the pack: file paths, or names of reference data. */
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
  /** Reference data that has not come yet: organisation, roster. */
  readonly noData: readonly string[];
  /** Surveys whose words, sounds or pictures are not all here. */
  readonly surveys: readonly SurveyLack[];
  /** How many sounds of the app's own words are not here. */
  readonly sounds: number;
  /** Base maps of which pieces are missing. Told, and no reason to stay: without a map everything works from the list. */
  readonly maps: readonly MapLack[];
}

export interface FieldPackCheck {
  /** Reads and hashes every file. `onProgress` gets files done and files in all. */
  check(onProgress?: (done: number, all: number) => void): Promise<FieldPackReport>;
  /** Fetches what is missing or damaged, then checks again. */
  repair(onProgress?: (done: number, all: number) => void): Promise<FieldPackReport>;
  last(): FieldPackReport | null;
}

export interface FieldPackDeps {
  readonly files: PackFiles;
  readonly reference: Pick<
    ReferenceStore,
    'organisation' | 'roster' | 'surveys' | 'surveyTexts' | 'appSounds' | 'baseMaps'
  >;
  readonly assets: SurveyPackDeps['assets'];
  readonly tablet: MapPackDeps['tablet'];
  /** Whether everything the server has for tablets was fetched at least once. */
  fetchedWhole(): Promise<boolean>;
  readonly clock: Clock;
  /** Asks the sync engine for reference data that has not come yet. */
  nudge(): void;
}

const LOOK_MS = 500;
const MOST_LOOKS = 24;

type Progress = ((done: number, all: number) => void) | undefined;

export function createFieldPackCheck(deps: FieldPackDeps): FieldPackCheck {
  const { files, reference, assets, tablet, clock, nudge } = deps;
  const surveyPack: SurveyPackDeps = { reference, assets };
  const mapPack: MapPackDeps = { reference, assets, tablet, files };
  let last: FieldPackReport | null = null;

  async function whole(file: PackFile): Promise<'whole' | 'missing' | 'damaged'> {
    const copies = await files.copies(file.url);
    if (copies.length === 0) return 'missing';
    for (const copy of copies) if ((await sha256Hex(copy)) === file.sha256) return 'whole';
    return 'damaged';
  }

  async function lacking(): Promise<string[]> {
    const [organisation, roster] = await Promise.all([reference.organisation(), reference.roster()]);
    return [
      ...(organisation === null ? ['organisation'] : []),
      ...(roster.length === 0 ? ['roster'] : []),
      ...((await deps.fetchedWhole()) ? [] : ['surveys']),
    ];
  }

  async function check(onProgress: Progress): Promise<FieldPackReport> {
    const pack = await files.pack();
    const missing: string[] = [];
    const damaged: string[] = [];
    const ofApp = pack?.files.length ?? 0;
    const all = ofApp + (await countSurveyFiles(surveyPack)) + (await countMapFiles(mapPack));
    for (const [index, file] of (pack?.files ?? []).entries()) {
      const state = await whole(file);
      if (state === 'missing') missing.push(file.url);
      if (state === 'damaged') damaged.push(file.url);
      onProgress?.(index + 1, all);
    }
    if (pack === null) missing.push('/field-pack.json');
    const noData = await lacking();
    let done = ofApp;
    const step = (): void => onProgress?.(Math.min((done += 1), all), all);
    const surveys = await checkSurveys(surveyPack, step);
    const maps = await checkMaps(mapPack, step);
    last = {
      ready: missing.length + damaged.length + noData.length + surveys.lacking.length + surveys.sounds === 0,
      version: pack?.version ?? null,
      bytes: surveys.bytes + maps.bytes + (pack?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0),
      files: ofApp + surveys.files + maps.files,
      checkedAt: new Date(clock.wallMs()).toISOString(),
      missing,
      damaged,
      noData,
      surveys: surveys.lacking,
      sounds: surveys.sounds,
      maps: maps.lacking,
    };
    return last;
  }

  async function fetchAgain(file: PackFile): Promise<void> {
    const bytes = await files.fetch(file.url);
    if ((await sha256Hex(bytes)) !== file.sha256) throw new Problem('wrong-hash');
    await files.put(file, bytes, 'files');
  }

  /** Asks for what has not come yet, and gives it a moment to come. */
  async function dataHere(): Promise<void> {
    nudge();
    for (let looks = 0; looks < MOST_LOOKS && (await lacking()).length > 0; looks += 1) await clock.sleep(LOOK_MS);
  }

  return {
    check,
    async repair(onProgress) {
      const before = await check(undefined);
      const bad = new Set([...before.missing, ...before.damaged]);
      const wanted = ((await files.pack())?.files ?? []).filter(({ url }) => bad.has(url));
      for (const file of wanted) {
        try {
          await fetchAgain(file);
        } catch (thrown) {
          // No room, or no connection: the report that follows says what is still missing.
          if (toProblem(thrown, 'unreachable').code === 'unreachable') break;
        }
      }
      if (before.noData.length > 0) await dataHere();
      await mendSurveys(surveyPack);
      await mendMaps(mapPack);
      if (before.surveys.some(({ languages }) => languages.length > 0)) nudge();
      return check(onProgress);
    },
    last: () => last,
  };
}
