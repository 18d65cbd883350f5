import { textOf, textsOfFacts, tooFineFor } from '../place-words.ts';
import type { PlaceWords } from '../views.ts';
import type { PlaceDraft } from './draft.ts';

/** Every text of an entry that somebody writes: they go to all tablets, and to the desk. */
export function placeWords(entry: PlaceDraft): PlaceWords<PlaceDraft> {
  const { where, size } = entry;
  return {
    grade: entry.grade,
    tooFine: tooFineFor(entry.grade),
    words: [
      textOf(entry, 'name', 120),
      where.as === 'council'
        ? { words: where.council, most: 120, with: (council) => ({ ...entry, where: { ...where, council } }) }
        : textOf(entry, 'council', 120),
      textOf(entry, 'said', 2000),
      ...textsOfFacts(entry),
      ...(size === null
        ? []
        : [{ words: size.about, most: 80, with: (about: string) => ({ ...entry, size: { ...size, about } }) }]),
    ],
  };
}
