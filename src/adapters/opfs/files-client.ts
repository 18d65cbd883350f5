import { Problem } from '../../domain/problems.ts';
import type { FileAnswer, FileCallName, FileCalls, FileRequest } from './worker/calls.ts';

/** Rewriting a very long journal on a slow tablet stays well below this. */
const LIMIT_MS = 15_000;

export type AskFiles = <Name extends FileCallName>(
  call: Name,
  ...args: Parameters<FileCalls[Name]>
) => Promise<ReturnType<FileCalls[Name]>>;

export interface FilesClient {
  readonly ask: AskFiles;
  /** Ends the worker; whatever was asked and not answered fails. */
  stop(): void;
}

/** The page's side of the worker that owns our files. Every failure is a Problem; no call waits for ever. */
export function createFilesClient(makeWorker: () => Worker): FilesClient {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Problem): void }>();

  function failAll(problem: Problem): void {
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  }

  function start(): Worker {
    if (worker !== null) return worker;
    const started = makeWorker();
    started.addEventListener('message', (event: MessageEvent<FileAnswer>) => {
      const asked = waiting.get(event.data.id);
      waiting.delete(event.data.id);
      if (event.data.ok) asked?.resolve(event.data.value);
      else asked?.reject(problemOf(event.data.name, event.data.message));
    });
    started.addEventListener('error', () => failAll(new Problem('storage-failed')));
    worker = started;
    return started;
  }

  const ask: AskFiles = (call, ...args) =>
    new Promise((resolve, reject) => {
      const request: FileRequest = { id: nextId, call, args };
      nextId += 1;
      const timer = setTimeout(() => {
        waiting.delete(request.id);
        reject(new Problem('storage-failed', { call }));
      }, LIMIT_MS);
      waiting.set(request.id, {
        resolve(value) {
          clearTimeout(timer);
          resolve(value as ReturnType<FileCalls[typeof call]>);
        },
        reject(problem) {
          clearTimeout(timer);
          reject(problem);
        },
      });
      start().postMessage(request);
    });

  return {
    ask,
    stop() {
      worker?.terminate();
      worker = null;
      failAll(new Problem('storage-failed'));
    },
  };
}

function problemOf(name: string, message: string): Problem {
  const cause = new DOMException(message, name);
  switch (name) {
    case 'QuotaExceededError':
      return new Problem('storage-full', {}, { cause });
    case 'NoModificationAllowedError':
      return new Problem('other-tab', {}, { cause });
    case 'SecurityError':
    case 'NotSupportedError':
      return new Problem('no-opfs', {}, { cause });
    default:
      return new Problem('storage-failed', {}, { cause });
  }
}
