import type { DirectoryEntry, Observation } from '../domain/directory.ts';
import { looksPersonal, type PersonalPiece } from '../domain/looks-personal.ts';
import type { PlaceFacts } from '../domain/place.ts';
import type { Owed } from '../domain/protocol.ts';
import type { PlaceGrade } from '../domain/record.ts';

/** What stands instead of a piece that is not told: no word of any language, and never longer than the piece. */
const INSTEAD = '…';

/** A text of an entry or a note, and in which field of it it stands. */
export type ChangeText = (text: string, field: string) => string;

/** Nothing that says a position, and no postcode, has neither a digit, nor a slash, nor the name of the three words. */
const MAYBE = /[\p{N}/]|what ?3|w3w/iu;

/**
 * Pieces of a text that say more than a place of this grade may be told: positions, and postcodes, which are a dozen doors.
 * At `open` both are the team's to tell.
 */
export function tooFineIn(text: string, grade: PlaceGrade): readonly PersonalPiece[] {
  if (grade === 'open' || !MAYBE.test(text)) return [];
  return looksPersonal(text).filter(({ looksLike }) => looksLike === 'position' || looksLike === 'postcode');
}

/** The text without these pieces of it, which stand in it in this order. */
export function withoutPieces(text: string, pieces: readonly Pick<PersonalPiece, 'at' | 'text'>[]): string {
  return pieces.reduceRight(
    (rest, { at, text: piece }) => `${rest.slice(0, at)}${INSTEAD}${rest.slice(at + piece.length)}`,
    text,
  );
}

/** The text without any of these words, wherever they stand in it. */
export function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, piece) => (piece === '' ? rest : rest.replaceAll(piece, INSTEAD)), text);
}

const FACTS = ['whoMeets', 'host', 'timesNote', 'accessNote', 'sensitivities'] as const;

function factTexts(facts: PlaceFacts, change: ChangeText): PlaceFacts {
  const next: PlaceFacts = { ...facts };
  for (const name of FACTS) {
    const text = facts[name];
    if (text !== undefined) next[name] = change(text, 'facts');
  }
  if (facts.languages !== undefined) next.languages = facts.languages.map((tag) => change(tag, 'facts'));
  const { permission } = facts;
  if (permission?.note !== undefined) next.permission = { ...permission, note: change(permission.note, 'facts') };
  return next;
}

/** The entry with every text of it changed that a tablet, a file or a paper shows; fields are those of the entry. */
export function entryTexts(entry: DirectoryEntry, change: ChangeText): DirectoryEntry {
  const { where, size } = entry;
  return {
    ...entry,
    name: change(entry.name, 'name'),
    alsoCalled: entry.alsoCalled.map((name) => change(name, 'alsoCalled')),
    council: change(entry.council, 'council'),
    where: where.as === 'council' ? { ...where, council: change(where.council, 'council') } : where,
    facts: factTexts(entry.facts, change),
    size: size === null ? null : { ...size, about: change(size.about, 'size') },
    notes: change(entry.notes, 'notes'),
    culture: entry.culture.map((note) => ({
      ...note,
      says: change(note.says, 'culture'),
      approvedBy: change(note.approvedBy, 'culture'),
    })),
    askable: entry.askable.map((one) => ({
      ...one,
      who: change(one.who, 'askable'),
      how: change(one.how, 'askable'),
    })),
  };
}

/** The note with every text of it changed: what was said (field `what`), the facts, the council area. */
export function noteTexts<Note extends Pick<Observation, 'what' | 'facts' | 'where'>>(
  note: Note,
  change: ChangeText,
): Note {
  const { where } = note;
  return {
    ...note,
    what: change(note.what, 'what'),
    facts: factTexts(note.facts, change),
    where: where.as === 'council' ? { ...where, council: change(where.council, 'council') } : where,
  };
}

/** What is owed with every text of it changed: it carries the names of the place and the group as they were that day. */
export const owedTexts = (owed: Owed, change: (text: string) => string): Owed => ({
  ...owed,
  groupName: change(owed.groupName),
  placeName: change(owed.placeName),
  what: change(owed.what),
});
