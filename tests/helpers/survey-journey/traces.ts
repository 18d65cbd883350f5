import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Where these words can still be read by somebody who has the page: what is on it, in its fields, and in everything the
 * browser stores for it, read as text.
 */
export async function tracesOf(page: Page, said: readonly string[]): Promise<string[]> {
  return page.evaluate(async (said) => {
    const found: string[] = [];
    const look = (where: string, text: string): void => {
      for (const words of said) if (text.includes(words)) found.push(`${words}: ${where}`);
    };
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return bytesAsText(new Uint8Array(value));
      if (ArrayBuffer.isView(value))
        return bytesAsText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      if (Array.isArray(value)) return value.map(asText).join(' ');
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([key, part]) => `${key} ${asText(part)}`)
          .join(' ');
      return String(value);
    };
    const bytesAsText = (bytes: Uint8Array): string =>
      `${new TextDecoder('utf-8').decode(bytes)} ${new TextDecoder('utf-16le').decode(bytes)}`;

    look('the page', document.documentElement.outerHTML);
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) look('a field', field.value);
    look('the address and the history', `${location.href} ${asText(history.state)}`);
    for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
      look(name, asText(Object.fromEntries(Object.entries(storage))));

    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        look(`${name}/${store}`, asText(rows));
      }
      database.close();
    }
    const files = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, entry] of folder.entries()) {
        if (entry.kind === 'directory') await files(entry as FileSystemDirectoryHandle, `${path}/${name}`);
        else {
          const file = await (entry as FileSystemFileHandle).getFile().catch(() => null);
          if (file !== null) look(`${path}/${name}`, bytesAsText(new Uint8Array(await file.arrayBuffer())));
        }
      }
    };
    await files(await navigator.storage.getDirectory(), 'files');
    return found;
  }, said);
}

/** Files of a browser's profile in which these words stand, in either way that a browser writes letters. */
export async function tracesOnDisk(profile: string, said: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const forms = said.flatMap((words) => [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]);
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(path.slice(profile.length));
  }
  return found;
}
