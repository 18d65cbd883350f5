import { createHash } from 'node:crypto';
import { Problem } from '../../src/domain/problems.ts';
import { LEAST_FREE_BYTES, mapPieceKey, type Blobs } from '../ports/blobs.ts';
import type { MapFacts } from '../ports/map-store.ts';
import type { Store } from '../ports/store.ts';
import { pieces } from './map-bytes.ts';

/** A piece takes a second or a few. What did not move for so long was left half made by a process that is gone. */
export const ABANDONED_MS = 15 * 60_000;

export interface KeepDeps {
  readonly store: Pick<Store, 'maps'>;
  readonly blobs: Blobs;
  readonly now: () => Date;
}

export interface NewMap {
  readonly mapId: string;
  readonly facts: MapFacts;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Throws Problem('disk-low') where a map of this size would leave no room for what people say. */
export async function checkRoom(blobs: Blobs, bytes: number): Promise<void> {
  const free = await blobs.freeBytes();
  if (free !== null && free < bytes + LEAST_FREE_BYTES) throw new Problem('disk-low', { retryAfterS: 600 });
}

/**
 * Puts the pieces of a map that was begun into the blob store; each is flushed before its row is written. Whatever goes
 * wrong, nothing half made is left. Throws MapTrouble, or Problem('not-found') when it was removed meanwhile.
 */
export async function keepMap({ store, blobs, now }: KeepDeps, { mapId, bytes }: NewMap): Promise<void> {
  try {
    let index = 0;
    for await (const piece of pieces(bytes)) {
      const sha256 = createHash('sha256').update(piece).digest('hex');
      await blobs.put(mapPieceKey(mapId, index), piece);
      const added = await store.maps.addPiece(mapId, index, { sha256, bytes: piece.length }, now().toISOString());
      if (!added) throw new Problem('not-found');
      index += 1;
    }
    if (!(await store.maps.finish(mapId))) throw new Problem('not-found');
  } catch (thrown) {
    await removeMap({ store, blobs }, mapId, now().toISOString());
    throw thrown;
  }
}

/** Takes a map back from tablets, and removes its bytes and its rows. false when there was none. */
export async function removeMap({ store, blobs }: Omit<KeepDeps, 'now'>, mapId: string, now: string): Promise<boolean> {
  const was = await store.maps.leave(mapId, now);
  await removeBytes({ store, blobs }, mapId);
  return was;
}

/** Goes on with removals that were cut off, and removes what was left half made; `busy` are those that wait for their turn here. */
export async function tidyMaps(deps: KeepDeps, busy: ReadonlySet<string>): Promise<void> {
  const now = deps.now();
  const before = new Date(now.getTime() - ABANDONED_MS).toISOString();
  for (const mapId of await deps.store.maps.unfinished(before)) {
    if (!busy.has(mapId)) await removeMap(deps, mapId, now.toISOString());
  }
}

async function removeBytes({ store, blobs }: Omit<KeepDeps, 'now'>, mapId: string): Promise<void> {
  // Also a piece that was flushed and then not written down.
  for await (const key of blobs.list(`map/${mapId}/`)) await blobs.remove(key);
  await store.maps.forget(mapId);
}
