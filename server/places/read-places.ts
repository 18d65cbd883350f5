import type {
  Coverage,
  NoteList,
  NotesQuery,
  OpenPlace,
  PlaceEvent,
  PlaceList,
  PlaceLine,
} from '../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import type { PlaceNews } from '../../src/domain/place-news.ts';
import type { Owed } from '../../src/domain/protocol.ts';
import { coverageOf, partsOf, withParts } from '../../src/places/coverage.ts';
import { daysBefore } from '../../src/places/days.ts';
import { directoryOf, type Directory, type Known } from '../../src/places/history.ts';
import { LOAD_DAYS } from '../../src/places/load.ts';
import { newsOf, newsSince } from '../../src/places/news.ts';
import { openCounts } from '../../src/places/open-counts.ts';
import { standsFor } from '../../src/places/venues.ts';
import { readOrganisation } from '../org/organisation.ts';
import type { DirectoryHistoryRow, PlaceContact, StoredEntry, StoredObservation } from '../ports/directory-store.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { storedPlace } from './edit-place.ts';
import { changesAt, openChanges } from './history-boxes.ts';
import { keptBackOf, ownKeptBack } from './kept-back.ts';
import { createNoteReader, matching } from './note-reader.ts';

const NOTES_TOLD = 500;

export interface PlaceReader {
  list(today: string): Promise<PlaceList>;
  notes(query: NotesQuery): Promise<NoteList>;
  /** Throws Problem('not-found'). */
  open(entryId: string): Promise<OpenPlace>;
  coverage(today: string): Promise<Coverage>;
  /** What changed since a day; without one, in the last week. */
  news(since: string | undefined, today: string): Promise<PlaceNews>;
}

/** Everything the desk reads of the directory. */
export function createPlaceReader(deps: { readonly store: Store; readonly keys: Keyring }): PlaceReader {
  const { store, keys } = deps;
  const reader = createNoteReader(deps);

  const whole = async (today: string) => {
    const [entries, told, contacts, { loadLimit }] = await Promise.all([
      store.directory.entries(),
      store.directory.observations(),
      store.directory.contacts(),
      readOrganisation(store),
    ]);
    const directory = directoryOf(
      entries.map(({ entry }) => entry),
      told.map(({ observation }) => observation),
      [],
      today,
    );
    return { entries, contacts, loadLimit, directory, told };
  };

  /** Whose contacts count for it: its own and, of a community or a network, those of its parts. */
  const countedFor = async (
    { entry }: StoredEntry,
    all: readonly StoredEntry[],
    ids: readonly string[],
  ): Promise<readonly string[]> => {
    if (entry.type !== 'community' && entry.type !== 'network') return ids;
    const told = await store.directory.observations();
    const directory = directoryOf(
      all.map((stored) => stored.entry),
      told.map(({ observation }) => observation),
      [],
      '',
    );
    const parts = [...withParts(entry.entryId, partsOf(directory))];
    return [...new Set([...ids, ...parts.flatMap((id) => directory.find(id)?.ids ?? [])])];
  };

  return {
    async list(today) {
      const [{ entries, contacts, loadLimit, directory, told }, kept, office, promises] = await Promise.all([
        whole(today),
        store.directory.officeCounts(),
        reader.officeToCount(),
        store.directory.promises(),
      ]);
      const openAt = openCounts(directory, office, today);
      const lines = linesOf(entries, directory, contacts, kept, openAt, today);
      const undecided = undecidedOf(entries, told, promises, (id) => directory.find(id)?.entry.entryId ?? id);
      return {
        places: lines.map((line) => ({ ...line, toDecide: undecided.get(line.entry.entryId) ?? 0 })),
        loadLimit,
      };
    },

    async notes(query) {
      const entries = byId(await store.directory.entries());
      const wanted = query.entry === undefined ? undefined : idsOf(query.entry, entries);
      const found = matching(await reader.notes(entries, wanted), query, entries);
      return { notes: found.slice(0, query.limit ?? NOTES_TOLD), found: found.length };
    },

    async open(entryId) {
      const found = await storedPlace(deps, entryId);
      const all = await store.directory.entries();
      const entries = byId(all);
      const ids = idsOf(entryId, entries);
      const [notes, told, promises, history, contacts] = await Promise.all([
        reader.notes(entries, ids),
        store.directory.observations(ids),
        store.directory.promises(),
        store.directory.history(ids),
        countedFor(found, all, ids).then((counted) => store.directory.contacts(counted)),
      ]);
      const events = history.map((row) => openEvent(keys, row, entries));
      return {
        ...shown(found),
        notes: [...notes],
        history: await Promise.all(events),
        met: daysMet(contacts),
        merged: all
          .filter(({ entry }) => entry.entryId !== entryId && ids.includes(entry.entryId))
          .map(({ entry, rev }) => ({
            entryId: entry.entryId,
            name: entry.name,
            rev,
            ...(entry.ladder == null ? {} : { ladder: entry.ladder }),
          })),
        keptBack: all
          .filter(({ entry }) => ids.includes(entry.entryId))
          .flatMap((stored) => keptBackOf(stored, told, promises)),
        linkedTo: ids.flatMap((id) =>
          (entries.get(id)?.links ?? []).flatMap(({ to, how }) => {
            const end = standsFor(to, entries);
            return end === null || ids.includes(end.entryId)
              ? []
              : [{ entryId: end.entryId, name: end.name, type: end.type, how }];
          }),
        ),
        linkedFrom: all.flatMap(({ entry }) =>
          entry.links
            .filter(({ to }) => ids.includes(to))
            .map(({ how }) => ({ entryId: entry.entryId, name: entry.name, type: entry.type, how })),
        ),
      };
    },

    async coverage(today) {
      const [{ directory, contacts, loadLimit }, office] = await Promise.all([whole(today), reader.officeToCount()]);
      return coverageOf(directory, contacts, { today, loadLimit, office });
    },

    async news(wanted, today) {
      const since = newsSince(wanted, today);
      const stored = await store.directory.entries();
      const entries = byId(stored);
      const [notes, history, arrivals] = await Promise.all([
        reader.notes(entries),
        store.directory.historySince(since),
        store.directory.arrivals(since),
      ]);
      const events = await Promise.all(
        history.filter(({ what }) => IN_NEWS.has(what)).map((row) => openEvent(keys, row, entries)),
      );
      const cameIn = new Map([...arrivals].map(([entityId, at]) => [entityId, at.slice(0, 10)]));
      return newsOf({ entries: stored.map(({ entry }) => entry), notes, events, cameIn }, since, today);
    },
  };
}

function daysMet(contacts: readonly PlaceContact[]): OpenPlace['met'] {
  const days = new Map<string, Set<string>>();
  for (const { day, kind } of contacts) days.set(day, (days.get(day) ?? new Set()).add(kind));
  return [...days]
    .map(([day, kinds]) => ({ day, kinds: [...kinds].sort() }))
    .sort((one, other) => (one.day < other.day ? 1 : -1));
}

/** What is done to entries all day and changes nothing that others would look for is not opened. */
const IN_NEWS: ReadonlySet<string> = new Set<PlaceEvent['what']>([
  'arrived',
  'added',
  'imported',
  'brought',
  'changed',
  'closed',
  'opened',
  'merged',
  'unmerged',
]);

async function openEvent(
  keys: Keyring,
  row: DirectoryHistoryRow,
  entries: ReadonlyMap<string, DirectoryEntry>,
): Promise<PlaceEvent> {
  const { at, byName: by, entryId, box } = row;
  // What its words said while it could be told more finely is nowhere to be read any more.
  const changes = changesAt(entries.get(entryId)?.grade ?? 'shielded', await openChanges(keys, entryId, box));
  return { at, by, what: row.what as PlaceEvent['what'], entryId, changes };
}

const byId = (entries: readonly StoredEntry[]): ReadonlyMap<string, DirectoryEntry> =>
  new Map(entries.map(({ entry }) => [entry.entryId, entry]));

const shown = ({ entry, rev, changedAt, changedBy, entityId }: StoredEntry) => ({
  entry,
  rev,
  changedAt,
  changedBy,
  entityId,
});

/** It, and everything that was merged into it, by whatever way. */
function idsOf(entryId: string, entries: ReadonlyMap<string, DirectoryEntry>): string[] {
  const others = [...entries.values()].filter(
    (entry) => entry.mergedInto !== null && standsFor(entry.entryId, entries)?.entryId === entryId,
  );
  return [entryId, ...others.map((entry) => entry.entryId).filter((id) => id !== entryId)];
}

function linesOf(
  entries: readonly StoredEntry[],
  directory: Directory,
  contacts: readonly PlaceContact[],
  kept: ReadonlyMap<string, number>,
  openAt: (known: Known) => number,
  today: string,
): Omit<PlaceLine, 'toDecide'>[] {
  const days = new Map<string, Set<string>>();
  const office = new Map<string, number>();
  const standing = (id: string): string => directory.find(id)?.entry.entryId ?? id;
  for (const { entryId, day } of contacts) {
    const id = standing(entryId);
    days.set(id, (days.get(id) ?? new Set()).add(day > today ? today : day));
  }
  for (const [entryId, count] of kept) office.set(standing(entryId), (office.get(standing(entryId)) ?? 0) + count);
  const since = daysBefore(today, LOAD_DAYS);
  const parts = partsOf(directory);
  return entries.map((stored): Omit<PlaceLine, 'toDecide'> => {
    const { entryId } = stored.entry;
    // A merged entry shows nothing of its own: it counts for the other.
    const known = ownOf(directory.find(entryId), entryId);
    const counted = known === null ? [] : [...withParts(entryId, parts)];
    const met = [...new Set(counted.flatMap((id) => [...(days.get(id) ?? [])]))].sort();
    return {
      ...shown(stored),
      lastSeen: known?.lastSeen ?? null,
      freshness: known?.freshness ?? 'never',
      status: known === null ? stored.entry.status : known.status,
      statusOn: known?.statusOn ?? null,
      observations: known?.observations.length ?? 0,
      officeNotes: known === null ? 0 : (office.get(entryId) ?? 0),
      visits: known?.visits ?? 0,
      contactDays: met.length,
      asked90: met.filter((day) => day > since).length,
      lastContact: met.at(-1) ?? null,
      openNeeds: known === null ? 0 : openAt(known),
      keptBack: [...ownKeptBack(stored)],
    };
  });
}

/** How many pieces of words staff have to decide on, by the entry that counts. */
function undecidedOf(
  entries: readonly StoredEntry[],
  told: readonly StoredObservation[],
  promises: readonly Owed[],
  standing: (id: string) => string,
): ReadonlyMap<string, number> {
  const notes = new Map<string, StoredObservation[]>();
  for (const one of told) {
    const there = notes.get(one.observation.entryId);
    if (there === undefined) notes.set(one.observation.entryId, [one]);
    else there.push(one);
  }
  const found = new Map<string, number>();
  for (const stored of entries) {
    const { entryId } = stored.entry;
    const id = standing(entryId);
    found.set(id, (found.get(id) ?? 0) + keptBackOf(stored, notes.get(entryId) ?? [], promises).length);
  }
  return found;
}

const ownOf = (known: Known | null, entryId: string): Known | null =>
  known !== null && known.entry.entryId === entryId ? known : null;
