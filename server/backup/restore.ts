import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SCHEMA_VERSION } from '../adapters/sql/schema.ts';
import type { SqlStore } from '../adapters/sql/sql-store.ts';
import type { Reader } from '../adapters/sql/sql.ts';
import { mapPieceKey, type Blobs } from '../ports/blobs.ts';
import { EPOCH_SETTING } from '../ports/store.ts';
import { verify } from './backup.ts';
import { readLasting, replayLasting } from './lasting.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { hashOf, poolPath, toEntry } from './media-pool.ts';
import { readPart } from './parts.ts';
import { continueNumbers, fillTable, TABLE_NAMES } from './tables.ts';

export interface RestoreOptions {
  /** Must be empty; SQLite or PostgreSQL, whichever the backup came from. */
  readonly store: SqlStore;
  readonly blobs: Blobs;
  readonly dir: string;
  /** More folders in which what came after the backup may be written down; the backup's own and the one above are read too. */
  readonly lastingIn?: readonly string[];
  readonly now?: Date;
}

/** A restore that cannot go on: `message` is for the person at the keyboard. Nothing was changed in the database. */
class RestoreTrouble extends Error {
  override readonly name = 'RestoreTrouble';
}

/** What a server that was only just started may have in it. */
const BEGUN = ['counters', 'settings', 'reference', 'audit', 'installs'] as const;
const SURVEYS = ['surveys', 'survey_texts', 'survey_assets', 'survey_asset_uses', 'app_sounds'] as const;
const PLACES = ['directory', 'place_notes', 'place_contacts', 'directory_history'] as const;
const MAPS = ['base_maps', 'map_pieces', 'map_sources'] as const;

/** Tables in which a row means that somebody works with this store already. */
const IN_USE = ['inbox', 'items', 'people', 'devices', 'codes'] as const;

/**
 * Puts a backup into an empty store, in one transaction, after checking it whole. The server gets a new epoch, so that
 * tablets send again what it no longer has; what was withdrawn stays withdrawn, also where that came after the backup.
 */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const { store, blobs, dir, lastingIn = [], now = new Date() } = options;
  const manifest = await readManifest(dir);
  if (manifest === null) throw new RestoreTrouble(`There is no backup in ${dir}: it has no manifest.json.`);
  if (manifest.schemaVersion > SCHEMA_VERSION) {
    throw new RestoreTrouble('The backup was made by a newer Said & Done. Use that one to restore it.');
  }
  await refuseUnlessEmpty(store.sql);
  await verify(dir, manifest);
  const restored = await restoreMedia(dir, manifest, blobs);
  const lasting = await readLasting([dir, dirname(dir), ...lastingIn], manifest.createdAt);
  await store.sql.transaction(async (tx) => {
    await refuseUnlessEmpty(tx);
    for (const table of [...BEGUN, ...SURVEYS, ...PLACES, ...MAPS]) await tx.query(`DELETE FROM ${table}`);
    for (const table of TABLE_NAMES) {
      const part = manifest.tables[table];
      if (part !== undefined) await fillTable(tx, table, readPart(join(dir, manifest.folder, part.file)));
    }
    await continueNumbers(tx);
    await takeBackBrokenMaps(tx, restored);
    await replayLasting(tx, lasting, now.toISOString());
    await tx.query('UPDATE inbox SET lease_until = NULL, attempts = 0 WHERE state = ?', ['waiting']);
    await tx.query('DELETE FROM settings WHERE key = ?', [EPOCH_SETTING]);
    await tx.query('INSERT INTO settings (key, value) VALUES (?, ?)', [EPOCH_SETTING, randomUUID()]);
    await tx.query('INSERT INTO audit (at, by_name, what, about) VALUES (?, ?, ?, ?)', [
      now.toISOString(),
      '',
      'restored',
      manifest.createdAt,
    ]);
  });
  return manifest;
}

async function refuseUnlessEmpty(db: Reader): Promise<void> {
  for (const table of IN_USE) {
    const [row] = await db.query(`SELECT 1 AS one FROM ${table} LIMIT 1`);
    if (row !== undefined) {
      throw new RestoreTrouble(
        'This database is in use already. Restore into an empty one: choose another DATA_DIR or DATABASE_URL.',
      );
    }
  }
}

/** A map that lacks a piece would stay unfinished on every tablet for ever: no tablet is told of it, and the desk can make it again. */
async function takeBackBrokenMaps(tx: Reader, restored: ReadonlySet<string>): Promise<void> {
  const broken = new Set<string>();
  for (const row of await tx.query<{ map_id: string; idx: number }>('SELECT map_id, idx FROM map_pieces')) {
    if (!restored.has(mapPieceKey(row.map_id, row.idx))) broken.add(row.map_id);
  }
  for (const mapId of broken) {
    await tx.query('DELETE FROM base_maps WHERE map_id = ?', [mapId]);
    await tx.query('DELETE FROM map_pieces WHERE map_id = ?', [mapId]);
    await tx.query(`UPDATE reference SET value = NULL WHERE kind = 'base-map' AND id = ?`, [mapId]);
  }
}

/** The bytes come back before the rows that speak of them. Resolves with the keys of all that came. */
async function restoreMedia(dir: string, manifest: Manifest, blobs: Blobs): Promise<ReadonlySet<string>> {
  const restored = new Set<string>();
  for await (const row of readPart(join(dir, manifest.folder, manifest.media.file))) {
    const { key, sha256 } = toEntry(row);
    const bytes = new Uint8Array(await readFile(poolPath(join(dir, manifest.mediaFolder), sha256)));
    if (hashOf(bytes) !== sha256) throw new RestoreTrouble(`The backup is damaged: ${key} is not as it was written.`);
    await blobs.put(key, bytes);
    restored.add(key);
  }
  return restored;
}
