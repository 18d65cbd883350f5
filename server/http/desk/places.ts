import * as z from 'zod/mini';
import {
  MAX_ENTRY_BYTES,
  MAX_IMPORT_BYTES,
  newPlace,
  notesQuery,
  placeChange,
  placeClosing,
  placeImport,
  placeMerge,
  placeRev,
  placesExported,
  wordsDecision,
} from '../../../src/domain/desk-places.ts';
import { entryId } from '../../../src/domain/place.ts';
import { newsQuery } from '../../../src/domain/place-news.ts';
import { may } from '../../../src/domain/roles.ts';
import {
  addPlace,
  changePlace,
  checkPlace,
  closePlace,
  mergePlace,
  storedPlace,
  unmergePlace,
} from '../../places/edit-place.ts';
import { decideWords } from '../../places/decide-words.ts';
import { coarsenRecords } from '../../places/coarsen-records.ts';
import { importPlaces } from '../../places/import-places.ts';
import { createPlaceReader } from '../../places/read-places.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { endpoint } from '../endpoint.ts';
import type { Deps } from '../deps.ts';

const PLACES = '/desk/v1/places';
const ONE = `${PLACES}/:id`;
const one = z.object({ id: entryId });

/** The directory of places: read, written, brought together. The audit log names entries by their ids, never where they are. */
export function placeEndpoints(deps: Deps): readonly Endpoint[] {
  const { store } = deps;
  const places = createPlaceReader(deps);
  const today = (now: string): string => now.slice(0, 10);
  const note = (byName: string, what: string, about: string, now: string) =>
    store.audit.add({ at: now, byName, what, about: about.slice(0, 120) });
  const byOf = (call: Pick<Call<unknown, unknown, unknown>, 'me'>) => {
    const { displayName, role } = call.me();
    return { displayName, mayLoosen: may(role, 'place-grades') };
  };
  /** Records that became finer than their place may be told are made coarse before anybody is answered. */
  const opened = async (id: string) => {
    await coarsenRecords({ store, keyring: deps.keys }, () => deps.nudgeWorker());
    return places.open(id);
  };

  return [
    endpoint({
      method: 'GET',
      path: PLACES,
      who: 'read-inbox',
      rate: 'desk',
      packed: true,
      run: ({ now }) => places.list(today(now)),
    }),
    endpoint({
      method: 'GET',
      path: `${PLACES}/notes`,
      who: 'read-inbox',
      rate: 'desk',
      packed: true,
      query: notesQuery,
      run: async ({ query, me, now }) => {
        const found = await places.notes(query);
        if (found.notes.some(({ share }) => share === 'office'))
          await note(me().displayName, 'office-notes-read', query.entry ?? '', now);
        return found;
      },
    }),
    endpoint({
      method: 'GET',
      path: `${PLACES}/coverage`,
      who: 'read-inbox',
      rate: 'desk',
      packed: true,
      run: ({ now }) => places.coverage(today(now)),
    }),
    endpoint({
      method: 'GET',
      path: `${PLACES}/news`,
      who: 'read-inbox',
      rate: 'desk',
      packed: true,
      query: newsQuery,
      run: async ({ query, me, now }) => {
        const news = await places.news(query.since, today(now));
        if (news.lines.some((line) => 'share' in line && line.share === 'office'))
          await note(me().displayName, 'office-notes-read', '', now);
        return news;
      },
    }),
    endpoint({
      method: 'POST',
      path: `${PLACES}/import`,
      who: 'import-places',
      rate: 'desk',
      body: placeImport,
      maxBytes: MAX_IMPORT_BYTES,
      run: async ({ body, me, now }) => {
        const answer = await importPlaces(deps, body, me(), now);
        const added = answer.rows.filter(({ done }) => done === 'added').length;
        if (!body.try) await note(me().displayName, 'places-imported', `${added}`, now);
        return answer;
      },
    }),
    endpoint({
      method: 'POST',
      path: `${PLACES}/exported`,
      who: 'export-places',
      rate: 'desk',
      body: placesExported,
      run: async ({ body, me, now }) => {
        await note(me().displayName, 'places-exported', `${body.places} (${body.as})`, now);
        return new Response(null, { status: 204 });
      },
    }),
    endpoint({
      method: 'POST',
      path: PLACES,
      who: 'edit-places',
      rate: 'desk',
      body: newPlace,
      maxBytes: MAX_ENTRY_BYTES,
      run: async (call) => {
        const by = byOf(call);
        const id = await addPlace(deps, call.body.entry, by, call.now);
        await note(by.displayName, 'place-added', id, call.now);
        return opened(id);
      },
    }),
    endpoint({
      method: 'GET',
      path: ONE,
      who: 'read-inbox',
      rate: 'desk',
      params: one,
      packed: true,
      run: async ({ params, me, now }) => {
        const answer = await places.open(params.id);
        await note(me().displayName, 'place-read', params.id, now);
        return answer;
      },
    }),
    endpoint({
      method: 'PUT',
      path: ONE,
      who: 'edit-places',
      rate: 'desk',
      params: one,
      body: placeChange,
      maxBytes: MAX_ENTRY_BYTES,
      run: async (call) => {
        const by = byOf(call);
        const { id } = call.params;
        const before = await storedPlace(deps, id);
        await changePlace(deps, id, call.body, by, call.now);
        const { grade } = call.body.entry;
        const about = grade === before.entry.grade ? id : `${id}: ${before.entry.grade} to ${grade}`;
        await note(by.displayName, grade === before.entry.grade ? 'place-changed' : 'place-grade', about, call.now);
        return opened(id);
      },
    }),
    changing(
      'check',
      placeRev,
      () => 'place-checked',
      (id, { rev }, by, now) => checkPlace(deps, id, rev, by, now),
    ),
    changing(
      'close',
      placeClosing,
      ({ closed }) => (closed ? 'place-closed' : 'place-opened'),
      (id, body, by, now) => closePlace(deps, id, body, by, now),
    ),
    changing(
      'words',
      wordsDecision,
      ({ decide }) => (decide === 'keep' ? 'place-words-kept' : 'place-words-out'),
      (id, body, by, now) => decideWords(deps, id, body, by, now),
    ),
    changing(
      'unmerge',
      placeRev,
      () => 'place-unmerged',
      (id, { rev }, by, now) => unmergePlace(deps, id, rev, by, now),
    ),
    endpoint({
      method: 'POST',
      path: `${ONE}/merge`,
      who: 'edit-places',
      rate: 'desk',
      params: one,
      body: placeMerge,
      run: async (call) => {
        const by = byOf(call);
        await mergePlace(deps, call.params.id, call.body, by, call.now);
        await note(by.displayName, 'place-merged', `${call.params.id} into ${call.body.into}`, call.now);
        return opened(call.body.into);
      },
    }),
  ];

  /** One small change to one entry, answered with the entry as it then stands. */
  function changing<Body>(
    name: string,
    body: z.ZodMiniType<Body>,
    audited: (body: Body) => string,
    change: (id: string, body: Body, by: ReturnType<typeof byOf>, now: string) => Promise<void>,
  ): Endpoint {
    return endpoint({
      method: 'POST',
      path: `${ONE}/${name}`,
      who: 'edit-places',
      rate: 'desk',
      params: one,
      body,
      run: async (call) => {
        const by = byOf(call);
        await change(call.params.id, call.body, by, call.now);
        await note(by.displayName, audited(call.body), call.params.id, call.now);
        return opened(call.params.id);
      },
    });
  }
}
