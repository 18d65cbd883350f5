import type * as z from 'zod/mini';
import { directoryEntry, observation, type DirectoryEntry, type Observation } from '../../domain/directory.ts';
import type { Database } from './database.ts';
import { readable } from './readable-rows.ts';

/** The directory in IndexedDB. Apart from the rest: home reads no places. What cannot be read is passed over. */

/** So many rows at a time. Where there are thousands, a slow tablet answers to touches between turns. */
const TURN = 500;
/** What was seen is checked while somebody types already: so many rows, and for no longer than this without a pause. */
const STEP = 50;
const STEPS_MS = 8;

export const readEntries = (database: Database): Promise<DirectoryEntry[]> =>
  readInTurns(database, 'directory', directoryEntry);

/** Of these entries, or all. */
export async function readObservations(database: Database, entryIds?: readonly string[]): Promise<Observation[]> {
  if (entryIds === undefined) return readInTurns(database, 'observation', observation, pauses());
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
  /** Between the steps of a turn; without it each turn is checked in one. */
  pause?: () => Promise<void> | null,
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
    // That it cannot be read is said below, where it is waited for.
    next?.catch(() => undefined);
    const step = pause === undefined ? TURN : STEP;
    for (let at = 0; at < rows.length; at += step) {
      found.push(...readable(rows.slice(at, at + step), schema));
      await pause?.();
    }
    if (next === null) return found;
    rows = await next;
  }
}

/** Gives way to touches and frames when that is due; null when it is not. */
function pauses(): () => Promise<void> | null {
  let until = performance.now() + STEPS_MS;
  return () => {
    if (performance.now() < until) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + STEPS_MS;
        resolve();
      });
    });
  };
}
