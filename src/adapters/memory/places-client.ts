import { placeDraft, type Coverage, type DeskNote, type OpenPlace, type PlaceLine } from '../../domain/desk-places.ts';
import type { DirectoryEntry } from '../../domain/directory.ts';
import type { PlaceNews } from '../../domain/place-news.ts';
import { Problem } from '../../domain/problems.ts';
import type { PlacesClient } from '../../ports/places-client.ts';

export interface MemoryPlaces {
  /** As the list shows them; what is changed here is changed in them. */
  lines: PlaceLine[];
  notes: DeskNote[];
  events: OpenPlace['history'];
  /** When somebody was met or asked, newest first, by the entry's id. */
  met: Record<string, OpenPlace['met']>;
  coverage: Coverage;
  /** What changed, newest first; asked for a later day, only what is of that day or after it. */
  news: PlaceNews;
  /** What is kept back of the words about any entry. */
  keptBack: OpenPlace['keptBack'];
  /** What was said to be exported, in order. */
  exported: string[];
}

export const noPlaces = (): MemoryPlaces => ({
  lines: [],
  notes: [],
  events: [],
  met: {},
  coverage: { places: [], loadLimit: 4, today: '2026-11-22' },
  news: { since: '2026-11-15', today: '2026-11-22', lines: [], found: 0 },
  keptBack: [],
  exported: [],
});

/** The line of an entry of which nothing was told yet. */
export function bareLine(entry: DirectoryEntry, over: Partial<PlaceLine> = {}): PlaceLine {
  return {
    entry,
    rev: 1,
    changedAt: '2026-11-01T09:00:00.000Z',
    changedBy: '',
    entityId: null,
    lastSeen: null,
    freshness: 'never',
    status: entry.status,
    statusOn: null,
    observations: 0,
    officeNotes: 0,
    visits: 0,
    contactDays: 0,
    asked90: 0,
    lastContact: null,
    openNeeds: 0,
    keptBack: [],
    toDecide: 0,
    ...over,
  };
}

type Answer = <Value>(name: string, make: () => Value) => Promise<Value>;

/** The server's rules for places in memory: revisions, merges, what is there already. */
export function memoryPlacesClient(state: MemoryPlaces, answer: Answer, me: () => string): PlacesClient {
  const now = (): string => new Date().toISOString();
  const at = (entryId: string): PlaceLine => {
    const found = state.lines.find(({ entry }) => entry.entryId === entryId);
    if (found === undefined) throw new Problem('not-found');
    return found;
  };
  const atRev = (entryId: string, rev: number): PlaceLine => {
    const found = at(entryId);
    if (found.rev !== rev) throw new Problem('conflict', { by: found.changedBy, at: found.changedAt, rev: found.rev });
    return found;
  };
  const put = (line: PlaceLine, to: Partial<DirectoryEntry>, what: OpenPlace['history'][number]['what']): void => {
    const entry = { ...line.entry, checked: true, ...to };
    const next = { ...line, entry, rev: line.rev + 1, changedAt: now(), changedBy: me() };
    state.lines = [...state.lines.filter((one) => one.entry.entryId !== entry.entryId), next];
    const changes = Object.entries(to).map(([field, after]) => ({
      field,
      before: line.entry[field as keyof DirectoryEntry],
      after,
    }));
    state.events.push({ at: now(), by: me(), what, entryId: entry.entryId, changes });
  };
  const opened = (entryId: string): OpenPlace => {
    const { entry, rev, changedAt, changedBy, entityId } = at(entryId);
    const merged = state.lines.filter((line) => line.entry.mergedInto === entryId);
    const ids = [entryId, ...merged.map((line) => line.entry.entryId)];
    return {
      entry,
      rev,
      changedAt,
      changedBy,
      entityId,
      notes: state.notes.filter((note) => note.entryId !== null && ids.includes(note.entryId)),
      met: state.met[entryId] ?? [],
      history: state.events.filter((event) => ids.includes(event.entryId)),
      merged: merged.map((line) => ({
        entryId: line.entry.entryId,
        name: line.entry.name,
        rev: line.rev,
        ladder: line.entry.ladder ?? null,
      })),
      keptBack: state.keptBack
        .filter((piece) => ids.includes(piece.entryId))
        .map((piece) => ({ ...piece, rev: at(piece.entryId).rev })),
      linkedTo: state.lines
        .filter((line) => ids.includes(line.entry.entryId))
        .flatMap((line) => line.entry.links)
        .flatMap(({ to, how }) =>
          state.lines
            .filter((line) => line.entry.entryId === to)
            .map(({ entry: { name, type } }) => ({ entryId: to, name, type, how })),
        ),
      linkedFrom: state.lines.flatMap((line) =>
        line.entry.links
          .filter(({ to }) => ids.includes(to))
          .map(({ how }) => ({ entryId: line.entry.entryId, name: line.entry.name, type: line.entry.type, how })),
      ),
    };
  };
  const add = (entry: DirectoryEntry, what: 'added' | 'imported'): void => put(bareLine(entry, { rev: 0 }), {}, what);
  const isNew = { mergedInto: null, closed: false, checked: true };

  return {
    places: () => answer('places', () => ({ places: state.lines, loadLimit: state.coverage.loadLimit })),
    placeNotes: (query) =>
      answer('placeNotes', () => {
        const notes = state.notes.filter(
          ({ kind, themes, entryId, on }) =>
            (query.kind === undefined ? kind !== 'visit' : kind === query.kind) &&
            (query.theme === undefined || themes.includes(query.theme)) &&
            (query.entry === undefined || entryId === query.entry) &&
            (query.type === undefined || (entryId !== null && at(entryId).entry.type === query.type)) &&
            (query.from === undefined || on >= query.from) &&
            (query.to === undefined || on <= query.to),
        );
        return { notes: notes.slice(0, query.limit ?? 500), found: notes.length };
      }),
    place: (entryId) => answer('place', () => opened(entryId)),
    newPlace: (draft) =>
      answer('newPlace', () => {
        const entryId = crypto.randomUUID();
        add({ ...placeDraft.parse(draft), ...isNew, entryId, since: now().slice(0, 10) }, 'added');
        return opened(entryId);
      }),
    changePlace: (entryId, rev, draft) =>
      answer('changePlace', () => {
        put(atRev(entryId, rev), placeDraft.parse(draft), 'changed');
        return opened(entryId);
      }),
    checkPlace: (entryId, rev) =>
      answer('checkPlace', () => {
        put(atRev(entryId, rev), { checked: true }, 'checked');
        return opened(entryId);
      }),
    closePlace: (entryId, rev, closed) =>
      answer('closePlace', () => {
        put(atRev(entryId, rev), { closed }, closed ? 'closed' : 'opened');
        return opened(entryId);
      }),
    mergePlace: (entryId, { rev, into, intoRev }) =>
      answer('mergePlace', () => {
        if (entryId === into) throw new Problem('bad-request', { field: 'into' });
        const [from, to] = [atRev(entryId, rev), atRev(into, intoRev)];
        put(from, { mergedInto: into }, 'merged');
        put(to, {}, 'merged');
        return opened(into);
      }),
    decideWords: (entryId, { rev, piece, decide }) =>
      answer('decideWords', () => {
        put(atRev(entryId, rev), {}, decide === 'keep' ? 'words-kept' : 'words-out');
        state.keptBack = state.keptBack.filter((one) => one.entryId !== entryId || one.piece !== piece);
        return opened(entryId);
      }),
    unmergePlace: (entryId, rev) =>
      answer('unmergePlace', () => {
        put(atRev(entryId, rev), { mergedInto: null }, 'unmerged');
        return opened(entryId);
      }),
    importPlaces: ({ rows, try: tryOnly }) =>
      answer('importPlaces', () => ({
        rows: rows.map(({ line, entryId, entry }) => {
          const there = state.lines.find((one) => one.entry.entryId === entryId);
          if (there !== undefined) return { line, done: 'there' as const, entryId, reason: null, field: '' };
          const parsed = placeDraft.safeParse(entry);
          if (!parsed.success) {
            const field = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
            return { line, done: 'refused' as const, entryId: null, reason: 'fit' as const, field };
          }
          const id = entryId ?? crypto.randomUUID();
          if (!tryOnly) add({ ...parsed.data, ...isNew, entryId: id, since: now().slice(0, 10) }, 'imported');
          return { line, done: 'added' as const, entryId: id, reason: null, field: '' };
        }),
      })),
    placesExported: ({ as, places }) => answer('placesExported', () => void state.exported.push(`${places} (${as})`)),
    placeNews: ({ since = state.news.since }) =>
      answer('placeNews', () => {
        const lines = state.news.lines.filter(({ on, cameIn }) => (cameIn ?? on) >= since);
        return { ...state.news, since, lines, found: lines.length };
      }),
    placeCoverage: () => answer('placeCoverage', () => state.coverage),
  };
}
