import * as z from 'zod/mini';
import { inboxQuery, type InboxQuery } from '../../domain/desk.ts';

/** The rooms of the desk, in the order of its menu. */
export const ROOMS = [
  'inbox',
  'places',
  'surveys',
  'sounds',
  'languages',
  'quarantine',
  'tablets',
  'maps',
  'people',
  'organisation',
  'withdraw',
  'audit',
] as const;
export type Room = (typeof ROOMS)[number];

export type InboxFilter = Omit<InboxQuery, 'before' | 'limit'>;

export type Place =
  | { readonly room: 'setup'; readonly token: string }
  /** `start`: nobody has chosen a lane yet; the first one with something in it is the place to begin. */
  | { readonly room: 'inbox'; readonly entityId: string | null; readonly filter: InboxFilter; readonly start: boolean }
  | { readonly room: 'surveys'; readonly view: SurveysView }
  | { readonly room: 'places'; readonly view: PlacesView }
  | { readonly room: Exclude<Room, 'inbox' | 'surveys' | 'places'> };

/** Parts of the room of places that stand for themselves. */
export const PLACES_SHOWN = ['list', 'news', 'coverage', 'same', 'files'] as const;
export type PlacesView =
  { readonly show: (typeof PLACES_SHOWN)[number] } | { readonly show: 'one' | 'profile'; readonly entryId: string };

/** `at` names what of the survey is being worked on: `about`, `words`, `ready`, or `q.` and a question's code. */
export type SurveysView =
  | { readonly show: 'list' }
  | { readonly show: 'make'; readonly surveyId: string; readonly version: number; readonly at: string | null }
  | { readonly show: 'results'; readonly surveyId: string };

/** Where an address leads. What it does not know becomes the inbox: a stale bookmark is no dead end. */
export function readPlace(path: string, search: URLSearchParams, hash: string): Place {
  const [, , first = '', second = '', third = ''] = path.split('/');
  if (first === 'setup') return { room: 'setup', token: decodeURIComponent(hash.replace(/^#/, '')) };
  const room = ROOMS.find((name) => name === first);
  if (room === 'surveys') return { room, view: readSurveysView(second, third, search) };
  if (room === 'places') return { room, view: readPlacesView(second, third) };
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

function readSurveysView(id: string, what: string, search: URLSearchParams): SurveysView {
  const surveyId = decodeURIComponent(id);
  if (!SURVEY_ID.test(surveyId)) return { show: 'list' };
  if (what === 'results') return { show: 'results', surveyId };
  const version = Number(what);
  if (!Number.isInteger(version) || version < 1) return { show: 'list' };
  return { show: 'make', surveyId, version, at: search.get('at') };
}

/** An entry stands under `entry/`: no name of one can be taken for a part of the room. */
function readPlacesView(what: string, id: string): PlacesView {
  const show = PLACES_SHOWN.find((one) => one === what);
  if (show !== undefined) return { show };
  if ((what === 'entry' || what === 'profile') && ENTRY_ID.test(id))
    return { show: what === 'entry' ? 'one' : 'profile', entryId: id };
  return { show: 'list' };
}

export function placesPath(view: PlacesView): string {
  if (view.show === 'list') return '/desk/places';
  if (view.show === 'one') return `/desk/places/entry/${view.entryId}`;
  return view.show === 'profile' ? `/desk/places/profile/${view.entryId}` : `/desk/places/${view.show}`;
}

const ENTRY_ID = /^[a-z0-9-]{1,64}$/;
const SURVEY_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** The address of a survey in the builder, at one of its parts where `at` is given. */
export function surveyPath(surveyId: string, version: number, at: string | null = null): string {
  const path = `/desk/surveys/${surveyId}/${version}`;
  return at === null ? path : `${path}?${new URLSearchParams({ at }).toString()}`;
}

export const resultsPath = (surveyId: string): string => `/desk/surveys/${surveyId}/results`;
