import { VOID_KIND } from '../../domain/envelope.ts';
import { Problem } from '../../domain/problems.ts';
import { standing as standingSchema, type Standing } from '../../domain/protocol.ts';
import { wordOf } from '../../domain/standing.ts';
import type { InstallState, NewOutboxRow, Outbox, OutboxCounts, OutboxRow, RowMark } from '../../ports/outbox.ts';
import type { Random } from '../../ports/random.ts';
import { afterWord, firstThatFit, marked, mayRelease, mediaInOrder, newRow, voided } from '../outbox-row.ts';
import { createSignal } from '../signal.ts';
import type { Database, StoredRow, Tables } from './database.ts';
import { decodeRow, encodeRow } from './outbox-rows.ts';

interface Install {
  installId: string;
  nextSeq: number;
  nextN: number;
}

/** The outbox in IndexedDB, with strict durability: a promise resolves only after the transaction is on the disk. */
export function createDexieOutbox(database: Database, random: Random): Outbox {
  const changed = createSignal();
  const fresh: Install = { installId: random.uuid(), nextSeq: 1, nextN: 1 };

  // Only one tab writes (the tab lock), so a count stays right until the next write; a Finish only adds to it.
  let remembered: OutboxCounts | null = null;
  let writes = 0;

  /** One strict transaction; listeners hear of it when it is complete. */
  async function write<Value>(
    work: (tables: Tables) => Promise<Value>,
    recount: (before: OutboxCounts, value: Value) => OutboxCounts | null = () => null,
  ): Promise<Value> {
    writes += 1;
    const before = remembered;
    remembered = null;
    const mine = writes;
    const value = await database.run((tables) =>
      tables.transaction('rw', tables.outbox, tables.drafts, tables.meta, () => work(tables)),
    );
    if (before !== null && writes === mine) remembered = recount(before, value);
    changed.emit();
    return value;
  }

  async function installOf(tables: Tables): Promise<Install> {
    const stored = (await tables.meta.get('install'))?.value as Install | undefined;
    if (stored !== undefined) return stored;
    await tables.meta.put({ name: 'install', value: fresh });
    return fresh;
  }

  async function standingOf(tables: Tables): Promise<Standing | null> {
    const parsed = standingSchema.safeParse((await tables.meta.get('standing'))?.value);
    return parsed.success ? parsed.data : null;
  }

  async function change(tables: Tables, opId: string, to: (row: OutboxRow) => OutboxRow): Promise<void> {
    const stored = await tables.outbox.get(opId);
    if (stored !== undefined) await tables.outbox.put(encodeRow(to(decodeRow(stored)), stored));
  }

  async function add(tables: Tables, row: NewOutboxRow, install: Install): Promise<void> {
    const { installId, seq } = row.operation;
    const added = tables.outbox.add(encodeRow(newRow(row), { n: install.nextN, installId }));
    install.nextN += 1;
    if (installId === install.installId) install.nextSeq = Math.max(install.nextSeq, seq + 1);
    await Promise.all([added, tables.meta.put({ name: 'install', value: install })]);
  }

  const read = <Value>(work: (tables: Tables) => PromiseLike<Value>) => database.run(work);
  const rowsOf = (stored: readonly StoredRow[]): OutboxRow[] => stored.map(decodeRow);

  return {
    async install(): Promise<InstallState> {
      const known = await read((tables) => tables.meta.bulkGet(['install', 'standing', 'cursor']));
      const install = known[0]?.value as Install | undefined;
      const current = install ?? (await write((tables) => installOf(tables)));
      const word = standingSchema.safeParse(known[1]?.value);
      const cursor = known[2]?.value;
      return {
        installId: current.installId,
        nextSeq: current.nextSeq,
        standing: word.success ? word.data : null,
        cursor: typeof cursor === 'string' ? cursor : null,
      };
    },

    commit: async (row, draftId) => {
      await write(async (tables) => {
        // Asked for side by side: somebody is waiting for "saved", and each answer of the database takes its time.
        const [install, there] = await Promise.all([installOf(tables), tables.outbox.get(row.operation.opId)]);
        const draftGone = draftId === null ? null : tables.drafts.delete(draftId);
        // The same once more: the first try went through although its answer was lost.
        const again = there !== undefined && there.operation === JSON.stringify(row.operation);
        const { seq, installId } = row.operation;
        const inTurn = there === undefined && installId === install.installId && seq === install.nextSeq;
        if (!again && !inTurn) throw new Problem('conflict', { seq, next: install.nextSeq });
        await Promise.all([again ? null : add(tables, row, { ...install }), draftGone]);
        return !again;
      }, withOneMore(row));
    },

    recover: (rows) =>
      write(async (tables) => {
        const install = { ...(await installOf(tables)) };
        for (const row of rows) {
          const { opId, installId, seq } = row.operation;
          const taken =
            (await tables.outbox.get(opId)) ?? (await tables.outbox.get({ installId, seq } as Partial<StoredRow>));
          if (taken === undefined) await add(tables, row, install);
        }
      }),

    async get(opId) {
      const stored = await read((tables) => tables.outbox.get(opId));
      return stored === undefined ? null : decodeRow(stored);
    },

    async nextToSend(limit, maxBytes) {
      const due = await read((tables) => tables.outbox.orderBy('queue').limit(limit).toArray());
      return firstThatFit(rowsOf(due), maxBytes);
    },

    async nextMedia() {
      return mediaInOrder(rowsOf(await read((tables) => tables.outbox.orderBy('mediaLeft').toArray())));
    },

    mark: (opId, state, problem, at) =>
      write((tables) => change(tables, opId, (row) => marked(row, state, problem, at))),

    markAll: (marks: readonly RowMark[]) =>
      write(async (tables) => {
        const stored = await tables.outbox.bulkGet(marks.map(({ opId }) => opId));
        const moved = stored.flatMap((before, index) => {
          const mark = marks[index];
          if (before === undefined || mark === undefined) return [];
          return [encodeRow(marked(decodeRow(before), mark.state, mark.problem, mark.at), before)];
        });
        await tables.outbox.bulkPut(moved);
      }),

    markMediaSent: (opId, mediaId) =>
      write((tables) =>
        change(tables, opId, (row) => {
          const known = row.media.some(({ id }) => id === mediaId);
          return known ? { ...row, mediaSent: [...new Set([...row.mediaSent, mediaId])] } : row;
        }),
      ),

    markMediaMissing: (opId, mediaId) =>
      write((tables) =>
        change(tables, opId, (row) => ({ ...row, mediaSent: row.mediaSent.filter((id) => id !== mediaId) })),
      ),

    setStanding: (standing) =>
      write(async (tables) => {
        const { installId } = await installOf(tables);
        const word = wordOf(await standingOf(tables), standing);
        await tables.meta.put({ name: 'standing', value: standing });
        const above = tables.outbox
          .where('[installId+seq]')
          .between([installId, standing.haveThrough + 1], [installId, Infinity]);
        const touched = word.restored ? tables.outbox.where('held').equals(1) : above;
        const moved = (await touched.filter(({ state, held }) => state !== 'waiting' && held === 1).toArray()).flatMap(
          (stored) => {
            const row = afterWord(decodeRow(stored), word, stored.installId === installId);
            return row === null ? [] : [encodeRow(row, stored)];
          },
        );
        await tables.outbox.bulkPut(moved);
      }),

    setCursor: (cursor) => write(async (tables) => void (await tables.meta.put({ name: 'cursor', value: cursor }))),

    release: (opId) =>
      write((tables) =>
        change(tables, opId, (row) => {
          if (!mayRelease(row)) throw new Problem('conflict');
          return { ...row, operation: null };
        }),
      ),

    async releasable() {
      return rowsOf(await read((tables) => tables.outbox.where('held').equals(1).toArray())).filter(mayRelease);
    },

    replaceWithVoid: async (opId, operation) => {
      if (operation.kind !== VOID_KIND || operation.sealed !== null) throw new Problem('conflict');
      await write((tables) => change(tables, opId, (row) => voided(row, operation)));
    },

    findByCodeHash: async (codeHash) =>
      rowsOf(await read((tables) => tables.outbox.where('codeHash').equals(codeHash).toArray())),

    findByEntity: async (entityId) =>
      rowsOf(await read((tables) => tables.outbox.where('entityId').equals(entityId).toArray())),

    async knownIds() {
      const [all, held] = await read((tables) =>
        Promise.all([tables.outbox.toCollection().primaryKeys(), tables.outbox.where('held').equals(1).primaryKeys()]),
      );
      return { all: new Set(all), held: new Set(held) };
    },

    async counts() {
      if (remembered !== null) return remembered;
      const at = writes;
      const counted = await read(async (tables): Promise<OutboxCounts> => {
        const [waiting, media, quarantined, oldest, last] = await Promise.all([
          tables.outbox.where('state').equals('waiting').count(),
          tables.outbox.orderBy('mediaLeft').keys(),
          tables.outbox.where('state').equals('quarantined').count(),
          tables.outbox.orderBy('waitingSince').first(),
          tables.outbox.orderBy('storedAt').last(),
        ]);
        return {
          waiting,
          waitingMedia: media.reduce((sum: number, left) => sum + Number(left), 0),
          quarantined,
          oldestWaitingAt: oldest?.waitingSince ?? null,
          lastStoredAt: last?.storedAt ?? null,
        };
      });
      if (at === writes) remembered = counted;
      return counted;
    },

    async list(limit) {
      return rowsOf(await read((tables) => tables.outbox.orderBy('n').reverse().limit(limit).toArray()));
    },

    subscribe: changed.subscribe,
  };
}

/** The counts after a Finish: ten thousand rows need not be counted again for one more. */
function withOneMore({ finishedAt, operation }: NewOutboxRow): (before: OutboxCounts, added: boolean) => OutboxCounts {
  return (before, added) =>
    added
      ? {
          ...before,
          waiting: before.waiting + 1,
          waitingMedia: before.waitingMedia + operation.media.length,
          oldestWaitingAt: earlier(before.oldestWaitingAt, finishedAt),
        }
      : before;
}

const earlier = (known: string | null, other: string): string => (known === null || other < known ? other : known);
