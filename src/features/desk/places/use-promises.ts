import { useCallback } from 'preact/hooks';
import type { InboxItem } from '../../../domain/desk.ts';
import type { OpenPlace } from '../../../domain/desk-places.ts';
import type { DeskClient } from '../../../ports/desk-client.ts';
import { fold } from '../../../places/fold.ts';
import { useDesk } from '../desk-context.ts';
import { useAsked, type Asked } from '../use-asked.ts';

/** More than anybody was promised; further ones are in the inbox. */
const MOST = 100;

/** What was promised to a place or a group, kept or not: by the names of where it was made and to whom. */
export function usePromises(open: OpenPlace): Asked<readonly InboxItem[]> {
  const { client } = useDesk();
  // A name more or less makes another question; the same names do not.
  const names = JSON.stringify([open.entry.name, ...open.entry.alsoCalled, ...open.merged.map(({ name }) => name)]);
  return useAsked(useCallback(() => promisesTo(client, JSON.parse(names) as string[]), [client, names]));
}

async function promisesTo(client: DeskClient, names: readonly string[]): Promise<readonly InboxItem[]> {
  const wanted = new Set(names.map(plain).filter((name) => name !== ''));
  const pages = await Promise.all(
    [...wanted].map((q) => client.inbox({ lane: 'promises', q: q.slice(0, 200), limit: MOST })),
  );
  const found = new Map(pages.flatMap(({ items }) => items).map((item) => [item.entityId, item]));
  return [...found.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .filter(({ groupName, placeName }) => [groupName, placeName].some((name) => wanted.has(plain(name ?? ''))))
    .toSorted((one, other) => Number(one.state === 'done') - Number(other.state === 'done') || byDue(one, other));
}

const plain = (name: string): string => fold(name).trim();
const byDue = (one: InboxItem, other: InboxItem): number => (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999');
