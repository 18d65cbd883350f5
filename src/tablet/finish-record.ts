import type { OpId } from '../domain/ids.ts';
import type { MediaRef } from '../domain/envelope.ts';
import { opId as opIdSchema } from '../domain/ids.ts';
import { mayKeepWords } from '../domain/consent.ts';
import { fromBase64, joinBytes, sha256Hex } from '../domain/bytes.ts';
import { mediaRef } from '../domain/envelope.ts';
import { Problem } from '../domain/problems.ts';
import type { SealedMedia } from '../domain/record.ts';
import { sealedMedia } from '../domain/record.ts';
import { findKind } from '../kinds/registry.ts';
import type { DraftStore } from '../ports/draft-store.ts';
import type { Random } from '../ports/random.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { MediaCipher } from '../ports/sealer.ts';
import type { UnlockedVault } from '../ports/vault.ts';
import { codeHashOf } from './code-hash.ts';
import { completeVoice } from './draft-media.ts';
import type { Draft, DraftMediaItem } from './drafts.ts';
import type { Mutex } from './mutex.ts';
import { keepOwnTold } from './own-told.ts';
import { piecesOf, removeMedia } from './remove-media.ts';
import { type CommitDeps, readBeforeSealing, sealAndCommit, type ToCommit } from './seal-and-commit.ts';

export interface Finished {
  readonly opId: OpId;
  readonly entityId: string;
  readonly seq: number;
  readonly receiptCode: string | null;
}

/**
 * Finish: parse with the kind's schema, seal, append to the journal and flush, one strict transaction. Only when it
 * resolves may a screen say "Saved on this tablet". When it throws, the draft is still whole.
 * A refusal keeps no words: what is sealed is one tally of kind `no-thanks`, and the draft goes. A no to "hear back"
 * keeps no way to reach the person, a no to voice or photo none of those files.
 */
export type FinishRecord = (draft: Draft) => Promise<Finished>;

export interface FinishDeps extends CommitDeps {
  readonly vault: UnlockedVault;
  readonly drafts: DraftStore;
  readonly media: MediaStore;
  readonly cipher: MediaCipher;
  readonly random: Random;
  readonly mutex: Mutex;
  /** Tells the sync engine that there is something to send. */
  nudge(): void;
}

const TALLY = 'no-thanks';

/**
 * The operation takes the id of its draft. So whatever a crash leaves behind, draft and record can be told to be the same,
 * and finishing twice is finishing once.
 */
export function createFinishRecord(deps: FinishDeps): FinishRecord {
  const { mutex, outbox, drafts, nudge } = deps;

  async function finish(draft: Draft): Promise<Finished> {
    const [before, stored, known] = await Promise.all([
      outbox.get(draft.draftId),
      drafts.get(draft.draftId),
      readBeforeSealing(deps),
    ]);
    const keepsWords = mayKeepWords(draft.consent);
    const opId = opIdSchema.parse(draft.draftId);
    if (before !== null) {
      await tidy(draft, before.media);
      if (before.kind === draft.kind && before.operation !== null) await keepOwnTold(deps, findKind(draft.kind), draft);
      const receiptCode = before.kind === draft.kind ? draft.receiptCode : null;
      return { opId, entityId: before.entityId, seq: before.seq, receiptCode };
    }
    const what = keepsWords ? await recordOf(deps, draft) : tallyOf(deps, draft);
    const seq = await sealAndCommit(deps, { ...what, draftId: draft.draftId, draftRev: stored?.rev ?? 0 }, known);
    if (keepsWords) await keepOwnTold(deps, findKind(draft.kind), draft);
    // It is saved. What is left to tidy may wait for its turn, and start-up does what does not get done here.
    void mutex.run(() => tidy(draft, what.media).catch(() => undefined));
    nudge();
    return { opId, entityId: what.entityId, seq, receiptCode: keepsWords ? draft.receiptCode : null };
  }

  /** The draft goes from the journal too; photos and voice notes that are not part of the record go. */
  async function tidy(draft: Draft, kept: readonly MediaRef[]): Promise<void> {
    await drafts.remove(draft.draftId);
    for (const { id } of draft.media) {
      if (kept.some((media) => media.id === id)) await deps.media.remove(piecesOf(id));
      else await removeMedia(deps.media, id);
    }
  }

  return (draft) => mutex.run(() => finish(draft));
}

type Sealable = Omit<ToCommit, 'draftId' | 'draftRev'>;

async function recordOf(deps: FinishDeps, draft: Draft): Promise<Sealable> {
  const definition = findKind(draft.kind);
  if (definition === null) throw new Problem('unknown-kind');
  const body = definition.schema.safeParse(draft.body);
  if (!body.success) {
    const field = body.error.issues[0]?.path.join('.') ?? '';
    throw new Problem('does-not-fit', { field }, { cause: body.error });
  }
  const refusesContact = draft.consent?.answers['hear-back'] === 'no';
  const kept = refusesContact ? (definition.withoutContact?.(body.data) ?? body.data) : body.data;
  const media: { ref: MediaRef; sealed: SealedMedia }[] = [];
  for (const item of draft.media) {
    if (draft.consent?.answers[item.role] === 'no') continue;
    const whole = item.whole ? item : await completeVoice(deps, item);
    if (whole !== null) media.push(await sealable(deps, whole));
  }
  return {
    ...sameFor(deps, draft, draft.entityId),
    kind: draft.kind,
    schemaVersion: definition.schemaVersion,
    consentRef: draft.consent?.version ?? null,
    media: media.map(({ ref }) => ref),
    sendOrder: definition.sendOrder,
    codeHash: await codeHash(deps, draft),
    record: {
      ...frameOf(deps, draft, draft.entityId),
      kind: draft.kind,
      schemaVersion: definition.schemaVersion,
      amends: draft.amends,
      receiptCode: draft.receiptCode,
      consent: draft.consent,
      media: media.map(({ sealed }) => sealed),
      body: kept,
    },
  };
}

/** Somebody who did not want their words kept: one tally, with nothing of what was said and nobody's traces. */
function tallyOf(deps: FinishDeps, draft: Draft): Sealable {
  const definition = findKind(TALLY);
  if (definition === null) throw new Problem('unknown-kind');
  const entityId = deps.random.uuid();
  return {
    ...sameFor(deps, draft, entityId),
    kind: TALLY,
    schemaVersion: definition.schemaVersion,
    consentRef: null,
    media: [],
    sendOrder: definition.sendOrder,
    codeHash: null,
    record: {
      ...frameOf(deps, draft, entityId),
      kind: TALLY,
      schemaVersion: definition.schemaVersion,
      // Which language somebody speaks who wanted nothing kept is theirs.
      language: 'und',
      readingMode: 'standard',
      amends: null,
      receiptCode: null,
      consent: null,
      media: [],
      body: { count: 1, reason: 'not-said' },
    },
  };
}

function sameFor({ vault }: FinishDeps, draft: Draft, entityId: string) {
  return { opId: draft.draftId, entityId, actorId: vault.actorId, visitId: draft.visit?.visitId ?? null };
}

function frameOf({ vault }: FinishDeps, draft: Draft, entityId: string) {
  const { visit, language, readingMode, startedAt } = draft;
  const recordedBy = { actorId: vault.actorId, displayName: vault.displayName };
  return { entityId, visit, recordedBy, language, readingMode, startedAt };
}

async function codeHash({ reference }: FinishDeps, draft: Draft): Promise<string | null> {
  if (draft.codeHash !== null || draft.receiptCode === null) return draft.codeHash;
  const organisation = await reference.organisation();
  return organisation === null ? null : codeHashOf(draft.receiptCode, organisation.orgId);
}

/** What the header says of a file (its encrypted chunks), and what only the seal says (its key). */
async function sealable({ media }: FinishDeps, item: DraftMediaItem): Promise<{ ref: MediaRef; sealed: SealedMedia }> {
  const chunks: Uint8Array[] = [];
  for (let index = 0; index < item.chunks; index += 1) {
    const chunk = await media.getChunk(item.id, index);
    if (chunk === null) throw new Problem('draft-unreadable');
    chunks.push(chunk);
  }
  const joined = joinBytes(chunks);
  const { id, role, mime, key, caption, durationMs } = item;
  if (fromBase64(key).length !== 32) throw new Problem('draft-unreadable');
  return {
    ref: mediaRef.parse({
      id,
      role,
      mime,
      sha256: await sha256Hex(joined),
      bytes: joined.length,
      chunks: chunks.length,
    }),
    sealed: sealedMedia.parse({
      id,
      role,
      mime,
      key,
      sha256: item.sha256,
      bytes: item.bytes,
      ...(caption === '' ? {} : { caption }),
      ...(durationMs === null ? {} : { durationMs: Math.round(durationMs) }),
    }),
  };
}
