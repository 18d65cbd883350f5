import * as z from 'zod/mini';
import { Problem } from '../../../src/domain/problems.ts';
import { PATHS, type PullAnswer } from '../../../src/domain/protocol.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import { surveyRowId } from '../../../src/domain/survey.ts';
import type { Keyring } from '../../ports/keys.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const ROWS_PER_PULL = 500;
const pullQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  knows: z.optional(z.coerce.number().check(z.int(), z.positive(), z.maximum(999))),
});

/** `pull`: the organisation, people, places, promises and this tablet's own receipts, from where it left off. */
export function pullEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'GET',
    path: PATHS.pull,
    who: 'device',
    rate: 'sync',
    packed: true,
    query: pullQuery,
    run: async ({ query, device }): Promise<PullAnswer> => {
      const { deviceId, state } = device();
      if (state === 'revoked') throw new Problem('device-revoked');
      const knows = query.knows ?? 1;
      const from = query.cursor === undefined || query.cursor === '' ? 0 : readCursor(query.cursor, deps.epoch, knows);
      if (from > 0 && from < (await deps.store.reference.oldestRevision())) throw new Problem('cursor-too-old');
      const { rows, revision, more } = await deps.store.reference.since(from, deviceId, ROWS_PER_PULL);
      const given = await withoutDrafts(rows, revision, deps);
      return {
        rows: (await deps.store.directory.told(given)).map((row) => disguised(row, deps.keys)),
        cursor: writeCursor(deps.epoch, Math.max(revision, from), knows),
        more,
      };
    },
  });
}

/**
 * What is owed goes to every tablet; the id of the record it came from stays here, because whoever knows that id can
 * withdraw the record.
 */
function disguised(row: PullRow, keys: Pick<Keyring, 'mac'>): PullRow {
  if (row.kind !== 'owed') return row;
  const id = owedId(row.id, keys);
  return { ...row, id, value: row.value === null ? null : { ...row.value, entityId: id } };
}

/** By which name tablets know what a record left owed: always the same, and no way back to the record. */
export function owedId(entityId: string, keys: Pick<Keyring, 'mac'>): string {
  return keys.mac(`owed:${entityId}`).slice(0, 32);
}

/** `knows` is which kinds of rows the app that asked could read (`REFERENCE_LEVEL`). */
export function writeCursor(epoch: string, revision: number, knows = 1): string {
  return Buffer.from(`${epoch}|${revision}${knows === 1 ? '' : `|${knows}`}`).toString('base64url');
}

/**
 * Throws Problem('cursor-too-old') for another epoch, for what was never a cursor, and for one that an older app left: it
 * passed over rows that this one can read. All fetch afresh.
 */
function readCursor(cursor: string, epoch: string, knows: number): number {
  const [, from, revision, known = '1'] =
    /^([^|]*)\|(\d{1,15})(?:\|(\d{1,3}))?$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (from !== epoch || revision === undefined || Number(known) < knows) throw new Problem('cursor-too-old');
  return Number(revision);
}

/**
 * A pilot that a tablet fetches counts as used from now on. Changed or taken back to a draft in this very moment, it does
 * not leave: what it is now is on its way. Words of a survey are no use without it, and harmless.
 */
async function withoutDrafts(
  rows: readonly PullRow[],
  asOf: number,
  { store }: Pick<Deps, 'store'>,
): Promise<readonly PullRow[]> {
  const surveys = rows.flatMap((row) => (row.kind === 'survey' && row.value !== null ? [row.value] : []));
  if (surveys.length === 0) return rows;
  const given = await store.surveys.markGiven(
    surveys.map(({ surveyId, version }) => ({ surveyId, version })),
    asOf,
  );
  const ids = new Set(given.map(({ surveyId, version }) => surveyRowId(surveyId, version)));
  return rows.filter((row) => row.kind !== 'survey' || row.value === null || ids.has(row.id));
}
