import type { Operation } from '../domain/envelope.ts';
import { type Problem, type ProblemCode, isProblemCode } from '../domain/problems.ts';
import { type PushAnswer, MAX_PUSH_BYTES, MAX_PUSH_OPERATIONS } from '../domain/protocol.ts';
import type { OutboxRow, OutboxState, RowMark } from '../ports/outbox.ts';
import { StoreTrouble } from './guard.ts';
import { isoTime, readHealth } from './health.ts';
import { obeyRevocation, takeWord } from './hello.ts';
import type { RunContext } from './run-context.ts';

type SendableRow = OutboxRow & { readonly operation: Operation };

/** Problems that say nothing about what was sent: the same batch may go again later. */
const NOT_ABOUT_CONTENT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-signed-in',
  'wrong-sign-in',
  'bad-signature',
  'stale-nonce',
  'not-allowed',
  'cross-site',
  'device-unknown',
  'device-revoked',
  'update-needed',
  'too-many-requests',
  'server-busy',
  'disk-low',
]);
/** Problems after which the next operation may well get through in the same run. */
const GO_ON: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'too-large',
  'bad-request',
  'bad-envelope',
  'conflict',
  'wrong-hash',
  'not-found',
  'server-failed',
]);
/** A server that fails at this many single operations in a row is failing altogether. */
const FAILED_ALONE_LIMIT = 3;
/** After so many "later" to one operation, others of its entity wait for it no longer. */
const LATERS_LIMIT = 5;
const ASIDE_FIRST_MS = 60_000;
const ASIDE_LONGEST_MS = 60 * 60_000;
/** A link or a server may have failed by chance: so often it is tried again in the very next run. */
const BY_CHANCE_TRIES = 4;
const ASIDE_PER_RUN = 5;
/** So long do others of its entity wait for one that fails alone. */
const HOLD_TRIES = 8;

/**
 * Offers every waiting operation once, in sending order, and keeps what the server says to each. Resolves with the
 * problem that ended it, or null. Nothing is ever deleted here; what got no clear "yes" goes on waiting.
 */
export async function pushAll(run: RunContext): Promise<Problem | null> {
  const passed = new Set<string>();
  let failedAlone = 0;
  await writeUnwritten(run);
  while (!run.stopped()) {
    const batch = await nextBatch(run, passed);
    if (batch.length === 0) {
      const { problem, freed } = await pushSetAside(run);
      if (problem !== null || !freed) return problem;
      passed.clear();
      continue;
    }
    const problem = await pushBatch(run, batch, passed);
    if (problem === null) {
      failedAlone = 0;
      continue;
    }
    if (batch.length === 1 && !NOT_ABOUT_CONTENT.has(problem.code)) failedAlone += 1;
    if (!GO_ON.has(problem.code)) return problem;
    if (problem.code === 'server-failed' && failedAlone >= FAILED_ALONE_LIMIT) return problem;
  }
  return null;
}

async function nextBatch(run: RunContext, passed: Set<string>): Promise<SendableRow[]> {
  const { memory, deps } = run;
  for (;;) {
    const avoid = new Set([...passed, ...memory.setAside.keys(), ...memory.unwritten.keys()]);
    const maxBytes = avoid.size === 0 ? MAX_PUSH_BYTES : Number.MAX_SAFE_INTEGER;
    const rows = await run.guard.store(() => deps.outbox.nextToSend(memory.batchSize + avoid.size, maxBytes));
    const fresh = rows.filter((row): row is SendableRow => !avoid.has(row.opId) && row.operation !== null);
    const holders = holdersOf(run);
    const ready = fresh.filter((row) => !run.sent.has(row.opId) && mayGo(row, holders));
    const notNow = fresh.filter((row) => !ready.includes(row));
    for (const row of notNow) passed.add(row.opId);
    if (ready.length === 0 && notNow.length > 0) continue;
    return firstThatFit(ready, memory.batchSize);
  }
}

/** By entity: the operation that has to arrive before any later one of the same entity. */
function holdersOf({ memory }: RunContext): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const [opId, { tries, entityId }] of memory.laters) {
    if (tries < LATERS_LIMIT && !holders.has(entityId)) holders.set(entityId, opId);
  }
  for (const [opId, { byChance, tries, entityId }] of memory.setAside) {
    if (byChance && tries < HOLD_TRIES) holders.set(entityId, opId);
  }
  return holders;
}

function mayGo(row: OutboxRow, holders: ReadonlyMap<string, string>): boolean {
  const holder = holders.get(row.entityId);
  return row.kind === 'withdrawal' || holder === undefined || holder === row.opId;
}

/** The longest beginning of one install that keeps to both limits, and at least one. */
function firstThatFit(rows: readonly SendableRow[], limit: number): SendableRow[] {
  const first = rows[0];
  const fit: SendableRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += roughBytes(row.operation);
    if (fit.length >= limit || row.operation.installId !== first?.operation.installId) break;
    if (fit.length > 0 && bytes > MAX_PUSH_BYTES - 2_048) break;
    fit.push(row);
  }
  return fit;
}

/** A little over the length of its JSON. */
function roughBytes(operation: Operation): number {
  return (operation.sealed?.ct.length ?? 0) + 1_000 + operation.media.length * 320;
}

/** One request. Resolves null when the server gave verdicts. */
async function pushBatch(run: RunContext, batch: readonly SendableRow[], passed: Set<string>): Promise<Problem | null> {
  const installId = batch[0]?.operation.installId ?? run.installId;
  let answer: PushAnswer;
  try {
    const health = await readHealth(run, batch.length);
    const operations = batch.map((row) => row.operation);
    answer = await run.guard.link(() => run.deps.transport.push(installId, health, operations));
  } catch (thrown) {
    return afterFailure(run, batch, thrown as Problem);
  }
  if (batch.length >= run.memory.batchSize) {
    run.memory.batchSize = Math.min(MAX_PUSH_OPERATIONS, run.memory.batchSize * 2);
  }
  await takeVerdicts(run, batch, answer, passed);
  if (installId === run.installId) await takeWord(run, answer.standing);
  return null;
}

async function afterFailure(run: RunContext, batch: readonly SendableRow[], problem: Problem): Promise<Problem> {
  if (problem.code === 'device-revoked') await obeyRevocation(run);
  if (NOT_ABOUT_CONTENT.has(problem.code)) return problem;
  run.memory.batchSize = Math.max(1, Math.floor(batch.length / 2));
  const alone = batch.length === 1 ? batch[0] : undefined;
  if (alone !== undefined) await setAside(run, alone, problem);
  return problem;
}

async function setAside(run: RunContext, row: SendableRow, problem: Problem): Promise<void> {
  const tries = (run.memory.setAside.get(row.opId)?.tries ?? 0) + 1;
  const byChance = !GO_ON.has(problem.code) || problem.code === 'server-failed';
  const notBeforeMs = run.deps.clock.monotonicMs() + asideMs(byChance ? tries - BY_CHANCE_TRIES : tries);
  run.memory.setAside.delete(row.opId);
  run.memory.setAside.set(row.opId, { code: problem.code, entityId: row.entityId, byChance, tries, notBeforeMs });
  run.note(problem);
  if (GO_ON.has(problem.code) && problem.code !== row.problem) {
    await write(run, [{ opId: row.opId, state: 'waiting', problem: problem.code, at: now(run), seq: row.seq }], false);
  }
}

function asideMs(tries: number): number {
  return tries < 1 ? 0 : Math.min(ASIDE_LONGEST_MS, ASIDE_FIRST_MS * 2 ** Math.min(tries - 1, 10));
}

/** The ones that failed on their own: last, alone, and less and less often. */
async function pushSetAside(run: RunContext): Promise<{ problem: Problem | null; freed: boolean }> {
  const { memory, deps } = run;
  const nowMs = deps.clock.monotonicMs();
  const due = [...memory.setAside].filter(([, aside]) => aside.notBeforeMs <= nowMs).slice(0, ASIDE_PER_RUN);
  let freed = false;
  for (const [opId] of due) {
    if (run.stopped()) break;
    const row = await run.guard.store(() => deps.outbox.get(opId));
    if (row === null || row.operation === null || row.state !== 'waiting') {
      memory.setAside.delete(opId);
      freed = true;
      continue;
    }
    if (run.sent.has(opId)) continue;
    const problem = await pushBatch(run, [{ ...row, operation: row.operation }], new Set());
    if (problem === null) {
      freed = true;
      forgetFailuresOfTheServer(run);
    } else if (!GO_ON.has(problem.code)) return { problem, freed };
  }
  return { problem: null, freed };
}

/** One that failed alone got through: the server is well again, and the rest need not go one by one. */
function forgetFailuresOfTheServer(run: RunContext): void {
  for (const [opId, aside] of run.memory.setAside) {
    if (aside.byChance) run.memory.setAside.delete(opId);
  }
}

async function takeVerdicts(
  run: RunContext,
  batch: readonly SendableRow[],
  answer: PushAnswer,
  passed: Set<string>,
): Promise<void> {
  const { memory } = run;
  const byId = new Map(answer.verdicts.map((one) => [one.opId ?? batch[one.index]?.opId, one]));
  const marks: (RowMark & { seq: number })[] = [];
  for (const row of batch) {
    run.sent.add(row.opId);
    const said = byId.get(row.opId);
    const state = stateAfter(said?.verdict);
    if (said?.verdict === 'duplicate') memory.receiptsDue = true;
    if (state === null) {
      const tries = (memory.laters.get(row.opId)?.tries ?? 0) + 1;
      memory.laters.set(row.opId, { tries, entityId: row.entityId });
      passed.add(row.opId);
      continue;
    }
    memory.setAside.delete(row.opId);
    memory.laters.delete(row.opId);
    const problem = state === 'quarantined' && isProblemCode(said?.problem) ? said.problem : null;
    marks.push({ opId: row.opId, state, problem, at: now(run), seq: row.seq });
  }
  if (marks.length === 0) return;
  run.progress();
  await write(run, marks, true);
}

function stateAfter(verdict: string | undefined): OutboxState | null {
  if (verdict === 'stored' || verdict === 'duplicate') return 'stored';
  return verdict === 'quarantined' ? 'quarantined' : null;
}

/** Writes the marks. When the disk will not take them and they matter, they are remembered, so that sending goes on. */
async function write(run: RunContext, marks: readonly (RowMark & { seq: number })[], keep: boolean): Promise<void> {
  try {
    await run.guard.store(() => run.deps.outbox.markAll(marks.map(({ seq: _seq, ...mark }) => mark)));
  } catch (thrown) {
    if (!(thrown instanceof StoreTrouble)) throw thrown;
    run.note(thrown.problem);
    if (keep) for (const mark of marks) run.memory.unwritten.set(mark.opId, mark);
  }
}

async function writeUnwritten(run: RunContext): Promise<void> {
  const marks = [...run.memory.unwritten.values()];
  if (marks.length === 0) return;
  run.memory.unwritten.clear();
  await write(run, marks, true);
}

const now = (run: RunContext): string => isoTime(run.deps.clock.wallMs());
