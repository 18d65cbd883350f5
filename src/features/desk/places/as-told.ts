import type { OpenPlace } from '../../../domain/desk-places.ts';
import { entryTexts, noteTexts, withoutWords } from '../../../places/place-texts.ts';

/** An entry and its notes as they may leave the desk: without the words that are kept back. */
export function asTold(open: OpenPlace): OpenPlace {
  const words = [...new Set(open.keptBack.flatMap((piece) => piece.in.map(({ written }) => written)))];
  // The longest first: one may be a part of another.
  words.sort((one, other) => other.length - one.length);
  const without = (text: string): string => withoutWords(text, words);
  return {
    ...open,
    entry: entryTexts(open.entry, without),
    notes: open.notes.map((note) => noteTexts(note, without)),
  };
}
