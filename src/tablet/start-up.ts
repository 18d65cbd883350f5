import { SEND_ORDER } from '../domain/kind.ts';
import type { Clock } from '../ports/clock.ts';
import type { DraftRow, DraftStore } from '../ports/draft-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { SlotStore } from '../ports/slot-store.ts';
import {
  decodeDraftRow,
  decodeOperationFrame,
  decodeSlot,
  DRAFT_PREFIX,
  encodeDraftRow,
  encodeOperationFrame,
  type OperationFrame,
  SLOT_PREFIX,
  toJsonBytes,
} from './journal-frames.ts';
import { removeMedia } from './remove-media.ts';

/** What start-up found and put right. Numbers of things; nothing of their content. */
export interface StartUpReport {
  /** Finished records that only the journal had. */
  readonly recoveredRecords: number;
  /** Drafts that only the journal had, or had newer. */
  readonly recoveredDrafts: number;
  /** Finished records put back into the journal. */
  readonly journalRebuilt: number;
  /** The database had to be made anew although the journal holds work: the signing key is gone with it. */
  readonly databaseLost: boolean;
  /** Records in the journal whose number is taken and whose draft is gone; they stay in the journal. */
  readonly unplaced: number;
}

/** The single stores, not the doubled ones: start-up is what makes them equal. */
export interface StartUpDeps {
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly drafts: DraftStore;
  readonly slots: SlotStore;
  readonly media: MediaStore;
  readonly reference: Pick<ReferenceStore, 'dropOwn'>;
  readonly clock: Clock;
}

/** A file that belongs to nothing may be one that is just being written in a draft not yet saved. */
const ORPHAN_AGE_MS = 24 * 3600 * 1000;

/**
 * Opens the journal and takes the union of journal and database: neither alone is believed to be whole. Throws
 * Problem('no-opfs' | 'other-tab' | 'storage-full' | 'storage-failed'): without both copies nothing may be captured.
 */
export async function startUp(deps: StartUpDeps): Promise<StartUpReport> {
  const { journal, outbox, drafts } = deps;
  // Both open at once; which of two failures is told does not change.
  const installed = outbox.install();
  installed.catch(() => undefined);
  await journal.open();
  await installed;
  const [known, inJournal, state, storedDrafts] = await Promise.all([
    outbox.knownIds(),
    journal.operationIds(),
    journal.readState(),
    drafts.all(),
  ]);
  const newest = newestDrafts(storedDrafts, state);
  const databaseLost = known.all.size === 0 && storedDrafts.length === 0 && (inJournal.size > 0 || state.size > 0);

  const lost = new Set([...inJournal].filter((opId) => !known.all.has(opId)));
  const { recovered, unplaced } = await recoverRecords(deps, lost, newest);
  const journalRebuilt = await rebuildJournal(
    deps,
    [...known.held].filter((opId) => !inJournal.has(opId)),
  );

  const finished = new Set([...known.all, ...recovered]);
  const recoveredDrafts = await mendDrafts(deps, { newest, storedDrafts, state, finished });
  await mendSlots(deps, state);
  await finishWithdrawals(deps);
  return { recoveredRecords: recovered.size, recoveredDrafts, journalRebuilt, databaseLost, unplaced };
}

type State = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The newer of both copies of each draft; null for one that was being removed. */
function newestDrafts(stored: readonly DraftRow[], state: State): Map<string, DraftRow | null> {
  const newest = new Map<string, DraftRow | null>(stored.map((row) => [row.draftId, row]));
  for (const [key, bytes] of state) {
    if (!key.startsWith(DRAFT_PREFIX)) continue;
    const draftId = key.slice(DRAFT_PREFIX.length);
    const row = decodeDraftRow(bytes);
    const other = newest.get(draftId);
    if (row === null) newest.set(draftId, bytes.length === 0 ? null : (other ?? null));
    else if (other === undefined || other === null || other.rev < row.rev) newest.set(draftId, row);
  }
  return newest;
}

/**
 * Commits what a crash left in the journal alone. A frame whose draft was changed afterwards belongs to a Finish that
 * failed in front of the person: the draft is the truth then.
 */
async function recoverRecords(
  { journal, outbox }: StartUpDeps,
  lost: ReadonlySet<string>,
  newest: ReadonlyMap<string, DraftRow | null>,
): Promise<{ recovered: ReadonlySet<string>; unplaced: number }> {
  if (lost.size === 0) return { recovered: new Set(), unplaced: 0 };
  const frames = (await journal.readOperations(lost)).flatMap(({ bytes }) => decodeOperationFrame(bytes) ?? []);
  const draftOf = ({ draftId }: OperationFrame) => (draftId === null ? undefined : newest.get(draftId));
  const isStale = (frame: OperationFrame) => (draftOf(frame)?.rev ?? -1) > frame.draftRev;
  const wanted = frames
    .filter((frame) => !isStale(frame))
    .sort((one, other) => one.row.operation.seq - other.row.operation.seq);
  await outbox.recover(wanted.map(({ row }) => row));

  const recovered = new Set<string>();
  const useless = new Set(frames.filter(isStale).map(({ row }) => row.operation.opId as string));
  let unplaced = 0;
  for (const frame of wanted) {
    const { opId } = frame.row.operation;
    if ((await outbox.get(opId)) !== null) recovered.add(opId);
    else if (draftOf(frame)) useless.add(opId);
    else unplaced += 1;
  }
  if (useless.size > 0) await journal.dropOperations(useless);
  return { recovered, unplaced };
}

async function rebuildJournal({ journal, outbox }: StartUpDeps, missing: readonly string[]): Promise<number> {
  for (const opId of missing) {
    const row = await outbox.get(opId);
    if (row === null || row.operation === null) continue;
    const { kind, visitId, finishedAt, sendOrder, codeHash, operation } = row;
    const frame = { draftId: null, draftRev: 0, row: { kind, visitId, finishedAt, sendOrder, codeHash, operation } };
    await journal.appendOperation(opId, encodeOperationFrame(frame));
  }
  return missing.length;
}

/** Brings both copies of every draft to the same, and removes those that were finished or removed. */
async function mendDrafts(
  { journal, drafts }: StartUpDeps,
  found: {
    newest: ReadonlyMap<string, DraftRow | null>;
    storedDrafts: readonly DraftRow[];
    state: State;
    finished: ReadonlySet<string>;
  },
): Promise<number> {
  const { newest, storedDrafts, state, finished } = found;
  const stored = new Map(storedDrafts.map((row) => [row.draftId, row.rev]));
  let recovered = 0;
  for (const [draftId, row] of newest) {
    const key = DRAFT_PREFIX + draftId;
    const written = state.get(key);
    if (row === null || finished.has(draftId)) {
      if (stored.has(draftId)) await drafts.remove(draftId);
      if (written !== undefined) await journal.putState(key, null);
      continue;
    }
    if (stored.get(draftId) !== row.rev) {
      await drafts.put(row);
      recovered += 1;
    }
    const inJournal = written === undefined ? null : decodeDraftRow(written);
    if (inJournal?.rev !== row.rev) await journal.putState(key, encodeDraftRow(row));
  }
  return recovered;
}

async function mendSlots({ journal, slots }: StartUpDeps, state: State): Promise<void> {
  const stored = new Map((await slots.all()).map((slot) => [slot.actorId, slot]));
  for (const [key, bytes] of state) {
    if (!key.startsWith(SLOT_PREFIX)) continue;
    const slot = decodeSlot(bytes);
    const other = slot === null ? undefined : stored.get(slot.actorId);
    if (slot === null || (other?.rev ?? -1) >= slot.rev) continue;
    await slots.put(slot);
    stored.set(slot.actorId, slot);
  }
  for (const slot of stored.values()) {
    const written = state.get(SLOT_PREFIX + slot.actorId);
    const inJournal = written === undefined ? null : decodeSlot(written);
    if ((inJournal?.rev ?? -1) < slot.rev) await journal.putState(SLOT_PREFIX + slot.actorId, toJsonBytes(slot));
  }
}

/** Withdrawals are first in the queue, and rare: the code that carries them out is fetched only when one waits. */
async function finishWithdrawals(deps: StartUpDeps): Promise<void> {
  const [first] = await deps.outbox.nextToSend(1, Number.MAX_SAFE_INTEGER);
  if (first?.sendOrder !== SEND_ORDER.withdrawal) return;
  const withdraw = await import('./withdraw.ts');
  await withdraw.finishWithdrawals(deps);
}

/**
 * Removes photos and voice notes that belong to no draft and no record, and are not new. Not part of opening: call it when
 * there is time.
 */
export async function sweepMedia(deps: Pick<StartUpDeps, 'outbox' | 'drafts' | 'media' | 'clock'>): Promise<number> {
  const { outbox, drafts, media, clock } = deps;
  const names = await media.list();
  if (names.length === 0) return 0;
  const wanted = new Set((await drafts.all()).flatMap(({ mediaIds }) => mediaIds));
  for (const opId of (await outbox.knownIds()).held) {
    for (const { id } of (await outbox.get(opId))?.media ?? []) wanted.add(id);
  }
  const ids = new Set(names.map((name) => name.replace(/-pieces$/, '')));
  const orphans = [...ids].filter((id) => !wanted.has(id) && clock.wallMs() - madeAtMs(id) > ORPHAN_AGE_MS);
  for (const id of orphans) await removeMedia(media, id);
  return orphans.length;
}

/** A UUIDv7 begins with its time: 48 bits of milliseconds. */
function madeAtMs(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
