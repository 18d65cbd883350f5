import type { DirectoryEntry } from '../../../domain/directory.ts';
import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { NOWHERE, type EntryType } from '../../../domain/place.ts';
import type { PlaceGrade } from '../../../domain/record.ts';
import { coarsened } from '../../../places/coarsen.ts';

/** What the desk may write of an entry. */
export function draftOf(entry: DirectoryEntry): PlaceDraft {
  const { entryId: _id, mergedInto: _into, closed: _closed, checked: _checked, since: _since, ...draft } = entry;
  return draft;
}

/** A new one: hidden until somebody says how closely it may be shown. */
export function blankDraft(type: EntryType): PlaceDraft {
  return {
    type,
    name: '',
    alsoCalled: [],
    setting: null,
    grade: 'shielded',
    where: NOWHERE,
    council: '',
    status: null,
    facts: {},
    size: null,
    notes: '',
    culture: [],
    askable: [],
    links: [],
  };
}

/** With another grade: where it is becomes as coarse at once, and nothing finer comes back. */
export function regraded(draft: PlaceDraft, grade: PlaceGrade): PlaceDraft {
  return { ...draft, grade, where: coarsened(draft.where, grade, draft.council) };
}
