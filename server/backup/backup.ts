import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { operation } from '../../src/domain/envelope.ts';
import { SCHEMA_VERSION } from '../adapters/sql/schema.ts';
import type { SqlStore } from '../adapters/sql/sql-store.ts';
import { throughOf, type Ranges } from '../adapters/sql/ranges.ts';
import type { Reader, Row } from '../adapters/sql/sql.ts';
import { assetKey, chunkKey, mapPieceKey, type Blobs } from '../ports/blobs.ts';
import { EPOCH_SETTING } from '../ports/store.ts';
import { readManifest, writeManifest, flushFolder, type Manifest } from './manifest.ts';
import { copyToPool, hasBytes, poolPath, toEntry, type PoolEntry } from './media-pool.ts';
import { hashFile, readPart, writePart, type Part } from './parts.ts';
import { readTable, TABLE_NAMES, type TableName } from './tables.ts';

const ABOUT =
  'A backup of Said & Done. What people said is in it encrypted: the key file named by keyIds is needed to read it, and is not here.';
const MEDIA_LIST = 'media-list.jsonl.gz';

export interface BackupOptions {
  readonly store: SqlStore;
  readonly blobs: Blobs;
  /** Where it goes; made when it is not there. A backup that is there already is replaced once the new one is whole. */
  readonly dir: string;
  /** Keys needed to read it: `keyring.current().keyId` and older ones. */
  readonly keyIds: readonly string[];
  /** Chunks of photos and voice notes, shared by several backups; `media` in `dir` when absent. */
  readonly mediaDir?: string;
  readonly now?: Date;
}

/**
 * Takes everything as it stood at one moment, flushes it, reads it back and checks it; only then are the operations in
 * it marked durable. Throws, and leaves an earlier backup in the folder whole, when anything is wrong.
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const { store, dir, now = new Date() } = options;
  await mkdir(dir, { recursive: true });
  const before = await readManifest(dir).catch(() => null);
  const folder = `tables-${now.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  await mkdir(join(dir, folder));
  const manifest = await store.sql.snapshot((db) => writeAll(db, options, folder, before, now));
  await flushFolder(join(dir, folder));
  const through = await verify(dir, manifest);
  await writeManifest(dir, manifest);
  await store.queue.markDurable(through);
  for (const name of await readdir(dir)) {
    if (name.startsWith('tables-') && name !== folder) await rm(join(dir, name), { recursive: true, force: true });
  }
  return manifest;
}

async function writeAll(
  db: Reader,
  { blobs, dir, keyIds, mediaDir = join(dir, 'media') }: BackupOptions,
  folder: string,
  before: Manifest | null,
  now: Date,
): Promise<Manifest> {
  const tables = {} as Record<TableName, Part>;
  for (const table of TABLE_NAMES) {
    const file = `${table}.jsonl.gz`;
    tables[table] = await writePart(join(dir, folder, file), file, readTable(db, table));
  }
  const known = before === null ? new Map<string, PoolEntry>() : await wholeOnes(dir, before);
  let mediaBytes = 0;
  const chunks = async function* (): AsyncGenerator<Row> {
    for await (const { key, whole } of announcedChunks(db)) {
      const entry = known.get(key) ?? (await copyToPool(mediaDir, blobs, key, whole));
      if (entry === null) continue;
      mediaBytes += entry.bytes;
      yield { ...entry };
    }
  };
  const media = await writePart(join(dir, folder, MEDIA_LIST), MEDIA_LIST, chunks());
  const [epoch] = await db.query<{ value: string }>('SELECT value FROM settings WHERE key = ?', [EPOCH_SETTING]);
  return {
    about: ABOUT,
    format: 1,
    createdAt: now.toISOString(),
    schemaVersion: SCHEMA_VERSION,
    epoch: epoch?.value ?? null,
    keyIds: [...keyIds],
    folder,
    tables,
    media,
    mediaFolder: relative(dir, mediaDir),
    mediaBytes,
  };
}

/** Chunks that need not be read again: their file was whole, and the pool still has them. */
async function wholeOnes(dir: string, before: Manifest): Promise<Map<string, PoolEntry>> {
  const known = new Map<string, PoolEntry>();
  for await (const row of readPart(join(dir, before.folder, before.media.file))) {
    const entry = toEntry(row);
    const path = poolPath(join(dir, before.mediaFolder), entry.sha256);
    if (entry.whole === 1 && (await hasBytes(path, entry.bytes))) known.set(entry.key, entry);
  }
  return known;
}

/** Everything in the blob store that rows speak of. */
async function* announcedChunks(db: Reader): AsyncGenerator<{ key: string; whole: boolean }> {
  const withdrawn = new Set<string>();
  const here = new Set<string>();
  for await (const row of readTable(db, 'media')) {
    if (row['state'] === 'withdrawn') withdrawn.add(String(row['id']));
    if (row['state'] === 'here') here.add(String(row['id']));
  }
  for await (const row of readTable(db, 'media_chunks')) {
    const id = String(row['media_id']);
    if (!withdrawn.has(id)) yield { key: chunkKey(id, Number(row['idx'])), whole: here.has(id) };
  }
  // Clips and pictures of surveys: of one piece, and known by their content.
  for await (const row of readTable(db, 'survey_assets')) yield { key: assetKey(String(row['sha256'])), whole: true };
  // Maps that were made. The files they were cut from are not here: they are large, and can be brought in again.
  for await (const row of readTable(db, 'map_pieces')) {
    yield { key: mapPieceKey(String(row['map_id']), Number(row['idx'])), whole: true };
  }
}

/**
 * Reads a backup back from the disk: every hash, every count, every envelope, every chunk's size. Throws with a plain
 * sentence when anything is not as the manifest says. Returns how far each install stands in it: up to the first record
 * whose photo or voice note is not whole here, because a tablet lets both go together.
 */
export async function verify(dir: string, manifest: Manifest): Promise<ReadonlyMap<string, number>> {
  const through = new Map<string, number>();
  const unwhole = new Set<string>();
  /** Chunks of files that count as whole, by key, with the operation they came with. */
  const wanted = new Map<string, string>();
  for (const table of TABLE_NAMES) {
    const part = manifest.tables[table];
    if (part === undefined) {
      if (manifest.schemaVersion < SCHEMA_VERSION) continue;
      throw damaged(table);
    }
    const path = await checkedPart(dir, manifest, part);
    let rows = 0;
    for await (const row of readPart(path)) {
      rows += 1;
      if (table === 'inbox') checkEnvelope(row);
      if (table === 'media' && row['state'] === 'here') {
        for (let n = 0; n < Number(row['chunks']); n += 1)
          wanted.set(chunkKey(String(row['id']), n), String(row['op_id']));
      } else if (table === 'media' && row['state'] !== 'withdrawn') unwhole.add(String(row['op_id']));
      if (table === 'installs') {
        through.set(String(row['install_id']), throughOf(JSON.parse(String(row['ranges'])) as Ranges));
      }
    }
    if (rows !== part.rows) throw damaged(part.file);
  }
  const list = await checkedPart(dir, manifest, manifest.media);
  for await (const row of readPart(list)) {
    const entry = toEntry(row);
    const whole = await hasBytes(poolPath(join(dir, manifest.mediaFolder), entry.sha256), entry.bytes);
    if (!whole) throw damaged(entry.key);
    wanted.delete(entry.key);
  }
  // The blob store did not have it: whoever still holds that file must go on holding it.
  for (const opId of wanted.values()) unwhole.add(opId);
  const { inbox } = manifest.tables;
  if (unwhole.size === 0 || inbox === undefined) return through;
  for await (const row of readPart(join(dir, manifest.folder, inbox.file))) {
    const [installId, seq] = [String(row['install_id']), Number(row['seq'])];
    if (!unwhole.has(String(row['op_id'])) || !(seq > 0)) continue;
    through.set(installId, Math.min(through.get(installId) ?? 0, seq - 1));
  }
  return through;
}

async function checkedPart(dir: string, manifest: Manifest, part: Part): Promise<string> {
  const path = join(dir, manifest.folder, part.file);
  const { sha256, bytes } = await hashFile(path);
  if (sha256 !== part.sha256 || bytes !== part.bytes) throw damaged(part.file);
  return path;
}

/** What was kept because it could not be read as an operation has no id; everything else must still be one. */
function checkEnvelope(row: Row): void {
  const envelope = row['envelope'];
  if (row['op_id'] === '' || envelope === null) return;
  if (!operation.safeParse(JSON.parse(String(envelope))).success) throw damaged('inbox');
}

const damaged = (what: string): Error => new Error(`The backup is damaged: ${what} is not as it was written.`);
