import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the page may read of what it keeps: databases, files, caches, settings. Runs in the page. */
export async function readAll(): Promise<string> {
  const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  const asText = (value: unknown): string =>
    JSON.stringify(value, (_key, one: unknown) =>
      one instanceof Uint8Array || one instanceof ArrayBuffer ? new TextDecoder('latin1').decode(one) : one,
    );
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('cannot read')));
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames)
      found.push(asText(await done(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  const read = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const entry of folder.values()) {
      if (entry.kind === 'directory') await read(entry);
      else
        found.push(
          await entry.getFile().then(
            async (file) => new TextDecoder('latin1').decode(await file.arrayBuffer()),
            () => '',
          ),
        );
    }
  };
  await read(await navigator.storage.getDirectory());
  return found.join('\n');
}

/** The files under a folder that hold such words, as bytes of one or two to a letter. */
export function holding(folder: string, words: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      if (statSync(file).size > 64 * 1024 * 1024) throw new Error(`${file} is too large to look through`);
      const bytes = readFileSync(file);
      return words.test(bytes.toString('latin1')) || words.test(bytes.toString('utf16le'));
    });
}
