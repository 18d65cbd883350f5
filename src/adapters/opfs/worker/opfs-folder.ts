import type { Folder } from './frame-log.ts';

/** A closed tab's worker may hold its files for a moment longer; a living tab holds them for good. */
const TRIES = 15;
const WAIT_MS = 100;

/** One OPFS directory as a folder of exclusively opened files. */
export function opfsFolder(directory: FileSystemDirectoryHandle): Folder {
  return {
    async list() {
      const names: string[] = [];
      for await (const [name, handle] of directory.entries()) if (handle.kind === 'file') names.push(name);
      return names;
    },
    async open(name) {
      const handle = await directory.getFileHandle(name, { create: true });
      for (let tried = 1; ; tried += 1) {
        try {
          return await handle.createSyncAccessHandle();
        } catch (thrown) {
          const taken = thrown instanceof DOMException && thrown.name === 'NoModificationAllowedError';
          if (!taken || tried === TRIES) throw thrown;
          await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        }
      }
    },
    remove: (name) => directory.removeEntry(name),
  };
}
