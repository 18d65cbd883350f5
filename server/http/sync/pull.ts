import * as z from 'zod/mini';
import { Problem } from '../../../src/domain/problems.ts';
import { PATHS, type PullAnswer, type PullRow } from '../../../src/domain/protocol.ts';
import type { Keyring } from '../../ports/keys.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const ROWS_PER_PULL = 500;
const pullQuery = z.object({ cursor: z.optional(z.string().check(z.maxLength(200))) });

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
      const from = query.cursor === undefined || query.cursor === '' ? 0 : readCursor(query.cursor, deps.epoch);
      if (from > 0 && from < (await deps.store.reference.oldestRevision())) throw new Problem('cursor-too-old');
      const { rows, revision, more } = await deps.store.reference.since(from, deviceId, ROWS_PER_PULL);
      return {
        rows: rows.map((row) => disguised(row, deps.keys)),
        cursor: writeCursor(deps.epoch, Math.max(revision, from)),
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

export function writeCursor(epoch: string, revision: number): string {
  return Buffer.from(`${epoch}|${revision}`).toString('base64url');
}

/** Throws Problem('cursor-too-old') for another epoch, and for what was never a cursor: both fetch afresh. */
function readCursor(cursor: string, epoch: string): number {
  const [, from, revision] = /^([^|]*)\|(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (from !== epoch || revision === undefined) throw new Problem('cursor-too-old');
  return Number(revision);
}
