import * as z from 'zod/mini';
import { where } from '../../src/domain/place.ts';
import { placeGrade, type PlaceGrade } from '../../src/domain/record.ts';
import { coarsened, stricter } from '../../src/places/coarsen.ts';
import { openRecord, sealRecord } from '../inbox/boxes.ts';
import type { Keyring } from '../ports/keys.ts';
import type { RecordToCoarsen } from '../ports/directory-store.ts';
import type { Store } from '../ports/store.ts';

const AT_ONCE = 50;
const placed = z.looseObject({ grade: placeGrade, where });

interface Deps {
  readonly store: Store;
  readonly keyring: Keyring;
}

/**
 * Takes finer positions out of records whose entry may now be told more coarsely than when they were made, and drops the
 * sealed envelopes that still held them. Doing it twice does no harm; what cannot be done now is tried again.
 */
export async function coarsenRecords(deps: Deps, onTrouble: (opId: string, thrown: unknown) => void): Promise<void> {
  for (;;) {
    const rows = await deps.store.directory.toCoarsen(AT_ONCE);
    const done = new Map(rows.map(({ entityId, grade }) => [entityId, grade]));
    for (const row of rows) {
      try {
        await coarsenOne(deps, row);
      } catch (thrown) {
        done.delete(row.entityId);
        onTrouble(row.opId, thrown);
      }
    }
    for (const [entityId, grade] of done) await deps.store.directory.isCoarse(entityId, grade);
    if (done.size < AT_ONCE) return;
  }
}

async function coarsenOne({ store, keyring }: Deps, { opId, box, grade, council }: RecordToCoarsen): Promise<void> {
  const record = await openRecord(keyring, opId, box);
  const body = placedAt(record.body, grade, council);
  if (body !== null) await store.records.replaceBox(opId, await sealRecord(keyring, opId, { ...record, body }));
}

/** null when there is nothing finer in it. */
function placedAt(body: unknown, grade: PlaceGrade, council: string): unknown {
  const read = placed.safeParse(body);
  if (!read.success) return null;
  const now = stricter(read.data.grade, grade);
  const coarse = coarsened(read.data.where, now, council);
  if (coarse === read.data.where && now === read.data.grade) return null;
  return { ...read.data, grade: now, where: coarse };
}
