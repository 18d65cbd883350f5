import * as z from 'zod/mini';
import { inboxQuery, itemChange, type InboxPage, type InboxQuery } from '../../../src/domain/desk.ts';
import { entityId } from '../../../src/domain/ids.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { sealNote } from '../../inbox/boxes.ts';
import { settleOwed } from '../../inbox/owed.ts';
import { facetToken, queryTokens } from '../../inbox/words.ts';
import type { HistoryRow, ItemFilter, ItemRow } from '../../ports/records-store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { inboxDetailOf } from './inbox-detail.ts';
import { inboxItemOf } from './inbox-lines.ts';

const LINES_PER_PAGE = 50;
const oneItem = z.object({ entityId });

/** The inbox: find, read, and take through triage. */
export function inboxEndpoints(deps: Deps): readonly Endpoint[] {
  const { records, queue, people, audit } = deps.store;

  const item = async (id: string): Promise<ItemRow> => {
    const row = await records.item(id);
    if (row === null) throw new Problem('not-found');
    return row;
  };

  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/inbox',
      who: 'read-inbox',
      rate: 'desk',
      query: inboxQuery,
      run: async ({ query }): Promise<InboxPage> => {
        const filter = filterOf(query, deps);
        const [rows, counts, parked] = await Promise.all([
          records.list({ ...filter, limit: filter.limit + 1 }),
          records.counts(filter),
          queue.quarantined(1),
        ]);
        const page = rows.slice(0, filter.limit);
        const last = page.at(-1);
        return {
          items: await Promise.all(page.map((row) => inboxItemOf(row, deps))),
          next: rows.length > filter.limit && last !== undefined ? `${last.receivedAt}|${last.entityId}` : null,
          counts: { ...counts, quarantine: parked.total },
        };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/desk/v1/inbox/:entityId',
      who: 'read-inbox',
      rate: 'desk',
      params: oneItem,
      run: async ({ params, me, now }) => {
        const detail = await inboxDetailOf(await item(params.entityId), deps);
        await audit.add({ at: now, byName: me().displayName, what: 'record-read', about: params.entityId });
        return detail;
      },
    }),
    endpoint({
      method: 'PATCH',
      path: '/desk/v1/inbox/:entityId',
      who: 'triage',
      rate: 'desk',
      params: oneItem,
      body: itemChange,
      run: async ({ params, body, me, now }) => {
        const before = await item(params.entityId);
        const history: HistoryRow[] = [];
        const note = (what: HistoryRow['what'], detail: string) =>
          history.push({ at: now, byName: me().displayName, what, detail });
        const { state, ownerId } = body;
        if (state !== undefined && state !== before.state) note('state', state);
        if (ownerId !== undefined && ownerId !== before.ownerId) note('owner', await nameOf(ownerId));
        if (body.note !== undefined) note('note', '');
        const to = {
          ...(state === undefined ? {} : { state }),
          ...(ownerId === undefined ? {} : { ownerId }),
          ...(body.note === undefined
            ? {}
            : { noteBox: body.note === '' ? null : await sealNote(deps.keys, params.entityId, body.note) }),
        };
        const after = await records.change(params.entityId, body.rev, to, history);
        if (after === null) throw new Problem('conflict');
        if (after.state !== before.state)
          await settleOwed({ store: deps.store, keyring: deps.keys }, after.entityId, now);
        return inboxDetailOf(after, deps);
      },
    }),
  ];

  async function nameOf(ownerId: string | null): Promise<string> {
    if (ownerId === null) return '';
    const owner = await people.get(ownerId);
    if (owner === null || !owner.active) throw new Problem('bad-request', { field: 'ownerId' });
    return owner.displayName;
  }
}

function filterOf(query: InboxQuery, { keys }: Pick<Deps, 'keys'>): ItemFilter {
  const tokens = [
    ...(query.q === undefined ? [] : queryTokens(keys, query.q)),
    ...(query.facet === undefined ? [] : [facetToken(keys, query.facet)]),
  ];
  const { lane, state, kind, owner } = query;
  return {
    ...(lane === undefined ? {} : { lane }),
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(owner === undefined ? {} : { ownerId: owner === 'none' ? null : owner }),
    ...(tokens.length === 0 ? {} : { tokens }),
    ...(query.before === undefined ? {} : { before: readPlace(query.before) }),
    limit: query.limit ?? LINES_PER_PAGE,
  };
}

function readPlace(place: string): { receivedAt: string; entityId: string } {
  const [receivedAt, id] = place.split('|');
  const parsed = entityId.safeParse(id);
  if (receivedAt === undefined || Number.isNaN(Date.parse(receivedAt)) || !parsed.success) {
    throw new Problem('bad-request', { field: 'before' });
  }
  return { receivedAt, entityId: parsed.data };
}
