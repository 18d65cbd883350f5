import type { MediaStore } from '../../ports/media-store.ts';
import type { AskFiles } from './files-client.ts';

/** Encrypted chunks as files of their own, written and flushed by the same worker as the journal. */
export function createOpfsMediaStore(ask: AskFiles): MediaStore {
  return {
    putChunk: (mediaId, index, bytes) => ask('putChunk', mediaId, index, bytes),
    getChunk: (mediaId, index) => ask('getChunk', mediaId, index),
    remove: (mediaId) => ask('removeMedia', mediaId),
    list: () => ask('listMedia'),
  };
}
