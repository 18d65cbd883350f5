import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { placeGrade, type PlaceGrade } from '../../src/domain/record.ts';
import { role } from '../../src/domain/roles.ts';
import { coarsened, tightens } from '../../src/places/coarsen.ts';
import { writeEntries } from '../adapters/sql/directory.ts';
import { entryIn, readEntry } from '../adapters/sql/directory-rows.ts';
import { putReference } from '../adapters/sql/receipts.ts';
import type { Reader } from '../adapters/sql/sql.ts';
import { withdrawRecords } from '../adapters/sql/withdrawing.ts';
import { describeThrown, type Log } from '../http/log.ts';
import type { Store } from '../ports/store.ts';

const FILE = 'lasting.jsonl';
/** Clocks of two machines may differ; doing an entry twice does no harm. */
const MARGIN_MS = 3_600_000;

const entry = z.discriminatedUnion('what', [
  z.object({
    at: z.string(),
    what: z.literal('withdrawn'),
    codeHash: z.string().nullable(),
    entityId: z.string().nullable(),
    scope: z.enum(['words', 'contact']),
  }),
  z.object({ at: z.string(), what: z.literal('tablet'), deviceId: z.string(), state: z.enum(['revoked', 'refused']) }),
  z.object({ at: z.string(), what: z.literal('grade'), entryId: z.string(), grade: placeGrade }),
  z.object({ at: z.string(), what: z.literal('person'), actorId: z.string(), active: z.boolean(), role }),
]);
type Entry = z.infer<typeof entry>;

/**
 * A store that also writes down, in a file beside the backups, what a restore of an older backup must not undo:
 * withdrawals, places that may be told less finely, and tablets and people who may no longer come in. No words and no names are in it. When the file cannot
 * be written, the thing itself is done all the same, and the log says so.
 */
export function keepLasting<Kept extends Store>(store: Kept, folder: string, log: Log): Kept {
  const note = async (what: Entry): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const handle = await open(join(folder, FILE), 'a', 0o600);
      try {
        // On a line of its own also after a line that a crash cut off.
        await handle.writeFile(`\n${JSON.stringify(what)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (thrown) {
      log.warn('lasting-not-written', describeThrown(thrown));
    }
  };
  const { records, directory, devices, people } = store;
  return {
    ...store,
    records: {
      ...records,
      withdraw: async (request, now) => {
        const { codeHash, entityId, scope } = request;
        if (codeHash !== null || entityId !== null)
          await note({ at: now, what: 'withdrawn', codeHash, entityId, scope });
        return records.withdraw(request, now);
      },
    },
    directory: {
      ...directory,
      write: async (changes, byName, now) => {
        const tightened: DirectoryEntry[] = [];
        for (const { entry } of changes) {
          const before = entry.grade === 'open' ? null : await directory.entry(entry.entryId);
          if (before !== null && tightens(before.entry.grade, entry.grade)) tightened.push(entry);
        }
        if (!(await directory.write(changes, byName, now))) return false;
        for (const { entryId, grade } of tightened) await note({ at: now, what: 'grade', entryId, grade });
        return true;
      },
    },
    devices: {
      ...devices,
      setState: async (deviceId, state) => {
        const at = new Date().toISOString();
        if (state === 'revoked' || state === 'refused') await note({ at, what: 'tablet', deviceId, state });
        return devices.setState(deviceId, state);
      },
    },
    people: {
      ...people,
      update: async (actorId, to) => {
        await people.update(actorId, to);
        const after = await people.get(actorId);
        const at = new Date().toISOString();
        if (after !== null) await note({ at, what: 'person', actorId, active: after.active, role: after.role });
      },
    },
  };
}

/** What was written down since this moment, oldest first; a folder without the file has nothing. Torn lines are passed over. */
export async function readLasting(folders: readonly string[], since: string): Promise<readonly Entry[]> {
  const from = Date.parse(since) - MARGIN_MS;
  const lines = new Set<string>();
  for (const folder of new Set(folders)) {
    const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
    for (const line of text.split('\n')) if (line !== '') lines.add(line);
  }
  const entries = [...lines].flatMap((line) => readLine(line) ?? []).filter(({ at }) => Date.parse(at) >= from);
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Does it all again in a store that was just restored, in the caller's transaction. */
export async function replayLasting(tx: Reader, entries: readonly Entry[], now: string): Promise<void> {
  for (const each of entries) {
    if (each.what === 'withdrawn') {
      const { codeHash, entityId, scope, at } = each;
      await withdrawRecords(tx, { codeHash, entityId, scope, inboxId: null, byName: '' }, at);
    } else if (each.what === 'grade') {
      await tighten(tx, each.entryId, each.grade, now);
    } else if (each.what === 'tablet') {
      await tx.query('UPDATE devices SET state = ? WHERE device_id = ?', [each.state, each.deviceId]);
    } else {
      const { actorId, active } = each;
      await tx.query('UPDATE people SET active = ?, role = ? WHERE actor_id = ?', [active ? 1 : 0, each.role, actorId]);
      if (!active) await putReference(tx, [{ row: { kind: 'roster', id: actorId, value: null }, deviceId: null }], now);
    }
  }
}

async function tighten(tx: Reader, entryId: string, grade: PlaceGrade, now: string): Promise<void> {
  const there = await readEntry(tx, entryId);
  if (there === null) return;
  const before = entryIn(there);
  if (!tightens(before.grade, grade)) return;
  const entry = { ...before, grade, where: coarsened(before.where, grade, before.council) };
  await writeEntries(tx, [{ entry, rev: there.rev, what: 'changed', box: null }], '', now);
}

function readLine(line: string): Entry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
