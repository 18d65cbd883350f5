import { VOID_KIND } from '../domain/envelope.ts';
import { type Problem, isProblemCode } from '../domain/problems.ts';
import { type Receipt } from '../domain/protocol.ts';
import type { PullRow, ReferenceKind } from '../domain/pull-row.ts';
import type { OutboxRow, OutboxState, RowMark } from '../ports/outbox.ts';
import { isoTime } from './health.ts';
import { obeyRevocation } from './hello.ts';
import { cursorToSend, keptCursor } from './kept-cursor.ts';
import type { RunContext } from './run-context.ts';

/** More pages than any organisation has: a server that says "more" for ever is not followed for ever. */
const PAGE_LIMIT = 400;

interface Page {
  readonly rows: readonly PullRow[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Fetches what is new. Never touches drafts, nor the words in the outbox. Resolves with what ended it, or null. */
export async function pullAll(run: RunContext): Promise<Problem | null> {
  const { outbox, reference } = run.deps;
  try {
    let { cursor: kept } = await run.guard.store(() => outbox.install());
    for (let pages = 0; pages < PAGE_LIMIT && !run.stopped(); pages += 1) {
      const cursor = cursorToSend(kept);
      const page = await fetchPage(run, cursor);
      if (page === 'too-old') {
        await fetchAfresh(run);
        break;
      }
      if (page.rows.length > 0) await run.guard.store(() => reference.apply(page.rows));
      noteAssets(run, page.rows);
      await takeReceipts(run, receiptsOf(page.rows));
      const more = page.more && page.cursor !== cursor;
      const next = keptCursor(page.cursor, more);
      if (next !== kept) await run.guard.store(() => outbox.setCursor(next));
      if (!more) break;
      kept = next;
    }
    if (run.memory.receiptsDue) {
      await takeReceipts(run, await run.guard.store(() => reference.receipts()));
      run.memory.receiptsDue = false;
    }
    return null;
  } catch (thrown) {
    const problem = thrown as Problem;
    if (problem.code === 'device-revoked') await obeyRevocation(run);
    throw thrown;
  }
}

async function fetchPage(run: RunContext, cursor: string | null): Promise<Page | 'too-old'> {
  try {
    const answer = await run.guard.link(() => run.deps.transport.pull(cursor));
    return { ...answer, rows: await knownRows(run, answer.rows) };
  } catch (thrown) {
    if ((thrown as Problem).code === 'cursor-too-old' && cursor !== null) return 'too-old';
    throw thrown;
  }
}

/**
 * Rows of a newer server that this version cannot read are passed over one by one. What a row may be is fetched (from the
 * field pack) when there are any: most of the time nothing is new.
 */
async function knownRows(run: RunContext, rows: readonly unknown[]): Promise<PullRow[]> {
  if (rows.length === 0) return [];
  const { pullRow } = await run.guard.link(() => import('../domain/pull-row.ts'));
  return rows.flatMap((row) => {
    const known = pullRow.safeParse(row);
    return known.success ? [known.data] : [];
  });
}

/**
 * Everything anew: first fetched whole, then put in the place of the old, so that a cut link leaves the old one standing.
 * The cursor moves last: cut off before, the old cursor is refused again and this is done again.
 */
async function fetchAfresh(run: RunContext): Promise<void> {
  const { outbox, reference } = run.deps;
  const rows: PullRow[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < PAGE_LIMIT; pages += 1) {
    const page: Page | 'too-old' = await fetchPage(run, cursor);
    if (page === 'too-old') return;
    rows.push(...page.rows);
    const stuck: boolean = page.cursor === cursor;
    cursor = page.cursor;
    if (!page.more || stuck) break;
  }
  await run.guard.store(() => reference.clear());
  await run.guard.store(() => reference.apply(rows));
  noteAssets(run, rows);
  await takeReceipts(run, receiptsOf(rows));
  await run.guard.store(() => outbox.setCursor(cursor));
}

/** Rows that speak of clips and pictures, or of pieces of a map. */
const ASSETS_IN: ReadonlySet<string> = new Set<ReferenceKind>(['survey', 'survey-texts', 'app-sounds', 'base-map']);

function noteAssets(run: RunContext, rows: readonly PullRow[]): void {
  if (rows.some(({ kind }) => ASSETS_IN.has(kind))) run.memory.assetsDue = true;
}

function receiptsOf(rows: readonly PullRow[]): Receipt[] {
  return rows.flatMap((row) => (row.kind === 'receipt' && row.value !== null ? [row.value] : []));
}

/** How our own records stand at the desk. A receipt never moves a record that is still waiting to be sent. */
async function takeReceipts(run: RunContext, receipts: readonly Receipt[]): Promise<void> {
  const { outbox, clock } = run.deps;
  await dropWhatCameBack(run, receipts);
  const marks: RowMark[] = [];
  for (const receipt of receipts) {
    const row = await run.guard.store(() => outbox.get(receipt.opId));
    if (row === null || row.state === 'waiting') continue;
    // What was withdrawn here stays withdrawn, also when a restored server has not heard of it yet.
    if (row.kind === VOID_KIND && row.state === 'withdrawn') continue;
    const state = stateOf(receipt);
    const problem = state === 'quarantined' && isProblemCode(receipt.problem) ? receipt.problem : null;
    if (state !== row.state || problem !== row.problem) {
      marks.push({ opId: row.opId, state, problem, at: isoTime(clock.wallMs()) });
    }
    await sendAgainWhatIsMissing(run, row, receipt);
  }
  if (marks.length === 0) return;
  run.progress();
  await run.guard.store(() => outbox.markAll(marks));
}

/** What a filed record tells of places has come down as everybody's: what this tablet told itself in the meantime goes. */
async function dropWhatCameBack(run: RunContext, receipts: readonly Receipt[]): Promise<void> {
  const { reference } = run.deps;
  const over = receipts.filter(({ state }) => state === 'applied' || state === 'withdrawn');
  const done = new Set<string>(over.map(({ opId }) => opId));
  if (done.size === 0) return;
  // By operation: an addition that still waits outlives the receipt of what it adds to.
  const back = (await run.guard.store(() => reference.own())).filter(({ opId }) => done.has(opId));
  if (back.length > 0) await run.guard.store(() => reference.dropOwn(back.map(({ entityId }) => entityId)));
}

function stateOf(receipt: Receipt): OutboxState {
  return receipt.state === 'waiting' ? 'stored' : receipt.state;
}

async function sendAgainWhatIsMissing(run: RunContext, row: OutboxRow, receipt: Receipt): Promise<void> {
  if (row.operation === null) return;
  for (const id of receipt.mediaMissing) {
    // A receipt may be older than an upload of this very run.
    if (!row.mediaSent.includes(id) || run.filesDone.has(id)) continue;
    await run.guard.store(() => run.deps.outbox.markMediaMissing(row.opId, id));
  }
}
