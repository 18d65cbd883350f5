import type { SurveyLine } from '../../src/domain/desk-surveys.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { Survey, SurveyTexts } from '../../src/domain/survey.ts';

/** Surveys with their words and files, and which filed records answer them. A part of `Store`. */

/** One version of a survey, as a list shows it; how many answers it has is counted apart. */
export type SurveyFacts = Omit<SurveyLine, 'responses'>;

export interface StoredSurvey {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
  /** Published once, or on a tablet, or answered: it never changes again, but for its state and who checked it. */
  readonly used: boolean;
  readonly rev: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

export interface SurveyWrite {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
  /** The revision it was read at; 0 when it must not be there yet. */
  readonly rev: number;
  /** Counts as used from now on. Once used it stays so. */
  readonly used: boolean;
  /** Whether the write is refused once the version is used: always, when questions or words change. */
  readonly onlyUnused: boolean;
}

export interface AssetRow {
  readonly sha256: string;
  readonly role: 'clip' | 'picture';
  readonly mime: string;
  readonly bytes: number;
  readonly durationMs: number;
}

/** A filed record that answers a survey and has not been withdrawn. */
export interface AnswerRow {
  readonly opId: string;
  readonly entityId: string;
  readonly amends: string | null;
  readonly version: number;
  readonly receivedAt: string;
}

export interface SurveyStore {
  /** Every version of every survey, newest version first within a survey, surveys by id. */
  list(): Promise<readonly SurveyFacts[]>;
  /** Questions and words as they stood at one moment. */
  get(surveyId: string, version: number): Promise<StoredSurvey | null>;
  /** Every stored version that tablets may hold (not a draft). */
  inUse(): Promise<readonly StoredSurvey[]>;
  /**
   * Writes all of these and the tablets' rows in one transaction, or nothing: false when one of them has another
   * revision, is there already (`rev` 0), or was used meanwhile (`onlyUnused`). Whoever was slower reads again.
   */
  write(changes: readonly SurveyWrite[], rows: readonly PullRow[], byName: string, now: string): Promise<boolean>;
  /** Takes a draft that nobody used away. false when it is not there at this revision, or is used. */
  remove(surveyId: string, version: number, rev: number): Promise<boolean>;
  /**
   * These leave for a tablet as they stood at this revision of the reference data: from now on they are used. Returns
   * those that may go: no drafts, and not changed since.
   */
  markGiven(
    versions: readonly { surveyId: string; version: number }[],
    asOf: number,
  ): Promise<readonly { surveyId: string; version: number }[]>;

  /** Notes a file that is in the blob store. Doing it twice does no harm. */
  addAsset(asset: AssetRow, byName: string, now: string): Promise<void>;
  asset(sha256: string): Promise<AssetRow | null>;
  /** Those of these that are here. */
  assets(sha256s: readonly string[]): Promise<ReadonlyMap<string, AssetRow>>;
  /** A file that a survey which is no draft, or the sound of an app text, speaks of: only these go to tablets. */
  assetInUse(sha256: string): Promise<AssetRow | null>;

  /** Filed answers under these keyed hashes of survey ids, oldest first. */
  answers(surveyTokens: readonly string[]): Promise<readonly AnswerRow[]>;
  /** The encrypted records of these operations; what was withdrawn meanwhile is not among them. */
  answerBoxes(opIds: readonly string[]): Promise<ReadonlyMap<string, { box: Uint8Array; capturedAt: string }>>;
  /** People's answers (entities, not corrections) by hash of the survey's id and version. */
  answerCounts(): Promise<readonly { token: string; version: number; count: number }[]>;
}
