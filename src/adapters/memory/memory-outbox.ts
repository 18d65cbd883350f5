import { Problem } from '../../domain/problems.ts';
import type { Standing } from '../../domain/protocol.ts';
import { wordOf } from '../../domain/standing.ts';
import type { NewOutboxRow, Outbox, OutboxRow } from '../../ports/outbox.ts';
import type { Random } from '../../ports/random.ts';
import { afterWord, firstThatFit, marked, mayRelease, mediaDue, mediaInOrder, newRow, voided } from '../outbox-row.ts';
import { createSignal } from '../signal.ts';

/** The outbox in memory: the same contract as in IndexedDB. `removeDraft` stands for the draft table of one transaction. */
export function createMemoryOutbox(random: Random, removeDraft: (draftId: string) => void = () => undefined): Outbox {
  const rows = new Map<string, OutboxRow>();
  const installs = new Map<string, string>();
  const installId = random.uuid();
  const changed = createSignal();
  let nextSeq = 1;
  let standing: Standing | null = null;
  let cursor: string | null = null;

  const all = (): OutboxRow[] => [...rows.values()];
  const add = (row: NewOutboxRow) => {
    const { opId, installId: from, seq } = row.operation;
    rows.set(opId, newRow(row));
    installs.set(opId, from);
    if (from === installId) nextSeq = Math.max(nextSeq, seq + 1);
  };
  const change = (opId: string, to: (row: OutboxRow) => OutboxRow) => {
    const row = rows.get(opId);
    if (row !== undefined) rows.set(opId, to(row));
    changed.emit();
  };

  return {
    install: async () => ({ installId, nextSeq, standing, cursor }),
    async commit(row, draftId) {
      const there = rows.get(row.operation.opId);
      const again = there !== undefined && JSON.stringify(there.operation) === JSON.stringify(row.operation);
      if (!again) {
        const { seq, installId: from } = row.operation;
        if (there !== undefined || from !== installId || seq !== nextSeq) {
          throw new Problem('conflict', { seq, next: nextSeq });
        }
        add(row);
      }
      if (draftId !== null) removeDraft(draftId);
      changed.emit();
    },
    async recover(found) {
      for (const row of found) {
        const { opId, installId: from, seq } = row.operation;
        const numberTaken = [...rows.values()].some((one) => installs.get(one.opId) === from && one.seq === seq);
        if (!rows.has(opId) && !numberTaken) add(row);
      }
      changed.emit();
    },
    get: async (opId) => rows.get(opId) ?? null,
    async nextToSend(limit, maxBytes) {
      const due = all()
        .filter(({ state }) => state === 'waiting')
        .sort((one, other) => one.sendOrder - other.sendOrder);
      return firstThatFit(due.slice(0, limit), maxBytes);
    },
    nextMedia: async () => mediaInOrder(all()),
    mark: async (opId, state, problem, at) => change(opId, (row) => marked(row, state, problem, at)),
    async markAll(marks) {
      for (const { opId, state, problem, at } of marks) change(opId, (row) => marked(row, state, problem, at));
    },
    markMediaSent: async (opId, mediaId) =>
      change(opId, (row) =>
        row.media.some(({ id }) => id === mediaId)
          ? { ...row, mediaSent: [...new Set([...row.mediaSent, mediaId])] }
          : row,
      ),
    markMediaMissing: async (opId, mediaId) =>
      change(opId, (row) => ({ ...row, mediaSent: row.mediaSent.filter((id) => id !== mediaId) })),
    async setStanding(now) {
      const word = wordOf(standing, now);
      standing = now;
      for (const row of rows.values()) {
        const moved = afterWord(row, word, installs.get(row.opId) === installId);
        if (moved !== null) change(row.opId, () => moved);
      }
      changed.emit();
    },
    async setCursor(to) {
      cursor = to;
      changed.emit();
    },
    async release(opId) {
      change(opId, (row) => {
        if (!mayRelease(row)) throw new Problem('conflict');
        return { ...row, operation: null };
      });
    },
    releasable: async () => all().filter((row) => row.operation !== null && mayRelease(row)),
    async replaceWithVoid(opId, operation) {
      if (operation.sealed !== null) throw new Problem('conflict');
      change(opId, (row) => voided(row, operation));
    },
    findByCodeHash: async (codeHash) => all().filter((row) => row.codeHash === codeHash),
    findByEntity: async (entityId) => all().filter((row) => row.entityId === entityId),
    async knownIds() {
      const held = all().filter(({ operation }) => operation !== null);
      return { all: new Set(rows.keys()), held: new Set(held.map(({ opId }) => opId)) };
    },
    async counts() {
      const waiting = all().filter(({ state }) => state === 'waiting');
      const notWithdrawn = all().filter(({ state }) => state !== 'withdrawn');
      const storedAt = all().flatMap((row) => row.storedAt ?? []);
      return {
        waiting: waiting.length,
        waitingMedia: notWithdrawn.reduce((sum, row) => sum + mediaDue(row).length, 0),
        quarantined: all().filter(({ state }) => state === 'quarantined').length,
        oldestWaitingAt: waiting.map(({ finishedAt }) => finishedAt).sort()[0] ?? null,
        lastStoredAt: storedAt.sort().at(-1) ?? null,
      };
    },
    list: async (limit) => all().reverse().slice(0, limit),
    subscribe: changed.subscribe,
  };
}
