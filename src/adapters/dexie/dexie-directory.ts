import type * as z from 'zod/mini';
import { directoryEntry, observation, type DirectoryEntry, type Observation } from '../../domain/directory.ts';
import type { Database } from './database.ts';
import { readable } from './readable-rows.ts';

/** The directory in IndexedDB. Apart from the rest: home reads no places. What cannot be read is passed over. */

/** So many rows at a time. Where there are thousands, a slow tablet answers to touches between turns. */
const TURN = 500;

export const readEntries = (database: Database): Promise<DirectoryEntry[]> =>
  readInTurns(database, 'directory', directoryEntry);

/** Of these entries, or all. */
export async function readObservations(database: Database, entryIds?: readonly string[]): Promise<Observation[]> {
  if (entryIds === undefined) return readInTurns(database, 'observation', observation);
  const rows = await database.run((tables) =>
    Promise.all(
      entryIds.map((entryId) =>
        tables.reference
          .where('[kind+id]')
          .between(['observation', `${entryId}/`], ['observation', `${entryId}/\uffff`])
          .toArray(),
      ),
    ),
  );
  return readable(rows.flat(), observation);
}

/** What is written meanwhile may be among them or not: whoever writes says afterwards that something changed. */
async function readInTurns<Schema extends z.ZodMiniType>(
  database: Database,
  kind: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const turn = (after: string) =>
    database.run((tables) =>
      tables.reference.where('[kind+id]').between([kind, after], [kind, '\uffff'], false).limit(TURN).toArray(),
    );
  const found: z.output<Schema>[] = [];
  let rows = await turn('');
  for (;;) {
    const last = rows.length < TURN ? undefined : rows.at(-1);
    // The database reads on while these are checked.
    const next = last === undefined ? null : turn(last.id);
    found.push(...readable(rows, schema));
    if (next === null) return found;
    rows = await next;
  }
}
