import { toBase64 } from '../../domain/bytes.ts';
import { Problem } from '../../domain/problems.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeviceKey } from '../../ports/device-key.ts';
import type { Recorder, Photos } from '../../ports/recorder.ts';
import type { TabLock } from '../../ports/tab-lock.ts';
import type { Tablet } from '../../ports/tablet.ts';

/** Memory twins of the tablet itself: its clock, key, tabs, microphone and camera. */

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  /** Time passes: wall clock and page alike. */
  pass(ms: number): void;
  /** Somebody sets the wall clock, in milliseconds since 1970. */
  setWall(ms: number): void;
}

export function createMemoryClock(startMs: number): MovableClock {
  let wall = startMs;
  let page = 0;
  return {
    wallMs: () => wall,
    monotonicMs: () => page,
    zone: () => 'Europe/London',
    async sleep(ms) {
      wall += ms;
      page += ms;
    },
    pass(ms) {
      wall += ms;
      page += ms;
    },
    setWall(ms) {
      wall = ms;
    },
  };
}

export function createMemoryDeviceKey(): DeviceKey {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  let key: CryptoKey | null = null;
  let pending: CryptoKey | null = null;
  let id: string | null = null;
  const need = (): CryptoKey => {
    if (key === null) throw new Problem('storage-lost-key');
    return key;
  };
  return {
    deviceId: async () => id,
    async create() {
      const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
      pending = pair.privateKey;
      return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
    },
    async setDeviceId(deviceId) {
      key = pending ?? need();
      pending = null;
      id = deviceId;
    },
    async sign(text) {
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      return toBase64(new Uint8Array(await crypto.subtle.sign(how, need(), new TextEncoder().encode(text))));
    },
    async forget() {
      key = null;
      id = null;
    },
  };
}

export function createMemoryTablet(): Tablet {
  return {
    persisted: async () => true,
    askToPersist: async () => true,
    space: async () => ({ usedBytes: 1_000_000, freeBytes: 1_000_000_000 }),
    battery: async () => ({ level: 0.8, charging: false }),
    visible: () => true,
    maybeOnline: () => true,
    subscribe: () => () => undefined,
  };
}

/** Tabs that share one lock: `newTab()` gives each its own. */
export function createMemoryTabs(): { newTab(): TabLock } {
  let holder: { letGo: () => Promise<void> } | null = null;
  return {
    newTab() {
      const me = { letGo: async () => undefined as void };
      return {
        async take() {
          holder ??= me;
          return holder === me;
        },
        async takeOver() {
          if (holder !== null && holder !== me) await holder.letGo();
          holder = me;
        },
        onAsked(letGo) {
          me.letGo = letGo;
        },
      };
    },
  };
}

/** A microphone that says the given pieces, all at once. */
export function createMemoryRecorder(pieces: readonly Uint8Array<ArrayBuffer>[]): Recorder {
  return {
    async start(onPiece) {
      const said: Uint8Array<ArrayBuffer>[] = [];
      for (const piece of pieces) {
        said.push(piece);
        await onPiece(piece);
      }
      return {
        mime: 'audio/webm;codecs=opus',
        level: () => 0.5,
        elapsedMs: () => said.length * 2000,
        pause: () => undefined,
        resume: () => undefined,
        stop: async () => ({
          bytes: new Uint8Array(await new Blob(said).arrayBuffer()),
          mime: 'audio/webm;codecs=opus',
          durationMs: said.length * 2000,
        }),
        cancel: () => undefined,
      };
    },
  };
}

/** A camera whose pictures need no work. */
export function createMemoryPhotos(): Photos {
  return {
    async prepare(file) {
      if (!file.type.startsWith('image/')) throw new Problem('photo-unreadable');
      return { bytes: new Uint8Array(await file.arrayBuffer()), mime: file.type, width: 800, height: 600 };
    },
  };
}
