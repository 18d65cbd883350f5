import { buildServices } from '../../src/app/build-services.ts';
import type { Services } from '../../src/app/services.ts';
import type { UnlockedVault } from '../../src/ports/vault.ts';

/** The tablet's real services in a real browser, with handles for the bench instead of screens. */

const WORKER = '0195a000-0000-7000-8000-000000000001';
let services: Services;
let vault: UnlockedVault;

/** What is said in the records of this run, in order; handed in by the bench. */
let texts: readonly string[] = [];

const conversation = (n: number) => {
  const said = texts[n % texts.length] ?? '';
  return {
    said,
    saidLanguage: 'en',
    gist: '',
    voice: 'own',
    readBack: 'right',
    prompts: [],
    services: ['gp'],
    themes: ['damp'],
    access: [],
    accessNote: '',
  };
};

const bench = {
  setTexts(given: readonly string[]): void {
    texts = given;
  },
  async start(): Promise<void> {
    services = (await buildServices({ appVersion: 'bench' })).services;
    const known = (await services.vault.slots()).some(({ actorId }) => actorId === WORKER);
    const passcode = 'heron-quilt-72';
    vault = known
      ? await services.vault.unlock(WORKER, passcode)
      : await services.vault.create(WORKER, 'Bench', passcode);
  },
  async enrol(code: string): Promise<string> {
    const state = await services.enrol.begin(code, `Bench ${code.slice(0, 4)}`);
    return state.step;
  },
  poll: async (): Promise<string> => (await services.enrol.poll()).step,
  /** Finishes `count` conversations; milliseconds of each, from Finish to saved. */
  async finish(count: number): Promise<number[]> {
    const drafts = services.drafts(vault);
    const finish = services.finishRecord(vault);
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const draft = await drafts.start('conversation', {
        body: conversation(n),
        visit: null,
        language: 'en',
        readingMode: 'standard',
      });
      const start = performance.now();
      await finish(draft);
      took.push(performance.now() - start);
    }
    return took;
  },
  /** Puts `count` more finished records into the outbox at once: copies of the last one, each with a number of its own. */
  async fill(count: number): Promise<void> {
    const [last] = await services.outbox.list(1);
    if (last === undefined || last.operation === null) throw new Error('finish one record first');
    const { kind, visitId, finishedAt, sendOrder, codeHash, operation } = last;
    const { nextSeq } = await services.outbox.install();
    for (let from = 0; from < count; from += 500) {
      const rows = Array.from({ length: Math.min(500, count - from) }, (_, i) => {
        const [opId, entityId] = [crypto.randomUUID(), crypto.randomUUID()] as unknown as [
          typeof operation.opId,
          typeof operation.entityId,
        ];
        return {
          kind,
          visitId,
          finishedAt,
          sendOrder,
          codeHash,
          operation: { ...operation, opId, entityId, seq: nextSeq + from + i },
        };
      });
      await services.outbox.recover(rows);
    }
  },
  /** Milliseconds from asking until nothing waits any more. */
  async sendAll(): Promise<number> {
    const start = performance.now();
    services.sync.nudge();
    for (;;) {
      const { waiting } = await services.outbox.counts();
      if (waiting === 0) return performance.now() - start;
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  },
  /** The limit: the same bytes in one gzip POST. Milliseconds, and bytes of the body. */
  async onePost(count: number): Promise<{ ms: number; bytes: number }> {
    const plain = new Blob([JSON.stringify(Array.from({ length: count }, (_, n) => conversation(n)))]);
    const start = performance.now();
    const zipped = await new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    await (await fetch('/one-post', { method: 'POST', body: zipped })).text();
    return { ms: performance.now() - start, bytes: zipped.byteLength };
  },
  memory: (): number => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
};

export type Bench = typeof bench;
declare global {
  var bench: Bench;
}
globalThis.bench = bench;
