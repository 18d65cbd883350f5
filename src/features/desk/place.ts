import * as z from 'zod/mini';
import { inboxQuery, type InboxQuery } from '../../domain/desk.ts';

/** The rooms of the desk, in the order of its menu. */
export const ROOMS = ['inbox', 'quarantine', 'tablets', 'people', 'organisation', 'withdraw', 'audit'] as const;
export type Room = (typeof ROOMS)[number];

export type InboxFilter = Omit<InboxQuery, 'before' | 'limit'>;

export type Place =
  | { readonly room: 'setup'; readonly token: string }
  /** `start`: nobody has chosen a lane yet; the first one with something in it is the place to begin. */
  | { readonly room: 'inbox'; readonly entityId: string | null; readonly filter: InboxFilter; readonly start: boolean }
  | { readonly room: Exclude<Room, 'inbox'> };

/** Where an address leads. What it does not know becomes the inbox: a stale bookmark is no dead end. */
export function readPlace(path: string, search: URLSearchParams, hash: string): Place {
  const [, , first = '', second = ''] = path.split('/');
  if (first === 'setup') return { room: 'setup', token: decodeURIComponent(hash.replace(/^#/, '')) };
  const room = ROOMS.find((name) => name === first);
  if (room !== undefined && room !== 'inbox') return { room };
  const { state = 'open', ...others } = Object.fromEntries(search);
  const asked = z.safeParse(inboxQuery, state === ANY_STATE ? others : { ...others, state });
  const { before: _before, limit: _limit, ...filter } = asked.success ? asked.data : { state: 'open' as const };
  const entityId = room === 'inbox' && second !== '' ? second : null;
  return { room: 'inbox', entityId, filter, start: room === undefined };
}

/** In the address: done records as well. Without it only what is open is shown. */
const ANY_STATE = 'any';

/** The address of the inbox with this filter, and of one record in it where `entityId` is given. */
export function inboxPath(filter: InboxFilter, entityId: string | null = null): string {
  const search = new URLSearchParams();
  const { state = ANY_STATE, ...others } = filter;
  for (const [key, value] of Object.entries(others)) if (value !== undefined && value !== '') search.set(key, value);
  if (state !== 'open') search.set('state', state);
  const path = entityId === null ? '/desk/inbox' : `/desk/inbox/${entityId}`;
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
