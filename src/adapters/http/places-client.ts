import { coverage, importedPlaces, noteList, openPlace, placeList } from '../../domain/desk-places.ts';
import { placeNews } from '../../domain/place-news.ts';
import type { PlacesClient } from '../../ports/places-client.ts';
import { queryText, type DeskLink } from './desk-link.ts';

/** Thousands of rows on a slow line. Milliseconds. */
const LONG_MS = 120_000;

/** The desk's link for places. */
export function httpPlacesClient({ ask, text }: DeskLink): PlacesClient {
  const at = (entryId: string): string => `/places/${encodeURIComponent(entryId)}`;
  const change = (entryId: string, what: string, body: unknown) =>
    ask(openPlace, `${at(entryId)}/${what}`, { method: 'POST', body });

  return {
    places: () => ask(placeList, '/places', { timeoutMs: LONG_MS }),
    placeNotes: (query) => ask(noteList, `/places/notes${queryText(query)}`, { timeoutMs: LONG_MS }),
    place: (entryId) => ask(openPlace, at(entryId)),
    newPlace: (entry) => ask(openPlace, '/places', { method: 'POST', body: { entry } }),
    changePlace: (entryId, rev, entry) => ask(openPlace, at(entryId), { method: 'PUT', body: { rev, entry } }),
    checkPlace: (entryId, rev) => change(entryId, 'check', { rev }),
    closePlace: (entryId, rev, closed) => change(entryId, 'close', { rev, closed }),
    mergePlace: (entryId, merge) => change(entryId, 'merge', merge),
    decideWords: (entryId, decision) => change(entryId, 'words', decision),
    unmergePlace: (entryId, rev) => change(entryId, 'unmerge', { rev }),
    importPlaces: (body) => ask(importedPlaces, '/places/import', { method: 'POST', body, timeoutMs: LONG_MS }),
    placesExported: async (body) => void (await text('/places/exported', { method: 'POST', body })),
    placeNews: (query) => ask(placeNews, `/places/news${queryText(query)}`, { timeoutMs: LONG_MS }),
    placeCoverage: () => ask(coverage, '/places/coverage', { timeoutMs: LONG_MS }),
  };
}
