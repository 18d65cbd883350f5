import { createFilesClient, type FilesClient } from '../adapters/opfs/files-client.ts';
// oxlint-disable-next-line import/default -- made by Vite: the address of the worker's own bundle
import filesWorkerUrl from '../adapters/opfs/worker/files-worker.ts?worker&url';
import { trustedScriptUrl } from './trusted-types.ts';

/** The worker that owns our files, started by the first call. */
export function openFiles(): FilesClient {
  return createFilesClient(() => new Worker(trustedScriptUrl(filesWorkerUrl), { type: 'module' }));
}
