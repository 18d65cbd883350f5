import type { DeskNote, PlaceLine } from '../../../domain/desk-places.ts';
import type { EntryType, NoteKind } from '../../../domain/place.ts';
import { fold } from '../../../places/fold.ts';
import { standsFor } from '../../../places/venues.ts';

/** What of the directory is looked at. */
export interface PlaceFilter {
  /** Words of a name, of another name, or of a council area. */
  readonly words: string;
  readonly type: EntryType | 'all';
  /** Id of a group, a network or a community: it, and what is linked to it. Empty: all. */
  readonly group: string;
  /** A kind of note that somebody made there. */
  readonly kind: NoteKind | 'all';
  /** A code of the list `themes`. */
  readonly theme: string;
  /**
   * `open`: a need, a danger or something in the way is. `new`: staff have not looked at it. `words`: some are kept back until
   * staff decide. What is closed shows by itself alone.
   */
  readonly age: 'all' | 'fresh' | 'fading' | 'never' | 'often' | 'open' | 'new' | 'words' | 'closed';
}

export const EVERYTHING: PlaceFilter = { words: '', type: 'all', group: '', kind: 'all', theme: '', age: 'all' };

/** Notes of this kind and theme. */
export function notesThatFit(notes: readonly DeskNote[], { kind, theme }: PlaceFilter): readonly DeskNote[] {
  if (kind === 'all' && theme === '') return notes;
  return notes.filter(
    (note) => (kind === 'all' || note.kind === kind) && (theme === '' || note.themes.includes(theme)),
  );
}

/** Ids of the entries that these notes are about; null where no kind and no theme is asked for. */
export function notedIn(fitting: readonly DeskNote[], { kind, theme }: PlaceFilter): ReadonlySet<string> | null {
  if (kind === 'all' && theme === '') return null;
  return new Set(fitting.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])));
}

/** Of those, the ones about no entry, while nothing is asked that only entries have. */
export function looseNotes(fitting: readonly DeskNote[], filter: PlaceFilter): readonly DeskNote[] {
  if (filter.type !== 'all' || filter.group !== '' || filter.age !== 'all') return [];
  const wanted = wordsIn(filter.words);
  return fitting.filter((note) => {
    if (note.entryId !== null || note.kind === 'visit') return false;
    if (wanted.length === 0) return true;
    const text = fold(`${note.name}\n${note.what}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** What goes on under its own name, ready to be searched: folding and sorting ten thousand is done once. */
export interface Listed {
  readonly line: PlaceLine;
  /** Its id, and those of what was merged into it. */
  readonly ids: readonly string[];
  /** All their names and the council area, as people search. */
  readonly text: string;
  /** What it or they link to. */
  readonly links: readonly string[];
}

/** In the order of names. What was merged stands under what it was merged into, and is found by its name. */
export function listed(places: readonly PlaceLine[]): readonly Listed[] {
  const entries = new Map(places.map(({ entry }) => [entry.entryId, entry]));
  const parts = new Map<string, PlaceLine['entry'][]>();
  for (const { entry } of places) {
    const into = standsFor(entry.entryId, entries)?.entryId ?? entry.entryId;
    const there = parts.get(into);
    if (there === undefined) parts.set(into, [entry]);
    else there.push(entry);
  }
  return places
    .filter(({ entry }) => entry.mergedInto === null)
    .map((line) => {
      const all = parts.get(line.entry.entryId) ?? [line.entry];
      return {
        line,
        ids: all.map(({ entryId }) => entryId),
        text: fold(all.flatMap(({ name, alsoCalled, council }) => [name, ...alsoCalled, council]).join('\n')),
        links: all.flatMap(({ links }) => links.map(({ to }) => to)),
      };
    })
    .toSorted((one, other) => order.compare(one.line.entry.name, other.line.entry.name));
}

const order = new Intl.Collator();

/** What fits, in its order. */
export function narrowed(
  list: readonly Listed[],
  filter: PlaceFilter,
  noted: ReadonlySet<string> | null,
  loadLimit: number,
): readonly PlaceLine[] {
  const wanted = wordsIn(filter.words);
  const group = filter.group === '' ? null : list.find(({ line }) => line.entry.entryId === filter.group);
  return list
    .filter(({ line }) => line.entry.closed === (filter.age === 'closed'))
    .filter(({ line }) => filter.type === 'all' || line.entry.type === filter.type)
    .filter(({ line }) => isOfAge(line, filter.age, loadLimit))
    .filter((one) => group === null || (group !== undefined && belongs(one, group)))
    .filter(({ ids }) => noted === null || ids.some((id) => noted.has(id)))
    .filter(({ text }) => wanted.every((word) => text.includes(word)))
    .map(({ line }) => line);
}

/** Words of a search, each to be found. */
const wordsIn = (search: string): readonly string[] =>
  fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');

/** It, or linked to it, whichever end says so. */
const belongs = (one: Listed, group: Listed): boolean =>
  one === group || one.links.some((to) => group.ids.includes(to)) || group.links.some((to) => one.ids.includes(to));

function isOfAge(line: PlaceLine, age: PlaceFilter['age'], loadLimit: number): boolean {
  switch (age) {
    case 'all':
    case 'closed':
      return true;
    case 'new':
      return !line.entry.checked;
    case 'words':
      return line.toDecide > 0;
    case 'often':
      return line.asked90 >= loadLimit;
    case 'never':
      return line.contactDays === 0;
    case 'open':
      return line.openNeeds > 0;
    default:
      return line.freshness === age;
  }
}
