import * as z from 'zod/mini';
import { baseMap, type BaseMap } from '../../domain/directory.ts';
import type { Database } from './database.ts';

/** Base maps in IndexedDB, and which of them somebody took off this tablet. Apart from the rest: home reads no map. */

const TAKEN_OFF = 'maps-off';
const ids = z.catch(z.array(z.string()), []);

/** Those that are offered and to be held here, or (`off`) those that are offered and were taken off this tablet. */
export async function readBaseMaps(database: Database, off: boolean): Promise<BaseMap[]> {
  const [rows, taken] = await database.run((tables) =>
    Promise.all([tables.reference.where('kind').equals('base-map').toArray(), tables.meta.get(TAKEN_OFF)]),
  );
  const takenOff = new Set(ids.parse(taken?.value));
  return rows.flatMap(({ value }) => {
    const { success, data } = baseMap.safeParse(value);
    return success && takenOff.has(data.mapId) === off ? [data] : [];
  });
}

/** Beside what came down, so that fetching everything afresh leaves it. */
export async function writeMapOff(database: Database, mapId: string, off: boolean): Promise<void> {
  await database.run((tables) =>
    tables.transaction('rw', tables.meta, async () => {
      const before = ids.parse((await tables.meta.get(TAKEN_OFF))?.value);
      const others = before.filter((one) => one !== mapId);
      await tables.meta.put({ name: TAKEN_OFF, value: off ? [...others, mapId] : others });
    }),
  );
}
