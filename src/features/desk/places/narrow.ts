import type { DeskNote, PlaceLine } from '../../../domain/desk-places.ts';
import type { EntryType, NoteKind } from '../../../domain/place.ts';
import { fold } from '../../../places/fold.ts';

/** What of the directory is looked at. */
export interface PlaceFilter {
  /** Words of a name, of another name, or of a council area. */
  readonly words: string;
  readonly type: EntryType | 'all';
  /** A kind of note that somebody made there. */
  readonly kind: NoteKind | 'all';
  /** A code of the list `themes`. */
  readonly theme: string;
  /** `new`: staff have not looked at it. What is closed shows by itself alone. */
  readonly age: 'all' | 'fresh' | 'fading' | 'never' | 'often' | 'new' | 'closed';
}

export const EVERYTHING: PlaceFilter = { words: '', type: 'all', kind: 'all', theme: '', age: 'all' };

/** Ids of the entries that notes of this kind and theme are about; null where neither is asked for. */
export function notedIn(notes: readonly DeskNote[], { kind, theme }: PlaceFilter): ReadonlySet<string> | null {
  if (kind === 'all' && theme === '') return null;
  const fits = (note: DeskNote): boolean =>
    (kind === 'all' || note.kind === kind) && (theme === '' || note.themes.includes(theme));
  return new Set(notes.flatMap((note) => (note.entryId !== null && fits(note) ? [note.entryId] : [])));
}

/** What fits, in the order of its names. What was merged stands under what it was merged into, and is found by its name. */
export function narrowed(
  places: readonly PlaceLine[],
  filter: PlaceFilter,
  noted: ReadonlySet<string> | null,
  loadLimit: number,
): readonly PlaceLine[] {
  const merged = new Map<string, PlaceLine[]>();
  for (const line of places) {
    const into = line.entry.mergedInto;
    if (into !== null) merged.set(into, [...(merged.get(into) ?? []), line]);
  }
  const wanted = fold(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return places
    .filter(({ entry }) => entry.mergedInto === null && entry.closed === (filter.age === 'closed'))
    .filter(({ entry }) => filter.type === 'all' || entry.type === filter.type)
    .filter((line) => isOfAge(line, filter.age, loadLimit))
    .filter(({ entry }) => {
      if (noted === null) return true;
      return [entry.entryId, ...(merged.get(entry.entryId) ?? []).map((one) => one.entry.entryId)].some((id) =>
        noted.has(id),
      );
    })
    .filter((line) => {
      if (wanted.length === 0) return true;
      const named = [line, ...(merged.get(line.entry.entryId) ?? [])];
      const text = fold(named.flatMap(({ entry }) => [entry.name, ...entry.alsoCalled, entry.council]).join('\n'));
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((one, other) => one.entry.name.localeCompare(other.entry.name));
}

function isOfAge(line: PlaceLine, age: PlaceFilter['age'], loadLimit: number): boolean {
  switch (age) {
    case 'all':
    case 'closed':
      return true;
    case 'new':
      return !line.entry.checked;
    case 'often':
      return line.asked90 >= loadLimit;
    case 'never':
      return line.contactDays === 0;
    default:
      return line.freshness === age;
  }
}
