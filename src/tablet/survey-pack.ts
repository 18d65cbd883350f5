import { appSoundFiles } from '../domain/app-sounds.ts';
import { sha256Hex } from '../domain/bytes.ts';
import { Problem, toProblem } from '../domain/problems.ts';
import type { Survey } from '../domain/survey.ts';
import { surveyFiles, tabletWants, type SurveyFile } from '../domain/survey-files.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { AssetLink } from '../ports/transport.ts';

/** What one survey still lacks on this tablet. Only surveys that lack something are told of. */
export interface SurveyLack {
  /** In its first language. */
  readonly title: string;
  /** Tags of languages that the organisation uses and the survey has, whose words are not here. */
  readonly languages: readonly string[];
  readonly sounds: number;
  readonly pictures: number;
}

export interface SurveyPackReport {
  /** Sounds of the app's own words that are not here. */
  readonly sounds: number;
  readonly files: number;
  readonly bytes: number;
  readonly lacking: readonly SurveyLack[];
}

export interface SurveyPackDeps {
  readonly reference: Pick<ReferenceStore, 'organisation' | 'surveys' | 'surveyTexts' | 'appSounds'>;
  readonly assets: { readonly store: SurveyAssets; readonly link: AssetLink };
}

/** Reads and hashes every clip of the app's own words, and every clip and picture of the surveys that can be begun here. `onFile` is called after each. */
export async function checkSurveys(deps: SurveyPackDeps, onFile: () => void = () => {}): Promise<SurveyPackReport> {
  const whole = new Map<string, number | null>();
  const lacking: SurveyLack[] = [];
  const languages = (await deps.reference.organisation())?.languages ?? [];
  const lookAt = async (files: readonly { readonly sha256: string }[]): Promise<void> => {
    for (const { sha256 } of files) {
      if (whole.has(sha256)) continue;
      whole.set(sha256, (await deps.assets.store.get(sha256))?.size ?? null);
      onFile();
    }
  };
  const isMissing = ({ sha256 }: { readonly sha256: string }): boolean => whole.get(sha256) === null;
  const ofApp = appSoundFiles(await deps.reference.appSounds());
  await lookAt(ofApp);
  for (const survey of await offered(deps)) {
    const texts = await deps.reference.surveyTexts(survey.surveyId, survey.version);
    const files = surveyFiles(survey, texts);
    await lookAt(files);
    const missing = files.filter(isMissing);
    const here = new Set(texts.map(({ language }) => language));
    const lack: SurveyLack = {
      title: titleOf(survey, texts),
      languages: survey.languages.filter((each) => tabletWants(each, survey, languages) && !here.has(each)),
      sounds: missing.filter(({ role }) => role === 'clip').length,
      pictures: missing.filter(({ role }) => role === 'picture').length,
    };
    if (lack.languages.length + missing.length > 0) lacking.push(lack);
  }
  const sizes = [...whole.values()].filter((size) => size !== null);
  return {
    files: whole.size,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    sounds: ofApp.filter(isMissing).length,
    lacking,
  };
}

/** How many files `checkSurveys` will read. */
export async function countSurveyFiles(deps: SurveyPackDeps): Promise<number> {
  return (await filesOf(deps)).length;
}

/** Fetches what is missing or damaged, until all is here or the connection or the room ends. */
export async function mendSurveys(deps: SurveyPackDeps): Promise<void> {
  const { store, link } = deps.assets;
  for (const { sha256, mime } of await filesOf(deps)) {
    if ((await store.get(sha256)) !== null) continue;
    try {
      const bytes = await link.asset(sha256);
      if ((await sha256Hex(bytes)) !== sha256) throw new Problem('wrong-hash');
      await store.put(sha256, mime, bytes);
    } catch (thrown) {
      // The check that follows says what is still missing.
      const { code } = toProblem(thrown, 'unreachable');
      if (code !== 'not-found' && code !== 'wrong-hash') return;
    }
  }
}

async function filesOf(deps: SurveyPackDeps): Promise<readonly Pick<SurveyFile, 'sha256' | 'mime'>[]> {
  const files = new Map<string, Pick<SurveyFile, 'sha256' | 'mime'>>();
  for (const file of appSoundFiles(await deps.reference.appSounds())) files.set(file.sha256, file);
  for (const survey of await offered(deps)) {
    const texts = await deps.reference.surveyTexts(survey.surveyId, survey.version);
    for (const file of surveyFiles(survey, texts)) files.set(file.sha256, file);
  }
  return [...files.values()];
}

async function offered({ reference }: SurveyPackDeps): Promise<readonly Survey[]> {
  return (await reference.surveys()).filter(({ state }) => state === 'published' || state === 'pilot');
}

function titleOf(survey: Survey, texts: Awaited<ReturnType<ReferenceStore['surveyTexts']>>): string {
  const first = texts.find(({ language }) => language === survey.languages[0]) ?? texts[0];
  return first?.standard['title'] ?? survey.surveyId;
}
