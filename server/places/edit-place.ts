import { randomUUID } from 'node:crypto';
import type { PlaceDraft, PlaceMerge } from '../../src/domain/desk-places.ts';
import { directoryEntry, type DirectoryEntry } from '../../src/domain/directory.ts';
import { Problem } from '../../src/domain/problems.ts';
import { coarsened, stricter, tightens } from '../../src/places/coarsen.ts';
import type { EntryWrite, StoredEntry } from '../ports/directory-store.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { standsFor } from '../../src/places/venues.ts';
import { changesBetween, sealChanges } from './history-boxes.ts';

interface Deps {
  readonly store: Pick<Store, 'directory'>;
  readonly keys: Keyring;
}
interface By {
  readonly displayName: string;
  /** May tell where a place is more finely than before. */
  readonly mayLoosen: boolean;
}

const MOST_MERGES = 100;

/** Throws Problem('not-found'). */
export async function storedPlace({ store }: Pick<Deps, 'store'>, entryId: string): Promise<StoredEntry> {
  const found = await store.directory.entry(entryId);
  if (found === null) throw new Problem('not-found');
  return found;
}

/** Writes a new entry, looked at from the beginning. Returns its id. */
export async function addPlace(deps: Deps, draft: PlaceDraft, by: By, now: string): Promise<string> {
  const entry = newEntry(randomUUID(), draft, now);
  await write(deps, [{ before: null, entry, what: 'added' }], by, now);
  return entry.entryId;
}

/** The entry that this draft becomes: of today, open, and checked. */
export function newEntry(entryId: string, draft: PlaceDraft, now: string): DirectoryEntry {
  const own = { entryId, mergedInto: null, closed: false, checked: true, since: now.slice(0, 10) };
  // Parsed again: what is stored goes to tablets as it is, and they take nothing that is not exactly an entry.
  return directoryEntry.parse({ ...draft, name: draft.name.trim(), ...own });
}

/** Throws Problem('conflict' | 'not-found' | 'not-allowed'). */
export async function changePlace(
  deps: Deps,
  entryId: string,
  { rev, entry: draft }: { readonly rev: number; readonly entry: PlaceDraft },
  by: By,
  now: string,
): Promise<void> {
  const before = await atRev(deps, entryId, rev);
  if (tightens(draft.grade, before.entry.grade) && !by.mayLoosen) throw new Problem('not-allowed', { field: 'grade' });
  const { mergedInto, closed, since } = before.entry;
  // A desk that knows no ladder says nothing of it, and takes none away.
  const ladder = draft.ladder === undefined ? before.entry.ladder : draft.ladder;
  const own = { entryId, mergedInto, closed, since, checked: true, ...(ladder === undefined ? {} : { ladder }) };
  const whole = directoryEntry.parse({ ...draft, name: draft.name.trim(), ...own });
  const all = await deps.store.directory.entries();
  const entry = asItsOther(whole, all);
  await write(deps, [{ before, entry, what: 'changed' }, ...partsTightened(all, [entryId], entry.grade)], by, now);
}

/** Notes that somebody has looked at it. */
export async function checkPlace(deps: Deps, entryId: string, rev: number, by: By, now: string): Promise<void> {
  const before = await atRev(deps, entryId, rev);
  await write(deps, [{ before, entry: { ...before.entry, checked: true }, what: 'checked' }], by, now);
}

export async function closePlace(
  deps: Deps,
  entryId: string,
  { rev, closed }: { readonly rev: number; readonly closed: boolean },
  by: By,
  now: string,
): Promise<void> {
  const before = await atRev(deps, entryId, rev);
  const entry = { ...before.entry, closed, checked: true };
  await write(deps, [{ before, entry, what: closed ? 'closed' : 'opened' }], by, now);
}

/** Throws Problem('bad-request') for a merge into itself or in a ring, besides what every change throws. */
export async function mergePlace(deps: Deps, entryId: string, merge: PlaceMerge, by: By, now: string): Promise<void> {
  const [from, into] = await Promise.all([atRev(deps, entryId, merge.rev), atRev(deps, merge.into, merge.intoRev)]);
  await refuseRing(deps, from.entry.entryId, into.entry);
  const grade = stricter(from.entry.grade, into.entry.grade);
  const parts = partsTightened(await deps.store.directory.entries(), [entryId, merge.into], grade);
  await write(
    deps,
    [
      ...parts,
      {
        before: from,
        entry: { ...tightened(from.entry, grade), mergedInto: merge.into, checked: true },
        what: 'merged',
      },
      { before: into, entry: { ...tightened(into.entry, grade), checked: true }, what: 'merged' },
    ],
    by,
    now,
  );
}

/** It stands for itself again, with everything that was noted of it. What became coarse stays so. */
export async function unmergePlace(deps: Deps, entryId: string, rev: number, by: By, now: string): Promise<void> {
  const before = await atRev(deps, entryId, rev);
  if (before.entry.mergedInto === null) throw new Problem('bad-request', { field: 'mergedInto' });
  await write(deps, [{ before, entry: { ...before.entry, mergedInto: null }, what: 'unmerged' }], by, now);
}

interface Change extends Pick<EntryWrite, 'kept' | 'noteWords'> {
  readonly before: StoredEntry | null;
  readonly entry: DirectoryEntry;
  readonly what: EntryWrite['what'];
}

/** Writes with what changed, sealed. Throws Problem('conflict') when somebody was quicker. */
export async function write(deps: Deps, changes: readonly Change[], by: Pick<By, 'displayName'>, now: string) {
  const writes = await Promise.all(
    changes.map(async ({ before, entry, what, ...words }): Promise<EntryWrite> => ({
      ...words,
      entry,
      rev: before?.rev ?? 0,
      what,
      box: await sealChanges(deps.keys, entry.entryId, changesBetween(before?.entry ?? null, entry)),
    })),
  );
  if (await deps.store.directory.write(writes, by.displayName, now)) return;
  for (const { before } of changes) {
    const there = before === null ? null : await deps.store.directory.entry(before.entry.entryId);
    if (there !== null && there.rev !== before?.rev) throw lostUpdate(there);
  }
  throw new Problem('conflict');
}

export async function atRev(deps: Pick<Deps, 'store'>, entryId: string, rev: number): Promise<StoredEntry> {
  const found = await storedPlace(deps, entryId);
  if (found.rev !== rev) throw lostUpdate(found);
  return found;
}

/** Who was quicker, so that the slower one knows whom to talk to. */
const lostUpdate = ({ changedBy, changedAt, rev }: StoredEntry): Problem =>
  new Problem('conflict', { by: changedBy, at: changedAt, rev });

function tightened(entry: DirectoryEntry, grade: DirectoryEntry['grade']): DirectoryEntry {
  return { ...entry, grade, where: coarsened(entry.where, grade, entry.council) };
}

/**
 * What was merged into these, by whatever way, and may be told more finely than this grade: what is known of it counts as
 * theirs, so it must not say where they are.
 */
export function partsTightened(
  all: readonly StoredEntry[],
  of: readonly string[],
  grade: DirectoryEntry['grade'],
): readonly Change[] {
  const parts = new Map<string, StoredEntry>();
  let found = new Set(of);
  while (found.size > 0) {
    const next = all.filter(
      ({ entry }) =>
        entry.mergedInto !== null &&
        found.has(entry.mergedInto) &&
        !parts.has(entry.entryId) &&
        !of.includes(entry.entryId),
    );
    for (const part of next) parts.set(part.entry.entryId, part);
    found = new Set(next.map(({ entry }) => entry.entryId));
  }
  return [...parts.values()]
    .filter(({ entry }) => tightens(entry.grade, grade))
    .map((before) => ({ before, entry: tightened(before.entry, grade), what: 'changed' }));
}

/** One that was merged into another is told no finer than that one. */
function asItsOther(entry: DirectoryEntry, all: readonly StoredEntry[]): DirectoryEntry {
  const other = standsFor(
    entry.entryId,
    new Map([...all.map((one) => one.entry), entry].map((one) => [one.entryId, one])),
  );
  return other === null ? entry : tightened(entry, stricter(entry.grade, other.grade));
}

async function refuseRing(deps: Deps, from: string, into: DirectoryEntry): Promise<void> {
  let at: DirectoryEntry | null = into;
  for (let merges = 0; at !== null; merges += 1) {
    if (at.entryId === from || merges > MOST_MERGES) throw new Problem('bad-request', { field: 'into' });
    at = at.mergedInto === null ? null : ((await deps.store.directory.entry(at.mergedInto))?.entry ?? null);
  }
}
