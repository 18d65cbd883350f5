import type { Problem } from '../domain/problems.ts';
import { StoreTrouble } from './guard.ts';
import { sayHello } from './hello.ts';
import { sendMedia } from './media-upload.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import { releaseWhatIsSafe } from './release.ts';
import type { RunContext } from './run-context.ts';

export interface RunHooks {
  /** The server has answered: what follows is real sending. */
  connected(): void;
  /** Words are about to be looked for: what was finished until now will be among them. */
  takingWords(): void;
}

export type RunOnce = typeof runOnce;

/**
 * One run: hello, words, files, reference data, letting go. Resolves with what ended it early, or null. A store that
 * fails ends its own step only; a link that fails ends the run.
 */
export async function runOnce(run: RunContext, hooks: RunHooks): Promise<Problem | null> {
  const hello = await sayHello(run);
  if (!hello.push) return hello.problem;
  if (hello.problem === null) hooks.connected();

  const sending = await step(run, () => sendEverything(run, hooks));
  // A full disk at the server takes words only: its news and its receipts are still worth fetching.
  if (sending !== null && sending.code !== 'disk-low') {
    // What the server said to the tablet itself (revoked, say) holds, also when the link breaks right after it.
    if (hello.problem !== null) run.note(hello.problem);
    return sending;
  }
  if (!hello.pull) return hello.problem ?? sending;

  const pulling = await step(run, () => pullAll(run));
  if (hello.sameServer && !run.memory.revoked) {
    await step(run, async () => {
      await releaseWhatIsSafe(run);
      return null;
    });
  }
  if (pulling !== null || run.memory.revoked) return sending ?? pulling;
  return sending ?? (await step(run, () => bringAssets(run)));
}

async function sendEverything(run: RunContext, hooks: RunHooks): Promise<Problem | null> {
  for (;;) {
    hooks.takingWords();
    const words = await step(run, () => pushAll(run));
    if (words !== null) return words;
    if (run.stopped()) return null;
    const files = await step(run, () => sendMedia(run));
    if (files !== 'words' || run.stopped()) return files === 'words' ? null : files;
  }
}

/** Its code is fetched (from the field pack) when surveys have come: opening the app need not carry it. */
async function bringAssets(run: RunContext): Promise<Problem | null> {
  if (run.deps.assets === undefined || !run.memory.assetsDue) return null;
  const { fetchAssets } = await run.guard.link(() => import('./fetch-assets.ts'));
  return fetchAssets(run);
}

/** Link problems become the result; store problems are noted and passed over. */
async function step<Value>(
  run: RunContext,
  work: () => Promise<Value | Problem | null>,
): Promise<Value | Problem | null> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof StoreTrouble) {
      run.note(thrown.problem);
      return null;
    }
    return thrown as Problem;
  }
}
