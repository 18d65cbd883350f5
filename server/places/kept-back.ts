import type { KeptBack } from '../../src/domain/desk-places.ts';
import type { Owed } from '../../src/domain/protocol.ts';
import { entryTexts, noteTexts, owedTexts } from '../../src/places/place-texts.ts';
import type { StoredEntry, StoredObservation } from '../ports/directory-store.ts';
import { keptBackIn, pieceKey, writerHolds } from './words-told.ts';

type Where = KeptBack['in'][number];

/** What of the words of an entry, of the notes about it, and of what is owed to it is kept back, each piece once. */
export function keptBackOf(
  stored: StoredEntry,
  notes: readonly StoredObservation[],
  promises: readonly Owed[],
): readonly KeptBack[] {
  const { entry, kept, rev } = stored;
  const asked = { entryId: entry.entryId, grade: entry.grade, kept };
  const found = new Map<string, { piece: string; in: Where[] }>();
  const look = (text: string, at: Omit<Where, 'says' | 'written'>): string => {
    for (const { text: written } of keptBackIn(text, asked)) {
      const key = pieceKey(entry.entryId, written);
      const there = found.get(key) ?? { piece: written, in: [] };
      const where = { ...at, says: text, written };
      if (!there.in.some((one) => JSON.stringify(one) === JSON.stringify(where))) there.in.push(where);
      found.set(key, there);
    }
    return text;
  };
  if (entry.grade !== 'open') {
    entryTexts(entry, (text, field) => look(text, { field, observationId: null }));
    for (const { observation, askedAt } of notes)
      if (observation.entryId === entry.entryId && !writerHolds(askedAt, entry.grade))
        noteTexts(observation, (text, field) => look(text, { field, observationId: observation.observationId }));
    for (const owed of promises)
      if (owed.placeId === entry.entryId) owedTexts(owed, (text) => look(text, { field: 'owed', observationId: null }));
  }
  return [...found.values()].map((piece) => ({ ...piece, entryId: entry.entryId, rev }));
}

/** As they stand in the words of the entry itself, for whoever makes a file of it. */
export function ownKeptBack({ entry, kept }: StoredEntry): readonly string[] {
  const asked = { entryId: entry.entryId, grade: entry.grade, kept };
  const found = new Set<string>();
  if (entry.grade !== 'open')
    entryTexts(entry, (text) => {
      for (const { text: piece } of keptBackIn(text, asked)) found.add(piece);
      return text;
    });
  return [...found];
}
