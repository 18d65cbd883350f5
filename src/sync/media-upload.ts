import type { MediaRef } from '../domain/envelope.ts';
import { type ProblemCode, Problem } from '../domain/problems.ts';
import type { MediaAnswer } from '../domain/protocol.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import { StoreTrouble } from './guard.ts';
import type { RunContext } from './run-context.ts';

/** Problems of one file only: the next file goes on. */
const OF_ONE_FILE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-found',
  'wrong-hash',
  'too-large',
  'bad-request',
  'bad-envelope',
  'conflict',
  'server-failed',
]);
const SERVER_FAILED_LIMIT = 3;

/**
 * Sends photos and voice notes whose words have arrived, chunk by chunk, going on where the server says it stands.
 * Resolves 'words' as soon as something new was finished: words go first.
 */
export async function sendMedia(run: RunContext): Promise<Problem | 'words' | null> {
  const { deps, memory } = run;
  const due = (await run.guard.store(() => deps.outbox.nextMedia())).filter(
    ({ media }) => !run.filesDone.has(media.id),
  );
  const tries = (id: string) => memory.mediaTries.get(id) ?? 0;
  const inOrder = [...due].sort((a, b) => tries(a.media.id) - tries(b.media.id));
  let serverFailed = 0;
  for (const { row, media } of inOrder) {
    if (run.stopped()) return null;
    if (run.wordsWaiting()) return 'words';
    try {
      if ((await sendFile(run, row, media)) === 'words') return 'words';
      run.filesDone.add(media.id);
    } catch (thrown) {
      run.filesDone.add(media.id);
      memory.mediaTries.set(media.id, tries(media.id) + 1);
      const problem = thrown instanceof StoreTrouble ? thrown.problem : (thrown as Problem);
      if (problem.code === 'server-failed') serverFailed += 1;
      if (thrown instanceof StoreTrouble) run.note(problem);
      else if (!OF_ONE_FILE.has(problem.code) || serverFailed >= SERVER_FAILED_LIMIT) return problem;
      else if (problem.code !== 'not-found') run.note(problem);
    }
  }
  return null;
}

/** Throws the Problem of this file. 'not-found' only means that its words are not filed yet. */
async function sendFile(run: RunContext, row: OutboxRow, media: MediaRef): Promise<'sent' | 'words'> {
  const { deps, memory } = run;
  // Twice: a file whose whole hash was wrong is forgotten by the server, and goes once more from the start.
  for (let round = 0; round < 2; round += 1) {
    let answer: MediaAnswer = await run.guard.link(() => deps.transport.mediaStatus(media.id));
    const have = new Set(answer.have);
    for (let index = 0; index < media.chunks && !answer.complete; index += 1) {
      if (have.has(index)) continue;
      if (run.stopped() || run.wordsWaiting()) return 'words';
      const bytes = await run.guard.store(() => deps.media.getChunk(media.id, index));
      if (bytes === null) {
        if (!(await stillWanted(run, row.opId, media.id))) return 'sent';
        throw new StoreTrouble(new Problem('storage-failed', { chunk: index }));
      }
      try {
        answer = await run.guard.link(() => deps.transport.putChunk(media.id, index, bytes));
      } catch (thrown) {
        if ((thrown as Problem).code === 'wrong-hash' && round === 0) break;
        throw thrown;
      }
      memory.mediaTries.delete(media.id);
      run.progress();
    }
    if (answer.complete) {
      await run.guard.store(() => deps.outbox.markMediaSent(row.opId, media.id));
      run.progress();
      return 'sent';
    }
  }
  throw new Problem('wrong-hash');
}

/** False when it was withdrawn while we were sending. */
async function stillWanted(run: RunContext, opId: string, mediaId: string): Promise<boolean> {
  const row = await run.guard.store(() => run.deps.outbox.get(opId));
  return row !== null && row.state !== 'withdrawn' && row.media.some((media) => media.id === mediaId);
}
