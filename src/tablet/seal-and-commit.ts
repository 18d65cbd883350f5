import type { OperationHeader, MediaRef } from '../domain/envelope.ts';
import { ENVELOPE_VERSION, MAX_ENVELOPE_BYTES, operation as operationSchema } from '../domain/envelope.ts';
import { actorId, entityId, installId, opId } from '../domain/ids.ts';
import { Problem } from '../domain/problems.ts';
import { record as recordSchema } from '../domain/record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { Sealer } from '../ports/sealer.ts';
import { encodeOperationFrame } from './journal-frames.ts';

export interface CommitDeps {
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly reference: ReferenceStore;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** One record about to be finished; what is the same for every record is added here. */
export interface ToCommit {
  readonly opId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  readonly actorId: string;
  readonly consentRef: string | null;
  readonly media: readonly MediaRef[];
  readonly record: Record<string, unknown>;
  readonly visitId: string | null;
  readonly sendOrder: number;
  readonly codeHash: string | null;
  readonly draftId: string | null;
  readonly draftRev: number;
}

/** What has to be known before a record can be sealed. Under the mutex it holds until the record is committed. */
export async function readBeforeSealing({ reference, outbox }: Pick<CommitDeps, 'reference' | 'outbox'>) {
  const [organisation, install] = await Promise.all([reference.organisation(), outbox.install()]);
  return { organisation, install };
}

/**
 * Seals a record, appends it to the journal and flushes, then commits it in one strict transaction, in this order. Call
 * it under the one mutex. When it throws, nothing is committed and a draft is still whole. Resolves its number.
 * @param before what `readBeforeSealing` gave in the same turn of the mutex, where that was asked for together with more
 */
export async function sealAndCommit(
  deps: CommitDeps,
  what: ToCommit,
  before?: Awaited<ReturnType<typeof readBeforeSealing>>,
): Promise<number> {
  const { outbox, journal, sealer, clock } = deps;
  const { organisation, install } = before ?? (await readBeforeSealing(deps));
  if (organisation === null) throw new Problem('unknown-key');
  const finishedAt = new Date(clock.wallMs()).toISOString();
  const record = recordSchema.safeParse({ ...what.record, finishedAt });
  if (!record.success) throw new Problem('does-not-fit', {}, { cause: record.error });

  const header: OperationHeader = {
    v: ENVELOPE_VERSION,
    opId: opId.parse(what.opId),
    installId: installId.parse(install.installId),
    seq: install.nextSeq,
    kind: what.kind,
    entityId: entityId.parse(what.entityId),
    schemaVersion: what.schemaVersion,
    actorId: actorId.parse(what.actorId),
    consentRef: what.consentRef,
    capturedAt: {
      wall: finishedAt,
      zone: clock.zone(),
      uptimeMs: Math.round(clock.monotonicMs()),
      lastServerTime: install.standing?.serverTime ?? null,
    },
    media: [...what.media],
  };
  const sealed = await sealer.seal(organisation.orgKey, header, record.data);
  const operation = operationSchema.parse({ ...header, sealed });
  const { kind, visitId, sendOrder, codeHash, draftId, draftRev } = what;
  const row = { kind, visitId, finishedAt, sendOrder, codeHash, operation };
  const frame = encodeOperationFrame({ draftId, draftRev, row });
  if (frame.length > MAX_ENVELOPE_BYTES) throw new Problem('too-large');

  await journal.appendOperation(operation.opId, frame);
  try {
    await outbox.commit(row, draftId);
  } catch (thrown) {
    // Nobody was told "saved", so the number must stay free. Where even this fails, start-up decides.
    await journal.dropOperations(new Set([operation.opId])).catch(() => undefined);
    throw thrown;
  }
  return operation.seq;
}
