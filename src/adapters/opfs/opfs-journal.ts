import { Problem, toProblem } from '../../domain/problems.ts';
import type { Journal } from '../../ports/journal.ts';
import type { AskFiles } from './files-client.ts';

/** The journal in the browser's own file system, flushed by a worker before any promise here resolves. */
export function createOpfsJournal(ask: AskFiles): Journal {
  return {
    async open() {
      if (typeof navigator.storage?.getDirectory !== 'function') throw new Problem('no-opfs');
      try {
        await navigator.storage.getDirectory();
      } catch (thrown) {
        throw new Problem('no-opfs', {}, { cause: thrown });
      }
      try {
        await ask('open');
      } catch (thrown) {
        // A browser whose worker lacks synchronous access handles answers with a TypeError.
        const problem = toProblem(thrown, 'storage-failed');
        const lacking = problem.cause instanceof DOMException && problem.cause.name === 'TypeError';
        throw lacking ? new Problem('no-opfs', {}, { cause: problem }) : problem;
      }
    },
    appendOperation: (opId, bytes) => ask('appendOperation', opId, bytes),
    readOperations: (only) => ask('readOperations', only === undefined ? null : [...only]),
    operationIds: async () => new Set(await ask('operationIds')),
    keepOnlyOperations: (opIds) => ask('keepOnlyOperations', [...opIds]),
    dropOperations: (opIds) => ask('dropOperations', [...opIds]),
    putState: (key, bytes) => ask('putState', key, bytes),
    readState: async () => new Map(await ask('readState')),
    compact: () => ask('compact'),
    close: () => ask('close'),
  };
}
