import type { FileAnswer, FileCallName, FileCalls, FileRequest } from './calls.ts';
import { openFrameLog, type FrameLog } from './frame-log.ts';
import { opfsFolder } from './opfs-folder.ts';

/**
 * The one owner of our files. Synchronous access handles exist only in a worker; they are exclusive, so that two tabs
 * can never write into one journal.
 */
declare const self: DedicatedWorkerGlobalScope;

/** State is small and changes often (every tap of a draft): tidied at start when this much of it is dead. */
const TIDY_BYTES = 64 * 1024;
const SAFE_NAME = /^[A-Za-z0-9-]{1,80}$/;

let logs: { operations: FrameLog; state: FrameLog } | null = null;
let mediaFolder: FileSystemDirectoryHandle | null = null;

function opened(): { operations: FrameLog; state: FrameLog } {
  if (logs === null) throw new DOMException('the journal is closed', 'InvalidStateError');
  return logs;
}

async function mediaDirectory(mediaId: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  if (mediaFolder === null) throw new DOMException('the journal is closed', 'InvalidStateError');
  if (!SAFE_NAME.test(mediaId)) throw new TypeError('not the id of a file');
  return mediaFolder.getDirectoryHandle(mediaId, { create });
}

const isMissing = (thrown: unknown) => thrown instanceof DOMException && thrown.name === 'NotFoundError';

type Async<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Value>
    : never;
};

const calls: Async<FileCalls> = {
  async open() {
    if (logs !== null) return;
    const root = await navigator.storage.getDirectory();
    const home = await root.getDirectoryHandle('said-and-done', { create: true });
    const folder = opfsFolder(home);
    const operations = await openFrameLog(folder, 'operations');
    const state = await openFrameLog(folder, 'state').catch((thrown: unknown) => {
      operations.close();
      throw thrown;
    });
    mediaFolder = await home.getDirectoryHandle('media', { create: true });
    if (state.deadBytes() > TIDY_BYTES) await state.rewrite();
    logs = { operations, state };
  },
  async appendOperation(opId, bytes) {
    await opened().operations.put(opId, bytes);
  },
  async readOperations(only) {
    const { operations } = opened();
    const wanted = only === null ? null : new Set(only);
    const found: { opId: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    for (const opId of operations.keys()) {
      const bytes = wanted === null || wanted.has(opId) ? operations.get(opId) : null;
      if (bytes !== null) found.push({ opId, bytes });
    }
    return found;
  },
  async operationIds() {
    return [...opened().operations.keys()];
  },
  async keepOnlyOperations(opIds) {
    const { operations } = opened();
    const kept = new Set(opIds);
    await operations.remove([...operations.keys()].filter((opId) => !kept.has(opId)));
    await operations.rewrite();
  },
  async dropOperations(opIds) {
    await opened().operations.remove(opIds);
  },
  async putState(key, bytes) {
    if (bytes === null) await opened().state.remove([key]);
    else await opened().state.put(key, bytes);
  },
  async readState() {
    const { state } = opened();
    return [...state.keys()].flatMap((key) => {
      const bytes = state.get(key);
      return bytes === null ? [] : [[key, bytes] as const];
    });
  },
  async compact() {
    await opened().state.rewrite();
  },
  async close() {
    logs?.operations.close();
    logs?.state.close();
    logs = null;
    mediaFolder = null;
  },
  async putChunk(mediaId, index, bytes) {
    const directory = await mediaDirectory(mediaId, true);
    const file = await (await directory.getFileHandle(String(index), { create: true })).createSyncAccessHandle();
    try {
      file.truncate(0);
      if (file.write(bytes, { at: 0 }) < bytes.length) throw new DOMException('no room', 'QuotaExceededError');
      file.flush();
    } finally {
      file.close();
    }
  },
  async getChunk(mediaId, index) {
    try {
      const directory = await mediaDirectory(mediaId, false);
      const file = await (await directory.getFileHandle(String(index))).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw thrown;
    }
  },
  async removeMedia(mediaId) {
    if (mediaFolder === null || !SAFE_NAME.test(mediaId)) return;
    await mediaFolder.removeEntry(mediaId, { recursive: true }).catch((thrown: unknown) => {
      if (!isMissing(thrown)) throw thrown;
    });
  },
  async listMedia() {
    if (mediaFolder === null) throw new DOMException('the journal is closed', 'InvalidStateError');
    const names: string[] = [];
    for await (const [name] of mediaFolder.entries()) names.push(name);
    return names;
  },
};

let queue: Promise<void> = Promise.resolve();

async function answer(request: FileRequest): Promise<void> {
  let reply: FileAnswer;
  try {
    const call = calls[request.call] as (...args: readonly unknown[]) => Promise<unknown>;
    reply = { id: request.id, ok: true, value: await call(...request.args) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    reply = { id: request.id, ok: false, name: error.name, message: error.message };
  }
  self.postMessage(reply);
}

self.addEventListener('message', (event: MessageEvent<FileRequest>) => {
  if (!Object.hasOwn(calls, event.data.call satisfies FileCallName)) return;
  queue = queue.then(() => answer(event.data));
});
