import type { EntryWrite } from '../ports/directory-store.ts';
import type { Store } from '../ports/store.ts';
import { partsTightened } from './edit-place.ts';

/** Set once what follows is done. */
const SETTLED = 'places.settled';

/**
 * At the start, once: what was merged before grades held for all parts of a place becomes as coarse as the place, and
 * tablets that hold more words than they may have hear those rows again.
 */
export async function settlePlaces(store: Store, now: string): Promise<void> {
  if ((await store.settings.get(SETTLED)) !== null) return;
  const all = await store.directory.entries();
  const parts = all
    .filter(({ entry }) => entry.mergedInto === null && all.some((one) => one.entry.mergedInto === entry.entryId))
    .flatMap(({ entry }) => partsTightened(all, [entry.entryId], entry.grade))
    .map(({ entry, before }): EntryWrite => ({ entry, rev: before?.rev ?? 0, what: 'changed', box: null }));
  if (parts.length > 0 && !(await store.directory.write(parts, '', now))) return;
  await store.directory.tellAgain(now);
  await store.settings.set(SETTLED, now);
}
