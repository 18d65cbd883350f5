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
  const rows = safeThrough === 0 ? [] : await run.guard.store(() => outbox.releasable());
  for (const row of rows.filter((one) => isSafe(run, one, safeThrough)).slice(0, RELEASE_PER_RUN)) {
    if (run.stopped()) return;
    await run.guard.store(() => outbox.release(row.opId));
    released.add(row.opId);
    for (const { id } of row.media) await run.guard.store(() => media.remove(id));
  }
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
  for (const { opId } of await run.guard.store(() => journal.readOperations())) {
    const row = await run.guard.store(() => outbox.get(opId));
    if (row !== null && row.operation === null) run.memory.released.add(opId);
  }
  if (run.memory.released.size > 0) await drop(run);
  run.memory.journalSwept = true;
}

async function drop(run: RunContext): Promise<void> {
  const gone = new Set(run.memory.released);
  await run.guard.store(() => run.deps.journal.dropOperations(gone));
  for (const opId of gone) run.memory.released.delete(opId);
}
