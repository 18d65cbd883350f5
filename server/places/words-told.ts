import { createHash } from 'node:crypto';
import type { DirectoryEntry, Observation } from '../../src/domain/directory.ts';
import type { PersonalPiece } from '../../src/domain/looks-personal.ts';
import type { Owed } from '../../src/domain/protocol.ts';
import type { PlaceGrade } from '../../src/domain/record.ts';
import { stricter } from '../../src/places/coarsen.ts';
import { entryTexts, noteTexts, owedTexts, tooFineIn, withoutPieces } from '../../src/places/place-texts.ts';
import type { KeptWords } from '../ports/directory-store.ts';

/**
 * What of the words about a place leaves the desk. A piece that says more than the place's grade allows is kept back until
 * somebody who was asked about it at this grade, or at a stricter one, said that it stays: the worker before the record was
 * finished, or staff. When the grade is made stricter, nobody was asked at the new one, and all such pieces are kept back.
 */

/** Of whose words it is, how closely that may be told, and what was said to stay. */
export interface Asked {
  readonly entryId: string;
  readonly grade: PlaceGrade;
  readonly kept: readonly KeptWords[];
}

/** By which a piece is known again: of this entry, however it is written, and without its words, which may be taken back. */
export function pieceKey(entryId: string, piece: string): string {
  const plain = piece.replaceAll(/\s+/g, '').toLowerCase();
  return createHash('sha256').update(`${entryId} ${plain}`).digest('hex').slice(0, 32);
}

const holds = (askedAt: PlaceGrade, grade: PlaceGrade): boolean => stricter(askedAt, grade) === askedAt;

/** The pieces of a text that are kept back, in their order. */
export function keptBackIn(text: string, { entryId, grade, kept }: Asked): readonly PersonalPiece[] {
  const found = tooFineIn(text, grade);
  if (found.length === 0) return found;
  const stays = new Set(kept.filter(({ at }) => holds(at, grade)).map(({ piece }) => piece));
  return found.filter((piece) => !stays.has(pieceKey(entryId, piece.text)));
}

/** The entry as everybody else may have it: without what is kept back, and without what staff write for one another. */
export function entryAsTold(entry: DirectoryEntry, asked: Asked): DirectoryEntry {
  const { ladder: _forStaff, ...told } = entry;
  return entryTexts(told, (text) => withoutPieces(text, keptBackIn(text, asked)));
}

/** `askedAt`: at which grade the writer was asked about the words of this note; null where nobody knows. */
export function noteAsTold(note: Observation, asked: Asked, askedAt: PlaceGrade | null): Observation {
  if (writerHolds(askedAt, asked.grade)) return note;
  return noteTexts(note, (text) => withoutPieces(text, keptBackIn(text, asked)));
}

/** Nobody is asked about a promise at the grade of the place it was made at. */
export function promiseAsTold(owed: Owed, asked: Asked): Owed {
  return owedTexts(owed, (text) => withoutPieces(text, keptBackIn(text, asked)));
}

/** Whether what its writer kept holds at this grade. */
export const writerHolds = (askedAt: PlaceGrade | null, grade: PlaceGrade): boolean =>
  askedAt !== null && holds(askedAt, grade);

/** What the writer of this entry was asked about at its own grade, and kept. */
export function keptByWriter(entry: DirectoryEntry): readonly KeptWords[] {
  const kept = new Set<string>();
  entryTexts(entry, (text) => {
    for (const { text: piece } of tooFineIn(text, entry.grade)) kept.add(pieceKey(entry.entryId, piece));
    return text;
  });
  return [...kept].map((piece) => ({ piece, at: entry.grade }));
}

/** Whether any text of it could be kept back, at the strictest grade. */
export function mayBeKeptBack(of: Observation | DirectoryEntry | Owed): boolean {
  let found = false;
  const look = (text: string): string => {
    found ||= tooFineIn(text, 'shielded').length > 0;
    return text;
  };
  if ('dueOn' in of) owedTexts(of, look);
  else if ('observationId' in of) noteTexts(of, look);
  else entryTexts(of, look);
  return found;
}
