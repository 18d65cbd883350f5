import type { PullRow, ReferenceKind } from '../../../src/domain/pull-row.ts';
import type { ReferenceTables } from '../../ports/store.ts';
import { putReference } from './receipts.ts';
import type { Sql } from './sql.ts';

interface ReferenceCells {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly value: string | null;
  readonly revision: number;
  /** How many were found for this page, up to twice the limit and two. */
  readonly found: number;
}

const HALF = `SELECT * FROM (SELECT kind, id, value, revision FROM reference WHERE device_id = ? AND revision > ?
  ORDER BY revision LIMIT ?) AS half`;

/** One statement, one view: otherwise a row committed between two reads would be passed over for ever. */
const PAGE = `SELECT kind, id, value, revision, found FROM (SELECT kind, id, value, revision, count(*) OVER () AS found,
    sum(coalesce(length(value), 0)) OVER (ORDER BY revision) - coalesce(length(value), 0) AS signs_before
  FROM (${HALF} UNION ALL ${HALF}) AS two) AS sized WHERE signs_before < ? ORDER BY revision LIMIT ?`;

/** The words of a survey are long: a page is full at this many signs, and never empty. A slow link gets through it. */
const SIGNS_PER_PAGE = 250_000;

/** Small reference data for tablets. Values were parsed when they were made; they are not parsed again here. */
export function sqlReference(sql: Sql): ReferenceTables {
  return {
    put: (row, deviceId, now) => sql.transaction((tx) => putReference(tx, [{ row, deviceId }], now)),

    async since(revision, deviceId, limit) {
      const page = await sql.query<ReferenceCells>(PAGE, [
        '',
        revision,
        limit + 1,
        deviceId,
        revision,
        limit + 1,
        SIGNS_PER_PAGE,
        limit,
      ]);
      return {
        rows: page.map(
          ({ kind, id, value }) => ({ kind, id, value: value === null ? null : JSON.parse(value) }) as PullRow,
        ),
        revision: page.at(-1)?.revision ?? revision,
        more: (page[0]?.found ?? 0) > page.length,
      };
    },

    prune: (olderThan) =>
      sql.transaction(async (tx) => {
        const gone = await tx.query<{ revision: number }>(
          'DELETE FROM reference WHERE value IS NULL AND changed_at < ? RETURNING revision',
          [olderThan],
        );
        const last = gone.reduce((most, row) => Math.max(most, row.revision), 0);
        await tx.query(`UPDATE counters SET value = ? WHERE name = 'pruned' AND value < ?`, [last, last]);
      }),

    async oldestRevision() {
      const [row] = await sql.query<{ value: number }>(`SELECT value FROM counters WHERE name = 'pruned'`);
      return row?.value ?? 0;
    },
  };
}
