import type { Gap, QueueStore } from '../../ports/queue-store.ts';
import { gapsOf, throughOf, type Ranges } from './ranges.ts';
import type { Sql } from './sql.ts';

/** A tablet is told of so many gaps at most; the next push tells the rest. */
const MAX_GAPS_TOLD = 200;
/** Rows worth looking through again rather than writing down that they are old enough. */
const WORTH_WRITING = 200;

interface InstallRow {
  readonly ranges: string;
  readonly durable_through: number;
  readonly aged_through: number;
  readonly aged_at: string;
}

type Standings = Pick<QueueStore, 'haveThrough' | 'durableThrough' | 'missing' | 'standing' | 'gaps' | 'markDurable'>;

/** How far each install has got: from one row, whatever the number of its operations. */
export function sqlStanding(sql: Sql): Standings {
  const install = async (installId: string): Promise<{ row: InstallRow | null; ranges: Ranges }> => {
    const [row] = await sql.query<InstallRow>(
      'SELECT ranges, durable_through, aged_through, aged_at FROM installs WHERE install_id = ?',
      [installId],
    );
    return { row: row ?? null, ranges: row === undefined ? [] : (JSON.parse(row.ranges) as Ranges) };
  };

  /** In a verified backup, or stored before this time. */
  const durable = async (
    installId: string,
    { row, ranges }: { row: InstallRow | null; ranges: Ranges },
    storedBefore: string | null,
  ): Promise<number> => {
    const through = throughOf(ranges);
    if (row === null || storedBefore === null || row.durable_through >= through) {
      return Math.min(row?.durable_through ?? 0, through);
    }
    // What was old enough for an earlier moment is old enough for a later one.
    const from = Math.max(row.durable_through, storedBefore >= row.aged_at ? row.aged_through : 0);
    const [young] = await sql.query<{ seq: number }>(
      `SELECT seq FROM inbox WHERE main = 1 AND install_id = ? AND seq > ? AND received_at > ? ORDER BY seq LIMIT 1`,
      [installId, from, storedBefore],
    );
    const aged = Math.max(from, Math.min(through, (young?.seq ?? through + 1) - 1));
    if (aged - from >= WORTH_WRITING) {
      await sql.transaction((tx) =>
        tx.query('UPDATE installs SET aged_through = ?, aged_at = ? WHERE install_id = ?', [
          aged,
          storedBefore,
          installId,
        ]),
      );
    }
    return aged;
  };

  return {
    haveThrough: async (installId) => throughOf((await install(installId)).ranges),
    durableThrough: async (installId, storedBefore) => durable(installId, await install(installId), storedBefore),
    missing: async (installId) => gapsOf((await install(installId)).ranges).slice(0, MAX_GAPS_TOLD),

    async standing(installId, storedBefore) {
      const known = await install(installId);
      return {
        haveThrough: throughOf(known.ranges),
        durableThrough: await durable(installId, known, storedBefore),
        missing: gapsOf(known.ranges).slice(0, MAX_GAPS_TOLD),
      };
    },

    async gaps(olderThan) {
      const installs = await sql.query<{ install_id: string; device_id: string | null; ranges: string }>(
        'SELECT install_id, device_id, ranges FROM installs WHERE gaps = 1 ORDER BY install_id',
      );
      const found: Gap[] = [];
      for (const row of installs) {
        for (const [first, last] of gapsOf(JSON.parse(row.ranges) as Ranges).slice(0, MAX_GAPS_TOLD)) {
          const [after] = await sql.query<{ since: string | null }>(
            `SELECT min(received_at) AS since FROM inbox
               WHERE (main = 1 AND install_id = ? AND seq > ?) OR (main = 0 AND install_id = ? AND seq > ?)`,
            [row.install_id, last, row.install_id, last],
          );
          const since = after?.since ?? null;
          if (since !== null && since < olderThan) {
            found.push({ installId: row.install_id, deviceId: row.device_id, first, last, since });
          }
        }
      }
      return found;
    },

    markDurable: (through) =>
      sql.transaction(async (tx) => {
        for (const installId of [...through.keys()].sort()) {
          const number = through.get(installId) ?? 0;
          await tx.query('UPDATE installs SET durable_through = ? WHERE install_id = ? AND durable_through < ?', [
            number,
            installId,
            number,
          ]);
        }
      }),
  };
}
