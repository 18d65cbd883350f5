import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { directoryEntry, type DirectoryEntry } from '../../src/domain/directory.ts';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { entryId, NOWHERE } from '../../src/domain/place.ts';
import { venue, type Venue } from '../../src/domain/protocol.ts';
import type { EntryWrite } from '../ports/directory-store.ts';
import type { Store } from '../ports/store.ts';

/** Where the organisation's list of places was kept before there was a directory. */
const OLD_LIST = 'org.venues';
/** Set once all of it has become entries. */
const BROUGHT = 'places.brought';

/**
 * At every start: what an organisation had listed as places becomes entries of the directory, once, with its notes, and
 * tablets' venues follow from the directory alone. Each venue keeps its id; a group named with it becomes one that meets
 * there. What is in the directory already stays as it is.
 */
export async function bringVenues(store: Store, now: string): Promise<void> {
  if ((await store.settings.get(BROUGHT)) === null) {
    const old = await store.settings.get(OLD_LIST);
    for (const entry of entriesOf(old === null ? [] : z.array(venue).parse(JSON.parse(old)), now)) {
      if ((await store.directory.entry(entry.entryId)) !== null) continue;
      const change: EntryWrite = { entry, rev: 0, what: 'brought', box: null };
      await store.directory.write([change], '', now);
    }
    await store.settings.set(BROUGHT, now);
  }
  await store.directory.settleVenues(now);
}

/** A place and the group that meets there were one line; they become two entries with a link. */
export function entriesOf(venues: readonly Venue[], now: string): readonly DirectoryEntry[] {
  return venues.flatMap((old) => {
    const id = entryId.safeParse(old.venueId).data ?? hashOf(old.venueId);
    const setting = LISTS.settings.find((each) => each === old.setting) ?? null;
    const shared = { setting, grade: old.grade, since: now.slice(0, 10) };
    const group = old.groupName.trim();
    const place = entry({ ...shared, entryId: id, type: 'venue', name: old.placeName, notes: old.notes });
    if (group === '' || group === old.placeName) return [place];
    const meets = { to: id, how: 'meets-at' as const };
    return [
      place,
      entry({ ...shared, entryId: hashOf(`${old.venueId} group`), type: 'group', name: group, links: [meets] }),
    ];
  });
}

function entry(
  over: Pick<DirectoryEntry, 'entryId' | 'type' | 'name' | 'setting' | 'grade' | 'since'> & Partial<DirectoryEntry>,
): DirectoryEntry {
  return directoryEntry.parse({
    alsoCalled: [],
    where: NOWHERE,
    council: '',
    status: null,
    facts: {},
    size: null,
    notes: '',
    culture: [],
    askable: [],
    links: [],
    mergedInto: null,
    closed: false,
    checked: true,
    ...over,
  });
}

/** Always the same, so that two servers that start together make one entry. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
