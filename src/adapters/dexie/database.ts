import { Dexie, type Table } from 'dexie';
import { Problem } from '../../domain/problems.ts';

/** One finished record. Opaque on purpose: what is not an index is text, so that no upgrade can strand unsent work. */
export interface StoredRow {
  opId: string;
  /** Order in which rows came to this database. */
  n: number;
  installId: string;
  seq: number;
  entityId: string;
  state: string;
  /** Only while waiting: place in the sending order. */
  queue?: number;
  /** Only while waiting: when it was finished. */
  waitingSince?: string;
  /** Only while photos or voice notes are left to send: how many. */
  mediaLeft?: number;
  /** Only while the sealed bytes are here. */
  held?: 1;
  storedAt?: string;
  codeHash?: string;
  /** The row without its operation, as JSON. */
  facts: string;
  /** The operation as JSON, or null once it has left the tablet. */
  operation: string | null;
}

export interface StoredDraft {
  draftId: string;
  actorId: string;
  rev: number;
  /** The row without its box, as JSON. */
  facts: string;
  box: Uint8Array<ArrayBuffer>;
}

interface StoredSlot {
  actorId: string;
  rev: number;
  slot: string;
}

interface StoredReference {
  kind: string;
  id: string;
  value: unknown;
}

interface StoredMeta {
  name: string;
  value: unknown;
}

export type Tables = Dexie & {
  outbox: Table<StoredRow, string>;
  drafts: Table<StoredDraft, string>;
  slots: Table<StoredSlot, string>;
  reference: Table<StoredReference, [string, string]>;
  meta: Table<StoredMeta, string>;
};

export interface Database {
  /**
   * Runs a piece of work with a time limit; once more on a fresh connection when it fails. The work must therefore be
   * safe to run twice. Throws Problem('storage-full' | 'storage-failed') or whatever Problem the work throws.
   */
  run<Value>(work: (tables: Tables) => PromiseLike<Value>): Promise<Value>;
  /** Whether the browser said that it threw an older copy of this database away. */
  lostData(): boolean;
  close(): void;
}

const DATABASE_NAME = 'said-and-done';
const LIMIT_MS = 8000;

export interface DatabaseOptions {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly limitMs?: number;
}

export function createDatabase(options: DatabaseOptions = {}): Database {
  const limitMs = options.limitMs ?? LIMIT_MS;
  const factory = options.indexedDB ?? indexedDB;
  let dataLoss = false;
  let tables = open();

  function open(): Tables {
    const db = new Dexie(options.name ?? DATABASE_NAME, {
      // Without this, Chromium answers before the bytes are on the disk.
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      indexedDB: watched(factory, () => {
        dataLoss = true;
      }),
    }) as Tables;
    db.version(1).stores({
      outbox: 'opId, &n, &[installId+seq], entityId, state, queue, waitingSince, mediaLeft, held, storedAt, codeHash',
      drafts: 'draftId, actorId',
      slots: 'actorId',
      reference: '[kind+id], kind',
      meta: 'name',
    });
    return db;
  }

  async function limited<Value>(work: (tables: Tables) => PromiseLike<Value>): Promise<Value> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DOMException('the database does not answer', 'TimeoutError')), limitMs);
    });
    try {
      return await Promise.race([work(tables), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async run(work) {
      try {
        return await limited(work);
      } catch (thrown) {
        const final = finalProblem(thrown);
        if (final !== null) throw final;
      }
      tables.close();
      tables = open();
      try {
        return await limited(work);
      } catch (thrown) {
        throw finalProblem(thrown) ?? new Problem('storage-failed', {}, { cause: thrown });
      }
    },
    lostData: () => dataLoss,
    close: () => tables.close(),
  };
}

/** What a second try would not change, as a Problem; null for what may pass. */
function finalProblem(thrown: unknown): Problem | null {
  for (let error: unknown = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error instanceof Problem) return error;
    if (error.name === 'QuotaExceededError') return new Problem('storage-full', {}, { cause: thrown });
    error = 'inner' in error ? error.inner : error.cause;
  }
  return null;
}

/** Chromium says on the upgrade event whether it found the old database damaged and threw it away. */
function watched(factory: IDBFactory, onLoss: () => void): IDBFactory {
  return new Proxy(factory, {
    get(target, name) {
      if (name !== 'open') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      }
      return (...args: Parameters<IDBFactory['open']>) => {
        const request = target.open(...args);
        request.addEventListener('upgradeneeded', (event) => {
          const loss = (event as IDBVersionChangeEvent & { dataLoss?: string }).dataLoss;
          if (loss !== undefined && loss !== 'none') onLoss();
        });
        return request;
      };
    },
  });
}
