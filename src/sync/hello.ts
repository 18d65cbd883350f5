import { wordOf } from '../domain/standing.ts';
import { Problem, PROBLEMS } from '../domain/problems.ts';
import { type HelloAnswer, type Standing, PROTOCOL_VERSION } from '../domain/protocol.ts';
import { StoreTrouble } from './guard.ts';
import { readHealth, readMaps } from './health.ts';
import type { RunContext } from './run-context.ts';

export interface Greeting {
  /** May be tried: what the tablet holds is offered even to a server that will not talk to it. */
  readonly push: boolean;
  readonly pull: boolean;
  /** True when the server stands where it stood before: no backup was restored since. */
  readonly sameServer: boolean;
  readonly problem: Problem | null;
}

/** Asks the server how far it has got, and takes its word. A real request is the only proof of a connection. */
export async function sayHello(run: RunContext): Promise<Greeting> {
  const { transport } = run.deps;
  try {
    run.memory.maps = await readMaps(run);
    const hello = async (): Promise<HelloAnswer> => {
      const health = await readHealth(run);
      return run.guard.link(() => transport.hello(run.installId, health));
    };
    const answer = await hello().catch((thrown: Problem) => {
      // A server that is older than maps refuses to be told of them: words come first.
      if (thrown.code !== 'bad-request' || run.memory.maps === null) throw thrown;
      run.memory.maps = null;
      return hello();
    });
    run.memory.revoked = false;
    const sameServer = await takeWord(run, answer.standing);
    if (answer.minimumProtocol > PROTOCOL_VERSION) run.note(new Problem('update-needed'));
    return { push: true, pull: true, sameServer, problem: null };
  } catch (thrown) {
    const problem = thrown as Problem;
    if (problem.code === 'device-revoked') {
      await obeyRevocation(run);
      return { push: true, pull: false, sameServer: false, problem };
    }
    const { status } = PROBLEMS[problem.code];
    return { push: status === 401 || status === 403 || status === 426, pull: false, sameServer: false, problem };
  }
}

/** Writes the server's word down; resolves true when no backup was restored since the word before. */
export async function takeWord(run: RunContext, standing: Standing): Promise<boolean> {
  const word = wordOf(run.memory.standing, standing);
  run.memory.standing = standing;
  for (const [opId, mark] of run.memory.unwritten) {
    const lost = word.lost(mark.seq) && (word.restored || mark.state !== 'quarantined');
    if (lost) run.memory.unwritten.delete(opId);
  }
  try {
    await run.guard.store(() => run.deps.outbox.setStanding(standing));
  } catch (thrown) {
    if (!(thrown instanceof StoreTrouble)) throw thrown;
    run.note(thrown.problem);
  }
  return !word.restored;
}

/** Wipes what a revoked tablet may not keep. What it has not sent yet stays, and is still sent. */
export async function obeyRevocation(run: RunContext): Promise<void> {
  run.memory.revoked = true;
  if (run.memory.wiped) return;
  try {
    await run.guard.store(() => run.deps.wipe());
    run.memory.wiped = true;
  } catch (thrown) {
    if (!(thrown instanceof StoreTrouble)) throw thrown;
    run.note(thrown.problem);
  }
}
