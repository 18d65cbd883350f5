import type { Organisation, Owed, PullRow, Receipt, RosterEntry, Venue } from '../domain/protocol.ts';
import type { AppSounds } from '../domain/app-sounds.ts';
import type { Survey, SurveyTexts } from '../domain/survey.ts';

/** Small reference data that came down: never anybody's story. */
export interface ReferenceStore {
  apply(rows: readonly PullRow[]): Promise<void>;
  /** Empties it before everything is fetched afresh. Never touches drafts or the outbox. */
  clear(): Promise<void>;
  organisation(): Promise<Organisation | null>;
  roster(): Promise<readonly RosterEntry[]>;
  venues(): Promise<readonly Venue[]>;
  owed(): Promise<readonly Owed[]>;
  receipts(): Promise<readonly Receipt[]>;
  /** Every version the tablet holds; screens offer the newest that is published (or piloted). */
  surveys(): Promise<readonly Survey[]>;
  /** All languages of one version. */
  surveyTexts(surveyId: string, version: number): Promise<readonly SurveyTexts[]>;
  /** Clips of the app's own words, a row a language. */
  appSounds(): Promise<readonly AppSounds[]>;
  subscribe(onChange: () => void): () => void;
}
