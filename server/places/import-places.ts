import { randomUUID } from 'node:crypto';
import { placeDraft, type ImportedPlaces, type PlaceImport } from '../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { allowedAt, where } from '../../src/domain/place.ts';
import { placeGrade } from '../../src/domain/record.ts';
import { fold } from '../../src/places/fold.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { newEntry, write } from './edit-place.ts';

type Answer = ImportedPlaces['rows'][number];
const AT_ONCE = 250;

/**
 * Adds the entries of a file, each row answered for itself. What is there already, by its id or by its type and name, is
 * left as it is. With `try` nothing is written. A refusal names the field, never what stood in it.
 */
export async function importPlaces(
  deps: { readonly store: Pick<Store, 'directory'>; readonly keys: Keyring },
  { rows, try: tryOnly }: PlaceImport,
  by: { readonly displayName: string },
  now: string,
): Promise<ImportedPlaces> {
  const ids = new Set<string>();
  const names = new Map<string, string>();
  for (const { entry } of await deps.store.directory.entries()) {
    ids.add(entry.entryId);
    names.set(nameOf(entry), entry.entryId);
  }
  const fresh: DirectoryEntry[] = [];
  const inFile = new Set<string>();
  const answers = rows.map(({ line, entryId, entry: given }): Answer => {
    if (entryId !== null && ids.has(entryId)) return { line, done: 'there', entryId, reason: null, field: '' };
    const parsed = placeDraft.safeParse(given);
    if (!parsed.success) {
      const field = (parsed.error.issues[0]?.path ?? []).map(String).join('.').slice(0, 80);
      return { line, done: 'refused', entryId: null, reason: isTooFine(given) ? 'finer' : 'fit', field };
    }
    const known = names.get(nameOf(parsed.data));
    if (known !== undefined) return { line, done: 'there', entryId: known, reason: null, field: 'name' };
    if ((entryId !== null && inFile.has(entryId)) || inFile.has(nameOf(parsed.data)))
      return { line, done: 'refused', entryId: null, reason: 'twice', field: 'name' };
    const entry = newEntry(entryId ?? randomUUID(), parsed.data, now);
    inFile.add(entry.entryId);
    inFile.add(nameOf(entry));
    fresh.push(entry);
    return { line, done: 'added', entryId: entry.entryId, reason: null, field: '' };
  });
  if (!tryOnly) {
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const changes = fresh
        .slice(at, at + AT_ONCE)
        .map((entry) => ({ before: null, entry, what: 'imported' as const }));
      await write(deps, changes, by, now);
    }
  }
  return { rows: answers };
}

const nameOf = ({ type, name }: Pick<DirectoryEntry, 'type' | 'name'>): string =>
  `${type} ${fold(name).trim().replaceAll(/\s+/g, ' ')}`;

/** Whether it is its position that does not fit: not a middle of a cell, or finer than the row's own grade. */
function isTooFine(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !('where' in given)) return false;
  const at = where.safeParse(given.where);
  const grade = placeGrade.safeParse('grade' in given ? given.grade : undefined);
  if (at.success) return grade.success && !allowedAt(grade.data, at.data);
  return at.error.issues.some(({ message }) => message.startsWith('finer'));
}
