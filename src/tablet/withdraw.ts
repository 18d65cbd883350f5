import { type Operation, VOID_KIND } from '../domain/envelope.ts';
import { SEND_ORDER } from '../domain/kind.ts';
import { Problem } from '../domain/problems.ts';
import { readReceiptCode } from '../domain/receipt-code.ts';
import { findKind } from '../kinds/registry.ts';
import type { DraftStore } from '../ports/draft-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Outbox, OutboxRow } from '../ports/outbox.ts';
import type { Random } from '../ports/random.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { codeHashOf } from './code-hash.ts';
import { encodeOperationFrame } from './journal-frames.ts';
import type { Mutex } from './mutex.ts';
import { removeMedia } from './remove-media.ts';
import { type CommitDeps, sealAndCommit } from './seal-and-commit.ts';

/**
 * A withdrawal by receipt code, with or without a connection. What has not been sent is emptied here and now (its
 * number stays as a void); a sealed withdrawal is put first in the queue in every case, because the server may have
 * the record already.
 */
export type Withdraw = (request: {
  /** As typed; read with `readReceiptCode`. Empty when `entityId` is given. */
  code: string;
  /** Picked from "today, this tablet" with the person there, instead of a code. */
  entityId?: string;
  scope: 'words' | 'contact';
  actorId: string;
  displayName: string;
}) => Promise<{ foundHere: number; draftsRemoved: number }>;

export interface EmptyDeps {
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly media: MediaStore;
  readonly drafts: DraftStore;
  /** What the record told of places is forgotten with it. */
  readonly reference: Pick<ReferenceStore, 'dropOwn'>;
}

export interface WithdrawDeps extends CommitDeps, Omit<EmptyDeps, 'reference'> {
  readonly random: Random;
  readonly mutex: Mutex;
  /** What the record of a withdrawal says about where and how it was made. */
  language(): { language: string; readingMode: 'standard' | 'easy' };
  nudge(): void;
}

const KIND = 'withdrawal';
const ENTITY = 'entity/';

export function createWithdraw(deps: WithdrawDeps): Withdraw {
  const { reference, clock, random, mutex, nudge } = deps;

  return ({ code, entityId, scope, actorId, displayName }) =>
    mutex.run(async () => {
      const definition = findKind(KIND);
      const organisation = await reference.organisation();
      if (organisation === null || definition === null) throw new Problem('unknown-key');
      const read = readReceiptCode(code);
      if (read === null && entityId === undefined) throw new Problem('bad-request', { field: 'code' });
      const target = read === null ? ENTITY + entityId : await codeHashOf(read, organisation.orgId);

      // What is known here is named too: the server may not have been able to read what the code stands on.
      const entity = read === null ? entityId : (await find(deps.outbox, target))[0]?.entityId;
      const { schemaVersion } = definition;
      const own = { entityId: random.uuid(), kind: KIND, schemaVersion };
      await sealAndCommit(deps, {
        ...own,
        opId: random.uuid(),
        actorId,
        consentRef: null,
        media: [],
        visitId: null,
        sendOrder: SEND_ORDER.withdrawal,
        // So that start-up can finish the emptying that a crash cut short.
        codeHash: scope === 'words' ? target : null,
        draftId: null,
        draftRev: 0,
        record: {
          ...own,
          ...deps.language(),
          amends: null,
          visit: null,
          recordedBy: { actorId, displayName },
          receiptCode: null,
          consent: null,
          startedAt: new Date(clock.wallMs()).toISOString(),
          media: [],
          body: { code: read ?? '', scope, ...(entity === undefined ? {} : { entity }) },
        },
      });
      const emptied =
        scope === 'words'
          ? await emptyHere(deps, target)
          : { foundHere: (await find(deps.outbox, target)).length, draftsRemoved: 0 };
      nudge();
      return emptied;
    });
}

/** Does again what a withdrawal that is still unsent began: a crash may have come between. For start-up. */
export async function finishWithdrawals(deps: EmptyDeps): Promise<void> {
  const waiting = await deps.outbox.nextToSend(100, Number.MAX_SAFE_INTEGER);
  for (const { kind, codeHash } of waiting) {
    if (kind === KIND && codeHash !== null) await emptyHere(deps, codeHash);
  }
}

/**
 * Empties what lies here under a code or an entity: photos, voice notes, sealed records and drafts, in both places. The
 * rows of the outbox come last: while they stand, a crash leaves what start-up needs to do it all again.
 */
async function emptyHere(deps: EmptyDeps, target: string): Promise<{ foundHere: number; draftsRemoved: number }> {
  const { outbox, journal, media, drafts, reference } = deps;
  const found = await find(outbox, target);
  const held = found.flatMap(({ operation, ...row }) =>
    operation === null ? [] : [{ row, voided: voidOf(operation) }],
  );
  for (const { id } of found.flatMap((row) => row.media)) await removeMedia(media, id);
  for (const { row, voided } of held) {
    await journal.appendOperation(row.opId, encodeOperationFrame(frameOf(row, voided)));
  }
  // The words themselves leave the disk only when the file is written anew.
  if (held.length > 0) await journal.keepOnlyOperations(await journal.operationIds());

  const entities = new Set<string>(found.map(({ entityId }) => entityId));
  if (target.startsWith(ENTITY)) entities.add(target.slice(ENTITY.length));
  // Before the rows of the outbox, so that start-up does it again after a crash.
  await reference.dropOwn([...entities]);
  const matching = (await drafts.all()).filter(
    ({ codeHash, entityId }) => codeHash === target || (entityId !== null && entities.has(entityId)),
  );
  for (const { draftId, mediaIds } of matching) {
    for (const id of mediaIds) await removeMedia(media, id);
    await drafts.remove(draftId);
  }
  if (matching.length > 0) await journal.compact();

  for (const { row, voided } of held) await outbox.replaceWithVoid(row.opId, voided);
  for (const row of found.filter(({ operation }) => operation === null)) {
    await outbox.mark(row.opId, 'withdrawn', null, row.storedAt ?? row.finishedAt);
  }
  return { foundHere: found.length, draftsRemoved: matching.length };
}

/** Everything of the entities that the code, or the entity, stands for. */
async function find(outbox: Outbox, target: string): Promise<readonly OutboxRow[]> {
  const isEntity = target.startsWith(ENTITY);
  const direct = isEntity
    ? await outbox.findByEntity(target.slice(ENTITY.length))
    : await outbox.findByCodeHash(target);
  const rows = new Map(direct.map((row) => [row.opId, row]));
  for (const { entityId } of isEntity ? [] : direct.filter(({ kind }) => kind !== KIND)) {
    for (const row of await outbox.findByEntity(entityId)) rows.set(row.opId, row);
  }
  return [...rows.values()].filter(({ kind, state }) => kind !== KIND && kind !== VOID_KIND && state !== 'withdrawn');
}

function voidOf(operation: Operation): Operation {
  return { ...operation, kind: VOID_KIND, schemaVersion: 1, consentRef: null, media: [], sealed: null };
}

function frameOf(row: Omit<OutboxRow, 'operation'>, operation: Operation) {
  const { visitId, finishedAt, sendOrder } = row;
  return {
    draftId: null,
    draftRev: 0,
    row: { kind: VOID_KIND, visitId, finishedAt, sendOrder, codeHash: null, operation },
  };
}
