import type { OutboxRow } from '../ports/outbox.ts';
import type { RunContext } from './run-context.ts';

/** The journal is rewritten for so many at a time, not for each. */
const DROP_AT_ONCE = 50;
const RELEASE_PER_RUN = 200;

/**
 * Lets sealed bytes go that the server holds in a verified backup: by this run's own word of the server, on an unchanged
 * server, and only when every photo and voice note has arrived too.
 */
export async function releaseWhatIsSafe(run: RunContext): Promise<void> {
  const { outbox, media } = run.deps;
  const { standing, released } = run.memory;
  if (standing === null) return;
  const safeThrough = Math.min(standing.durableThrough, standing.haveThrough);
  // Reading every held row is worth it only when something may have become safe.
  const news = safeThrough > 0 && (safeThrough !== run.memory.releasedThrough || run.memory.moved);
  const rows = news ? await run.guard.store(() => outbox.releasable()) : [];
  const safe = rows.filter((row) => isSafe(run, row, safeThrough));
  for (const row of safe.slice(0, RELEASE_PER_RUN)) {
    if (run.stopped()) return;
    await run.guard.store(() => outbox.release(row.opId));
    released.add(row.opId);
    for (const { id } of row.media) await run.guard.store(() => media.remove(id));
  }
  run.memory.releasedThrough = safe.length > RELEASE_PER_RUN ? 0 : safeThrough;
  run.memory.moved = false;
  if (!run.memory.journalSwept) await sweepJournal(run);
  else if (released.size >= DROP_AT_ONCE) await drop(run);
}

function isSafe(run: RunContext, row: OutboxRow, safeThrough: number): boolean {
  if (row.state === 'waiting' || row.operation === null) return false;
  if (row.operation.installId !== run.installId || row.seq > safeThrough) return false;
  return row.state === 'withdrawn' || row.media.every(({ id }) => row.mediaSent.includes(id));
}

/** Once in the life of a page: what an earlier life released and had no time to take out of the journal. */
async function sweepJournal(run: RunContext): Promise<void> {
  const { journal, outbox } = run.deps;
  const inJournal = await run.guard.store(() => journal.operationIds());
  const { all, held } = await run.guard.store(() => outbox.knownIds());
  for (const opId of inJournal) if (all.has(opId) && !held.has(opId)) run.memory.released.add(opId);
  if (run.memory.released.size > 0) await drop(run);
  run.memory.journalSwept = true;
}

async function drop(run: RunContext): Promise<void> {
  const gone = new Set(run.memory.released);
  await run.guard.store(() => run.deps.journal.dropOperations(gone));
  for (const opId of gone) run.memory.released.delete(opId);
}
