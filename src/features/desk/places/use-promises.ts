import { useCallback } from 'preact/hooks';
import type { InboxItem } from '../../../domain/desk.ts';
import type { OpenPlace } from '../../../domain/desk-places.ts';
import type { DeskClient } from '../../../ports/desk-client.ts';
import { fold } from '../../../places/fold.ts';
import { useDesk } from '../desk-context.ts';
import { useAsked, type Asked } from '../use-asked.ts';

/** More than anybody was promised; further ones are in the inbox. */
const MOST = 100;

/** As much of an entry as says what was promised to it. */
interface Promised {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Who is linked to it, either way round. */
  readonly linked: readonly string[];
}

/** What was promised to a place or a group, kept or not. */
export function usePromises(open: OpenPlace): Asked<readonly InboxItem[]> {
  const { client } = useDesk();
  const { entry, merged, linkedTo, linkedFrom } = open;
  const promised: Promised = {
    ids: [entry.entryId, ...merged.map(({ entryId }) => entryId)],
    names: [entry.name, ...entry.alsoCalled, ...merged.map(({ name }) => name)],
    linked: [...linkedTo, ...linkedFrom].map(({ entryId }) => entryId),
  };
  // A name more or less makes another question; the same names do not.
  const asked = JSON.stringify(promised);
  return useAsked(useCallback(() => promisesTo(client, JSON.parse(asked) as Promised), [client, asked]));
}

async function promisesTo(client: DeskClient, promised: Promised): Promise<readonly InboxItem[]> {
  const names = new Set(promised.names.map(plain).filter((name) => name !== ''));
  const pages = await Promise.all([
    ...promised.ids.map((id) => client.inbox({ lane: 'promises', facet: `place:${id}`, limit: MOST })),
    ...[...names].map((q) => client.inbox({ lane: 'promises', q: q.slice(0, 200), limit: MOST })),
  ]);
  const found = new Map(pages.flatMap(({ items }) => items).map((item) => [item.entityId, item]));
  return [...found.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .filter((item) => isPromisedTo(item, promised))
    .toSorted((one, other) => Number(one.state === 'done') - Number(other.state === 'done') || byDue(one, other));
}

/**
 * By the entry that was visited when it was promised. One that was made elsewhere is for this entry when it is called so
 * and was visited there, or was named by whoever wrote it down. Where no entry is known, names decide: of the place, of
 * the group, and of whom it was promised to.
 */
export function isPromisedTo(
  { placeId, placeName, groupName, toGroup }: Pick<InboxItem, 'placeId' | 'placeName' | 'groupName' | 'toGroup'>,
  { ids, names, linked }: Promised,
): boolean {
  const called = new Set(names.map(plain).filter((name) => name !== ''));
  const is = (name: string | null | undefined): boolean => called.has(plain(name ?? ''));
  if (placeId === undefined) return is(groupName) || is(placeName) || is(toGroup);
  if (ids.includes(placeId)) return true;
  const wanted = plain(toGroup ?? '');
  const isNamed = wanted !== '' && wanted !== plain(groupName ?? '');
  return isNamed ? is(toGroup) : linked.includes(placeId) && is(groupName);
}

const plain = (name: string): string => fold(name).trim();
const byDue = (one: InboxItem, other: InboxItem): number => (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999');
