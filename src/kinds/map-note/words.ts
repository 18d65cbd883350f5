import { textOf, textsOfFacts, tooFineFor } from '../place-words.ts';
import type { PlaceWords } from '../views.ts';
import type { MapNoteDraft } from './draft.ts';

/** Every text of a note that somebody writes, those on its plan too. */
export function placeWords(note: MapNoteDraft): PlaceWords<MapNoteDraft> {
  const { where, sheet } = note;
  return {
    grade: note.grade,
    tooFine: tooFineFor(note.grade),
    words: [
      textOf(note, 'said', 600),
      ...textsOfFacts(note),
      ...(where.as === 'council'
        ? [{ words: where.council, most: 120, with: (council: string) => ({ ...note, where: { ...where, council } }) }]
        : []),
      ...(sheet?.marks ?? []).map((mark, at) => ({
        words: mark.says,
        most: 80,
        with: (says: string) => ({
          ...note,
          sheet: sheet && { ...sheet, marks: sheet.marks.with(at, { ...mark, says }) },
        }),
      })),
    ],
  };
}
