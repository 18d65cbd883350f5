import { UPLOAD_CHUNK_BYTES } from '../../../domain/desk-maps.ts';
import { type Problem, toProblem } from '../../../domain/problems.ts';
import type { MapsClient } from '../../../ports/maps-client.ts';
import { isSilence } from '../connection.ts';

/** How often in a row a chunk may fail for want of a connection. */
const TRIES = 5;
const WAIT_MS = 2000;

/**
 * Sends a file chunk by chunk. A connection that breaks is waited for, and the sending goes on where the server stands.
 * Resolves with the id of the upload, or null when it was stopped. Throws a Problem.
 */
export async function sendFile(
  client: MapsClient,
  file: Blob,
  { onSent, signal, waitMs = WAIT_MS }: { onSent: (bytes: number) => void; signal: AbortSignal; waitMs?: number },
): Promise<string | null> {
  const { uploadId } = await client.beginMapFile(file.size);
  let at = 0;
  let failed = 0;
  while (at < file.size) {
    if (signal.aborted) {
      await client.dropMapFile(uploadId).catch(() => undefined);
      return null;
    }
    try {
      // After a failure the chunk may have arrived all the same.
      if (failed > 0) ({ at } = await client.mapFileAt(uploadId));
      if (at < file.size) ({ at } = await client.addToMapFile(uploadId, at, file.slice(at, at + UPLOAD_CHUNK_BYTES)));
      failed = 0;
      onSent(at);
    } catch (thrown) {
      const problem = toProblem(thrown, 'unreachable');
      failed += 1;
      if (!isPassing(problem) || failed >= TRIES) throw problem;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return uploadId;
}

const isPassing = (problem: Problem): boolean =>
  isSilence(problem) || problem.code === 'conflict' || problem.code === 'server-busy';
