import { wordOf } from '../../../src/domain/standing.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { PullRow, Receipt } from '../../../src/domain/protocol.ts';
import type { Journal } from '../../../src/ports/journal.ts';
import type { MediaStore } from '../../../src/ports/media-store.ts';
import type { NewOutboxRow, Outbox, OutboxRow, OutboxState, RowMark } from '../../../src/ports/outbox.ts';
import type { ReferenceStore } from '../../../src/ports/reference-store.ts';
import type { Random } from '../../../src/ports/random.ts';
import type { Standing } from '../../../src/domain/protocol.ts';

export function createMemoryOutbox(random: Random): Outbox {
  const rows = new Map<string, OutboxRow>();
  const installId = random.uuid();
  let nextSeq = 1;
  let standing: Standing | null = null;
  let cursor: string | null = null;
  const listeners = new Set<() => void>();
  const emit = () => {
    for (const one of [...listeners]) one();
  };
  const add = (row: NewOutboxRow) => {
    const op = row.operation;
    rows.set(op.opId, {
      opId: op.opId,
      seq: op.seq,
      kind: row.kind,
      entityId: op.entityId,
      actorId: op.actorId,
      visitId: row.visitId,
      finishedAt: row.finishedAt,
      sendOrder: row.sendOrder,
      state: 'waiting',
      operation: op,
      media: op.media,
      mediaSent: [],
      codeHash: row.codeHash,
      problem: null,
      storedAt: null,
    });
    if (op.installId === installId) nextSeq = Math.max(nextSeq, op.seq + 1);
  };
  const set = (opId: string, to: (row: OutboxRow) => OutboxRow) => {
    const row = rows.get(opId);
    if (row !== undefined) rows.set(opId, to(row));
  };
  const markOne = (opId: string, state: OutboxState, problem: RowMark['problem'], at: string) =>
    set(opId, (row) => ({ ...row, state, problem, storedAt: row.storedAt ?? (state === 'waiting' ? null : at) }));
  const sent = (row: OutboxRow) => row.media.every(({ id }) => row.mediaSent.includes(id));
  const safe = (row: OutboxRow) =>
    row.state === 'withdrawn' || ((row.state === 'stored' || row.state === 'applied') && sent(row));
  return {
    install: async () => ({ installId, nextSeq, standing, cursor }),
    commit: async (row) => {
      const there = rows.get(row.operation.opId);
      if (there !== undefined && JSON.stringify(there.operation) === JSON.stringify(row.operation)) return;
      if (there !== undefined || row.operation.seq !== nextSeq) throw new Problem('conflict');
      add(row);
      emit();
    },
    recover: async (all) => {
      for (const row of all) {
        const { opId, installId: install, seq } = row.operation;
        const taken =
          rows.has(opId) || [...rows.values()].some((r) => r.seq === seq && r.operation?.installId === install);
        if (!taken) add(row);
      }
      emit();
    },
    get: async (opId) => rows.get(opId) ?? null,
    nextToSend: async (limit, maxBytes) => {
      const due = [...rows.values()]
        .filter((row) => row.state === 'waiting')
        .sort((a, b) => a.sendOrder - b.sendOrder || a.seq - b.seq)
        .slice(0, limit);
      let bytes = 0;
      return due.filter((row, n) => (bytes += JSON.stringify(row.operation).length) <= maxBytes || n === 0);
    },
    nextMedia: async () =>
      [...rows.values()]
        .filter((row) => row.state !== 'waiting' && row.state !== 'withdrawn' && row.operation !== null)
        .flatMap((row) => row.media.filter(({ id }) => !row.mediaSent.includes(id)).map((media) => ({ row, media })))
        .sort((a, b) => a.media.role.localeCompare(b.media.role) || a.media.bytes - b.media.bytes),
    mark: async (opId, state, problem, at) => {
      markOne(opId, state, problem, at);
      emit();
    },
    markAll: async (marks) => {
      for (const mark of marks) markOne(mark.opId, mark.state, mark.problem, mark.at);
      emit();
    },
    markMediaSent: async (opId, mediaId) => {
      set(opId, (row) => ({ ...row, mediaSent: [...new Set([...row.mediaSent, mediaId])] }));
      emit();
    },
    markMediaMissing: async (opId, mediaId) => {
      set(opId, (row) => ({ ...row, mediaSent: row.mediaSent.filter((id) => id !== mediaId) }));
      emit();
    },
    setStanding: async (now) => {
      const word = wordOf(standing, now);
      standing = now;
      for (const row of rows.values()) {
        if (row.state === 'waiting' || row.operation === null) continue;
        const foreign = row.operation.installId !== installId;
        if (foreign && !word.restored) continue;
        if ((foreign || word.lost(row.seq)) && (word.restored || row.state !== 'quarantined')) {
          rows.set(row.opId, { ...row, state: 'waiting', problem: null, storedAt: null, mediaSent: [] });
        } else if (word.restored) rows.set(row.opId, { ...row, mediaSent: [] });
      }
      emit();
    },
    setCursor: async (to) => {
      cursor = to;
    },
    release: async (opId) => {
      const row = rows.get(opId);
      if (row !== undefined && !safe(row)) throw new Problem('conflict');
      set(opId, (one) => ({ ...one, operation: null }));
      emit();
    },
    releasable: async () => [...rows.values()].filter((row) => row.operation !== null && safe(row)),
    replaceWithVoid: async (opId, voided) => {
      set(opId, (row) => ({
        ...row,
        state: row.state === 'waiting' ? 'waiting' : 'withdrawn',
        kind: voided.kind,
        operation: voided,
        media: [],
        mediaSent: [],
        codeHash: null,
        problem: null,
      }));
      emit();
    },
    findByCodeHash: async (hash) => [...rows.values()].filter((row) => row.codeHash === hash),
    findByEntity: async (entityId) => [...rows.values()].filter((row) => row.entityId === entityId),
    knownIds: async () => ({
      all: new Set(rows.keys()),
      held: new Set([...rows.values()].filter((row) => row.operation !== null).map((row) => row.opId)),
    }),
    counts: async () => {
      const all = [...rows.values()];
      const waiting = all.filter((row) => row.state === 'waiting');
      return {
        waiting: waiting.length,
        waitingMedia: all
          .filter((row) => row.state !== 'withdrawn' && row.operation !== null)
          .reduce((sum, row) => sum + row.media.length - row.mediaSent.length, 0),
        quarantined: all.filter((row) => row.state === 'quarantined').length,
        oldestWaitingAt: waiting[0]?.finishedAt ?? null,
        lastStoredAt:
          all
            .map((row) => row.storedAt)
            .sort()
            .at(-1) ?? null,
      };
    },
    list: async (limit) => [...rows.values()].reverse().slice(0, limit),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}

export function createMemoryJournal(): Journal {
  const frames = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    open: async () => {},
    appendOperation: async (opId, bytes) => void frames.set(opId, bytes),
    readOperations: async () => [...frames].map(([opId, bytes]) => ({ opId, bytes })),
    operationIds: async () => new Set(frames.keys()),
    keepOnlyOperations: async (ids) => {
      for (const id of frames.keys()) if (!ids.has(id)) frames.delete(id);
    },
    dropOperations: async (ids) => {
      for (const id of ids) frames.delete(id);
    },
    putState: async () => {},
    readState: async () => new Map(),
    compact: async () => {},
    close: async () => {},
  };
}
export function createMemoryMediaStore(): MediaStore {
  const chunks = new Map<string, Map<number, Uint8Array<ArrayBuffer>>>();
  return {
    putChunk: async (id, index, bytes) => {
      const file = chunks.get(id) ?? new Map();
      chunks.set(id, file.set(index, bytes));
    },
    getChunk: async (id, index) => chunks.get(id)?.get(index) ?? null,
    remove: async (id) => void chunks.delete(id),
    list: async () => [...chunks.keys()],
  };
}
export function createMemoryReferenceStore(): ReferenceStore {
  let rows = new Map<string, PullRow>();
  return {
    apply: async (all) => {
      for (const row of all) rows.set(`${row.kind} ${row.id}`, row);
    },
    clear: async () => {
      rows = new Map();
    },
    organisation: async () => null,
    roster: async () => [],
    venues: async () => [],
    owed: async () => [],
    receipts: async () =>
      [...rows.values()].flatMap((r): Receipt[] => (r.kind === 'receipt' && r.value ? [r.value] : [])),
    subscribe: () => () => {},
  };
}
