import type {
  Coverage,
  ImportedPlaces,
  NoteList,
  NotesQuery,
  OpenPlace,
  PlaceDraft,
  PlaceImport,
  PlaceList,
  PlaceMerge,
  PlacesExported,
  WordsDecision,
} from '../domain/desk-places.ts';
import type { NewsQuery, PlaceNews } from '../domain/place-news.ts';

/** The part of the desk's link about the directory of places. Fails as every call of `DeskClient` does. */
export interface PlacesClient {
  /** Every entry, the closed and the merged ones too, with what a list shows of it. */
  places(): Promise<PlaceList>;
  /** What was noted of places, and of spots that are none, newest first. */
  placeNotes(query: NotesQuery): Promise<NoteList>;
  place(entryId: string): Promise<OpenPlace>;
  newPlace(entry: PlaceDraft): Promise<OpenPlace>;
  /**
   * Throws Problem('conflict') with `details.by` and `details.at` when somebody changed it since `rev`: nothing was
   * written. Problem('not-allowed') for whoever may not tell more finely where a place is.
   */
  changePlace(entryId: string, rev: number, entry: PlaceDraft): Promise<OpenPlace>;
  checkPlace(entryId: string, rev: number): Promise<OpenPlace>;
  closePlace(entryId: string, rev: number, closed: boolean): Promise<OpenPlace>;
  /** Answers with the entry that goes on. */
  mergePlace(entryId: string, merge: PlaceMerge): Promise<OpenPlace>;
  /** What becomes of words that are kept back. `entryId` is whose words they are; answers with that entry. */
  decideWords(entryId: string, decision: WordsDecision): Promise<OpenPlace>;
  unmergePlace(entryId: string, rev: number): Promise<OpenPlace>;
  importPlaces(wanted: PlaceImport): Promise<ImportedPlaces>;
  /** Told before a file is saved. */
  placesExported(what: PlacesExported): Promise<void>;
  placeCoverage(): Promise<Coverage>;
  /** What changed across all places since a day. */
  placeNews(query: NewsQuery): Promise<PlaceNews>;
}
