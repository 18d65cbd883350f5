import { fromBase64, joinBytes } from '../../src/domain/bytes.ts';
import type { DeviceKey } from '../../src/ports/device-key.ts';
import type { Photos, Recorder } from '../../src/ports/recorder.ts';
import type { TabLock } from '../../src/ports/tab-lock.ts';
import type { Tablet } from '../../src/ports/tablet.ts';
import { type Contract, same, throwsProblem } from './contract.ts';

/** What the tablet itself must do: its key, its tabs, its microphone and camera. */

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

export function deviceKeyContract(make: () => Promise<DeviceKey>): Contract {
  const verifies = async (spki: string, signature: string, text: string) => {
    const key = await crypto.subtle.importKey('spki', fromBase64(spki), CURVE, false, ['verify']);
    return crypto.subtle.verify(SIGNING, key, fromBase64(signature), new TextEncoder().encode(text));
  };
  return {
    'signs only once it is enrolled, and until then with the key of before': async () => {
      const key = await make();
      same(await key.deviceId(), null);
      const first = await key.create();
      await throwsProblem(() => key.sign('text'), 'storage-lost-key');
      await key.setDeviceId('one');
      same(await verifies(first, await key.sign('text'), 'text'), true);
      const second = await key.create();
      same([await key.deviceId(), await verifies(first, await key.sign('text'), 'text')], ['one', true]);
      await key.setDeviceId('two');
      same([await key.deviceId(), await verifies(second, await key.sign('text'), 'text')], ['two', true]);
      await key.forget();
      same(await key.deviceId(), null);
      await throwsProblem(() => key.sign('text'), 'storage-lost-key');
    },
  };
}

export function tabLockContract(makeTabs: () => { newTab(): TabLock }): Contract {
  return {
    'lets one tab work, and hands over only after the other has let go': async () => {
      const tabs = makeTabs();
      const [first, second] = [tabs.newTab(), tabs.newTab()];
      const order: string[] = [];
      first.onAsked(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push('let go');
      });
      same([await first.take(), await first.take(), await second.take()], [true, true, false]);
      await second.takeOver();
      order.push('taken over');
      same(order, ['let go', 'taken over']);
      same([await second.take(), await first.take()], [true, false]);
    },
  };
}

export function recorderContract(make: () => Recorder, runForMs: number): Contract {
  return {
    'hands over every piece, and all of them in the end': async () => {
      const pieces: Uint8Array[] = [];
      const recording = await make().start(async (piece) => void pieces.push(piece));
      await new Promise((resolve) => setTimeout(resolve, runForMs));
      const level = recording.level();
      const { bytes, mime, durationMs } = await recording.stop();
      same(bytes, joinBytes(pieces));
      same(
        [bytes.length > 0, durationMs > 0, mime.startsWith('audio/'), level >= 0 && level <= 1],
        Array(4).fill(true),
      );
    },
    'says why when a piece cannot be kept': async () => {
      const full = async () => {
        throw Object.assign(new Error('full'), { code: 'storage-full' });
      };
      await throwsProblem(async () => {
        const recording = await make().start(full);
        await new Promise((resolve) => setTimeout(resolve, runForMs));
        await recording.stop();
      }, 'storage-full');
    },
  };
}

export function photosContract(make: () => Photos, picture: () => Promise<Blob>): Contract {
  return {
    'prepares a picture and refuses what is none': async () => {
      const { bytes, mime, width, height } = await make().prepare(await picture());
      same(
        [bytes.length > 0, mime.startsWith('image/'), width > 0 && width <= 1600, height > 0 && height <= 1600],
        [true, true, true, true],
      );
      await throwsProblem(() => make().prepare(new Blob(['words'], { type: 'text/plain' })), 'photo-unreadable');
    },
  };
}

export function tabletContract(make: () => Tablet): Contract {
  return {
    'tells what it can and never guesses': async () => {
      const tablet = make();
      const [persisted, space, battery] = await Promise.all([tablet.persisted(), tablet.space(), tablet.battery()]);
      same([true, false, null].includes(persisted), true);
      same(space === null || (space.usedBytes >= 0 && space.freeBytes >= 0), true);
      same(battery === null || (battery.level >= 0 && battery.level <= 1), true);
      const stop = tablet.subscribe(() => undefined);
      stop();
      same([typeof tablet.visible(), typeof tablet.maybeOnline()], ['boolean', 'boolean']);
    },
  };
}
