import type { Folder, SyncFile } from '../../../src/adapters/opfs/worker/frame-log.ts';

/**
 * A folder whose flushed bytes survive a crash and whose unflushed ones do not, with room that can run out. `crashAfter`
 * stops everything after so many steps (writes, flushes, truncations, removals): the next open sees what was flushed.
 */
export interface MemoryFolder extends Folder {
  /** Everything open is lost; what was flushed stays. `torn`: that many unflushed bytes reached the disk all the same. */
  crash(torn?: number): void;
  crashAfter(steps: number): void;
  room(bytes: number): void;
  bytesOf(name: string): Uint8Array;
  put(name: string, bytes: Uint8Array): void;
  steps(): number;
}

class Crashed extends Error {
  override readonly name = 'Crashed';
}

export function createMemoryFolder(): MemoryFolder {
  const flushed = new Map<string, Uint8Array<ArrayBuffer>>();
  const open = new Map<string, Uint8Array<ArrayBuffer>>();
  let room = Infinity;
  let stepsDone = 0;
  let crashAt = Infinity;
  let life = 0;

  const step = (ofLife: number) => {
    stepsDone += 1;
    if (stepsDone > crashAt || ofLife !== life) throw new Crashed();
  };
  const used = () => [...open.values()].reduce((sum, bytes) => sum + bytes.length, 0);

  return {
    async list() {
      return [...flushed.keys()];
    },
    async open(name) {
      if (open.has(name)) throw new DOMException('taken', 'NoModificationAllowedError');
      const mine = life;
      if (!flushed.has(name)) flushed.set(name, new Uint8Array(0));
      open.set(name, (flushed.get(name) as Uint8Array<ArrayBuffer>).slice());
      const now = () => open.get(name) ?? new Uint8Array(0);
      const file: SyncFile = {
        read(into, { at }) {
          const part = now().subarray(at, at + into.length);
          into.set(part);
          return part.length;
        },
        write(from, { at }) {
          step(mine);
          const left = room - (used() - now().length);
          const end = Math.min(at + from.length, Math.max(at, left));
          const grown = new Uint8Array(Math.max(now().length, end));
          grown.set(now());
          grown.set(from.subarray(0, end - at), at);
          open.set(name, grown);
          return end - at;
        },
        truncate(size) {
          step(mine);
          const cut = new Uint8Array(size);
          cut.set(now().subarray(0, size));
          open.set(name, cut);
        },
        getSize: () => now().length,
        flush() {
          step(mine);
          flushed.set(name, now().slice());
        },
        close: () => {
          if (mine === life) open.delete(name);
        },
      };
      return file;
    },
    async remove(name) {
      step(life);
      flushed.delete(name);
      open.delete(name);
    },
    crash(torn = 0) {
      for (const [name, bytes] of open) {
        const kept = flushed.get(name)?.length ?? 0;
        if (torn > 0 && bytes.length > kept) flushed.set(name, bytes.slice(0, Math.min(bytes.length, kept + torn)));
      }
      open.clear();
      life += 1;
      crashAt = Infinity;
    },
    crashAfter(steps) {
      crashAt = stepsDone + steps;
    },
    room(bytes) {
      room = bytes;
    },
    bytesOf: (name) => flushed.get(name) ?? new Uint8Array(0),
    put: (name, bytes) => void flushed.set(name, bytes.slice()),
    steps: () => stepsDone,
  };
}
