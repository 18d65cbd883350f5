import type { AppSounds, SoundAt, SoundPut, SoundsAnswer } from '../domain/app-sounds.ts';
import type {
  CheckedChange,
  ImportAnswer,
  NewSurvey,
  OpenSurvey,
  ResultsQuery,
  StateAnswer,
  SurveyAsset,
  SurveyDraft,
  SurveyFinding,
  SurveyList,
  SurveyResults,
} from '../domain/desk-surveys.ts';
import type { SurveyState } from '../domain/survey.ts';

/** The part of the desk's link that makes surveys and reads what came back. Fails as every call of `DeskClient` does. */
export interface SurveyClient {
  surveys(): Promise<SurveyList>;
  survey(surveyId: string, version: number): Promise<OpenSurvey>;
  /** Throws Problem('name-taken') when the id is somebody's. */
  newSurvey(wanted: NewSurvey): Promise<OpenSurvey>;
  /** Throws Problem('conflict') with `details.by` and `details.at` when somebody saved since `rev`: nothing was written. */
  saveSurvey(surveyId: string, version: number, draft: SurveyDraft): Promise<OpenSurvey>;
  /** Drafts that nobody used only. */
  removeSurvey(surveyId: string, version: number, rev: number): Promise<void>;
  checkSurvey(surveyId: string, version: number): Promise<readonly SurveyFinding[]>;
  changeSurveyState(surveyId: string, version: number, rev: number, to: SurveyState): Promise<StateAnswer>;
  markChecked(surveyId: string, version: number, change: CheckedChange): Promise<OpenSurvey>;
  /** With `tryOnly` it is only read and told about. Always a new draft: nothing that is there is overwritten. */
  importSurvey(file: Blob, tryOnly: boolean): Promise<ImportAnswer>;
  /** The survey with its media as one file. */
  exportSurvey(surveyId: string, version: number): Promise<Blob>;
  /** Throws Problem('asset-type') for what is neither opus nor a picture; a drawing is cleaned first. */
  putAsset(
    bytes: Blob,
    what: { role: 'clip' | 'film'; durationMs: number } | { role: 'picture' },
  ): Promise<SurveyAsset>;
  asset(sha256: string): Promise<Blob>;
  /** Sounds of the app's own words. */
  sounds(): Promise<SoundsAnswer>;
  /** Heard on tablets from their next sync on. Both answer with the sounds of that language. */
  putSound(sound: SoundPut): Promise<AppSounds>;
  removeSound(at: SoundAt): Promise<AppSounds>;
  /** null: nothing changed since `stamp`. */
  surveyResults(surveyId: string, query: ResultsQuery, stamp?: string): Promise<SurveyResults | null>;
  /** One row a response. */
  answersCsv(surveyId: string, as: 'labels' | 'codes', version?: number): Promise<Blob>;
}
