import type { Organisation, Owed, Receipt, RosterEntry, Venue } from '../domain/protocol.ts';
import type { PullRow } from '../domain/pull-row.ts';
import type { BaseMap, DirectoryEntry, Observation, OwnTold } from '../domain/directory.ts';
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
  /** Every entry of the directory, the merged and closed ones too: what is said of them stays readable. */
  entries(): Promise<readonly DirectoryEntry[]>;
  /** Of these entries, or all. In no order. */
  observations(entryIds?: readonly string[]): Promise<readonly Observation[]>;
  /** Those this tablet is to hold: all that are offered but those that were taken off it. */
  baseMaps(): Promise<readonly BaseMap[]>;
  /** Those that are offered and were taken off this tablet. */
  mapsOff(): Promise<readonly BaseMap[]>;
  /** Takes a map off this tablet (its pieces are somebody else's task), or lets it come back. Stays through `clear`. */
  keepMapOff(mapId: string, off: boolean): Promise<void>;
  /** What this tablet's own records tell until it has come back from the server. Stays through `clear`. */
  own(): Promise<readonly OwnTold[]>;
  keepOwn(told: OwnTold): Promise<void>;
  /** By entity: it came back, or it was withdrawn. */
  dropOwn(entityIds: readonly string[]): Promise<void>;
  subscribe(onChange: () => void): () => void;
}
