import type { BaseMap } from '../../../src/domain/directory.ts';
import {
  factsOf,
  type MapFacts,
  type MapPiece,
  type MapRow,
  type MapStore,
  type SourceRow,
} from '../../ports/map-store.ts';
import { putReference } from './receipts.ts';
import type { Reader, Sql } from './sql.ts';

interface MapCells {
  readonly map_id: string;
  readonly facts: string;
  readonly state: MapRow['state'];
  readonly made: number;
  readonly made_at: string;
  readonly made_by: string;
}

interface SourceCells {
  readonly source_id: string;
  readonly facts: string;
  readonly added_at: string;
  readonly added_by: string;
}

const MAPS = `SELECT m.map_id, m.facts, m.state, m.made_at, m.made_by,
  (SELECT coalesce(sum(p.bytes), 0) FROM map_pieces p WHERE p.map_id = m.map_id) AS made FROM base_maps m`;
const SOURCES = 'SELECT source_id, facts, added_at, added_by FROM map_sources';

/** Base maps. What is stored was parsed before it came here; it is not parsed again. */
export function sqlMaps(sql: Sql): MapStore {
  return {
    async list() {
      const rows = await sql.query<MapCells>(`${MAPS} WHERE m.state <> 'leaving' ORDER BY m.made_at DESC, m.map_id`);
      return rows.map(toMap);
    },

    async get(mapId) {
      const [row] = await sql.query<MapCells>(`${MAPS} WHERE m.map_id = ? AND m.state <> 'leaving'`, [mapId]);
      return row === undefined ? null : toMap(row);
    },

    pieces: (mapId) => piecesOf(sql, mapId),

    async pieceOffered(sha256) {
      const [row] = await sql.query<{ map_id: string; idx: number; bytes: number }>(
        `SELECT p.map_id, p.idx, p.bytes FROM map_pieces p JOIN base_maps m ON m.map_id = p.map_id
           WHERE p.sha256 = ? AND m.state = 'offered' ORDER BY p.map_id, p.idx LIMIT 1`,
        [sha256],
      );
      return row === undefined ? null : { sha256, bytes: row.bytes, mapId: row.map_id, index: row.idx };
    },

    begin: ({ mapId, ...facts }, byName, now) =>
      sql.transaction(async (tx) => {
        await tx.query('INSERT INTO base_maps (map_id, facts, state, made_at, made_by) VALUES (?, ?, ?, ?, ?)', [
          mapId,
          JSON.stringify(facts),
          'making',
          now,
          byName,
        ]);
      }),

    addPiece: (mapId, index, { sha256, bytes }, now) =>
      sql.transaction(async (tx) => {
        const [map] = await tx.query(
          `UPDATE base_maps SET made_at = ? WHERE map_id = ? AND state = 'making' RETURNING 1 AS one`,
          [now, mapId],
        );
        if (map === undefined) return false;
        await tx.query(
          `INSERT INTO map_pieces (map_id, idx, sha256, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (map_id, idx) DO NOTHING`,
          [mapId, index, sha256, bytes],
        );
        return true;
      }),

    finish: (mapId) =>
      sql.transaction(async (tx) => {
        const map = await lock(tx, mapId);
        if (map === null || map.state !== 'making' || map.made !== map.bytes) return false;
        await tx.query(`UPDATE base_maps SET state = 'kept' WHERE map_id = ?`, [mapId]);
        return true;
      }),

    offer: (mapId, offered, now) =>
      sql.transaction(async (tx) => {
        const map = await lock(tx, mapId);
        if (map === null || (map.state !== 'kept' && map.state !== 'offered')) return false;
        if ((map.state === 'offered') === offered) return true;
        await tx.query('UPDATE base_maps SET state = ? WHERE map_id = ?', [offered ? 'offered' : 'kept', mapId]);
        await tellTablets(tx, mapId, offered ? { ...factsOf(map), pieces: await piecesOf(tx, mapId) } : null, now);
        return true;
      }),

    leave: (mapId, now) =>
      sql.transaction(async (tx) => {
        const map = await lock(tx, mapId);
        if (map === null || map.state === 'leaving') return false;
        await tx.query(`UPDATE base_maps SET state = 'leaving' WHERE map_id = ?`, [mapId]);
        if (map.state === 'offered') await tellTablets(tx, mapId, null, now);
        return true;
      }),

    forget: (mapId) =>
      sql.transaction(async (tx) => {
        await tx.query('DELETE FROM map_pieces WHERE map_id = ?', [mapId]);
        await tx.query('DELETE FROM base_maps WHERE map_id = ?', [mapId]);
      }),

    async unfinished(before) {
      const rows = await sql.query<{ map_id: string }>(
        `SELECT map_id FROM base_maps WHERE state = 'leaving' OR (state = 'making' AND made_at < ?) ORDER BY map_id`,
        [before],
      );
      return rows.map(({ map_id }) => map_id);
    },

    async sources() {
      return (await sql.query<SourceCells>(`${SOURCES} ORDER BY added_at DESC, source_id`)).map(toSource);
    },

    async source(sourceId) {
      const [row] = await sql.query<SourceCells>(`${SOURCES} WHERE source_id = ?`, [sourceId]);
      return row === undefined ? null : toSource(row);
    },

    addSource: ({ sourceId, addedAt, addedBy, ...facts }) =>
      sql.transaction(async (tx) => {
        await tx.query('INSERT INTO map_sources (source_id, facts, added_at, added_by) VALUES (?, ?, ?, ?)', [
          sourceId,
          JSON.stringify(facts),
          addedAt,
          addedBy,
        ]);
      }),

    removeSource: (sourceId) =>
      sql.transaction(async (tx) => {
        const gone = await tx.query('DELETE FROM map_sources WHERE source_id = ? RETURNING source_id', [sourceId]);
        return gone.length > 0;
      }),
  };
}

/** Reads a map and keeps everybody else from changing it until the commit. */
async function lock(tx: Reader, mapId: string): Promise<MapRow | null> {
  await tx.query('UPDATE base_maps SET state = state WHERE map_id = ?', [mapId]);
  const [row] = await tx.query<MapCells>(`${MAPS} WHERE m.map_id = ?`, [mapId]);
  return row === undefined ? null : toMap(row);
}

async function piecesOf(db: Reader, mapId: string): Promise<MapPiece[]> {
  const rows = await db.query<{ sha256: string; bytes: number }>(
    'SELECT sha256, bytes FROM map_pieces WHERE map_id = ? ORDER BY idx',
    [mapId],
  );
  return rows.map(({ sha256, bytes }) => ({ sha256, bytes }));
}

async function tellTablets(
  tx: Reader,
  mapId: string,
  map: (MapFacts & { readonly pieces: readonly MapPiece[] }) | null,
  now: string,
): Promise<void> {
  const value: BaseMap | null = map === null ? null : { mapId, ...map, pieces: [...map.pieces] };
  await putReference(tx, [{ row: { kind: 'base-map', id: mapId, value }, deviceId: null }], now);
}

const toMap = (row: MapCells): MapRow => ({
  mapId: row.map_id,
  ...factsOf(JSON.parse(row.facts) as MapFacts),
  state: row.state,
  // PostgreSQL tells a sum as text.
  made: Number(row.made),
  madeAt: row.made_at,
  madeBy: row.made_by,
});

const toSource = (row: SourceCells): SourceRow => ({
  sourceId: row.source_id,
  ...factsOf(JSON.parse(row.facts) as MapFacts),
  addedAt: row.added_at,
  addedBy: row.added_by,
});
