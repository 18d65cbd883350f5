import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceRow } from '../ports/map-store.ts';
import type { Store } from '../ports/store.ts';
import { openFile, type ByteSource } from './byte-source.ts';
import { fileBytes } from './map-bytes.ts';
import { readMap } from './map-reader.ts';
import { MapTrouble } from './trouble.ts';

/**
 * The files that maps are cut from: large, on the server's disk only, and not in backups. After a restore their rows are
 * there and the files are not, which the desk says.
 */

export const mapsFolder = (dataDir: string): string => join(dataDir, 'maps');
const sourceFile = (folder: string, sourceId: string): string => join(folder, `${sourceId}.pmtiles`);

interface Deps {
  readonly store: Pick<Store, 'maps'>;
  /** `mapsFolder`. */
  readonly folder: string;
}

/** null when the file is not on this server (any more). */
export async function openSource(folder: string, sourceId: string): Promise<ByteSource | null> {
  try {
    return await openFile(sourceFile(folder, sourceId));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Copies a file of this machine to the server's own. Throws MapTrouble, and leaves nothing, when it is no map of ours. */
export async function copySource(
  deps: Deps,
  path: string,
  about: { readonly title: string; readonly credit: string },
  now: string,
): Promise<SourceRow> {
  const source = await openFile(path);
  try {
    // Before anything is copied: a file may be many gigabytes.
    await readMap(source);
    await mkdir(deps.folder, { recursive: true, mode: 0o700 });
    const part = join(deps.folder, `.part-${randomUUID()}`);
    try {
      const target = await open(part, 'wx', 0o600);
      await pipeline(fileBytes(source), target.createWriteStream({ flush: true }));
      return await takeSource(deps, part, about, '', now);
    } finally {
      await rm(part, { force: true });
    }
  } finally {
    await source.close();
  }
}

/** Looks a flushed file of this folder over and makes it a source; the file itself moves. Throws MapTrouble. */
export async function takeSource(
  { store, folder }: Deps,
  path: string,
  { title, credit }: { readonly title: string; readonly credit: string },
  byName: string,
  now: string,
): Promise<SourceRow> {
  const row = await lookOver(path, title, credit);
  const source: SourceRow = { ...row, addedAt: now, addedBy: byName };
  await rename(path, sourceFile(folder, source.sourceId));
  await flushFolder(folder);
  await store.maps.addSource(source);
  return source;
}

/** The row goes first: a file that nothing speaks of does no harm. */
export async function removeSource({ store, folder }: Deps, sourceId: string): Promise<boolean> {
  const was = await store.maps.removeSource(sourceId);
  await rm(sourceFile(folder, sourceId), { force: true });
  return was;
}

async function lookOver(path: string, title: string, credit: string) {
  const file = await openFile(path);
  try {
    const { bounds, header, credit: ofFile } = await readMap(file);
    const attribution = credit === '' ? ofFile : credit;
    if (attribution === '') throw new MapTrouble('no-credit');
    const { minZoom, maxZoom } = header;
    return { sourceId: randomUUID(), title, bounds, minZoom, maxZoom, bytes: file.bytes, attribution };
  } finally {
    await file.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
