import { randomUUID } from 'node:crypto';
import { enrolCheck } from '../../src/domain/enrol-code.ts';
import type { DeviceHealth } from '../../src/domain/protocol.ts';
import type { Deps } from '../http/deps.ts';
import { workOnce } from '../inbox/worker.ts';
import { chunkKey } from '../ports/blobs.ts';
import { sealCapture, type Capture } from './capture.ts';

const MINUTE_MS = 60_000;

/** A made-up tablet: seals like a real one and hands over to the real intake and worker, on the day it happened. */
export class ExampleTablet {
  readonly #deps: Deps;
  readonly #deviceId: string;
  readonly #installId = randomUUID();
  #seq = 0;

  private constructor(deps: Deps, deviceId: string) {
    this.#deps = deps;
    this.#deviceId = deviceId;
  }

  /** A tablet that staff have approved. */
  static async enrol(deps: Deps, label: string, at: Date): Promise<ExampleTablet> {
    const deviceId = await ExampleTablet.ask(deps, label, at);
    await deps.store.devices.setState(deviceId, 'approved');
    return new ExampleTablet(deps, deviceId);
  }

  /** A tablet that has asked to join and waits. Its private key is thrown away: nobody can ever sign for it. */
  static async ask(deps: Deps, label: string, at: Date = deps.now()): Promise<string> {
    const { publicKey: key } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', key)).toString('base64');
    const deviceId = randomUUID();
    const check = await enrolCheck(publicKey, deviceId);
    const cookieHash = deps.keys.hash('cookie', randomUUID());
    await deps.store.devices.add({ deviceId, label, publicKey, check, cookieHash }, at.toISOString());
    return deviceId;
  }

  /** The next numbers stay unused: they never arrive. */
  skip(count: number): void {
    this.#seq += count;
  }

  async send(by: { actorId: string; displayName: string }, capture: Capture & { at: Date }): Promise<void> {
    const { accept, store, keys, blobs } = this.#deps;
    this.#seq += 1;
    const recorder = { installId: this.#installId, seq: this.#seq, ...by };
    const { operation, chunks } = await sealCapture(keys.current(), recorder, capture);
    const sentAt = new Date(capture.at.getTime() + MINUTE_MS);
    const now = sentAt.toISOString();
    await accept([operation], { deviceId: this.#deviceId, park: null }, now);
    await store.devices.contact(this.#deviceId, this.#installId, health(now), 400, now);
    await workOnce({ store, keyring: keys, blobs, now: () => sentAt });
    for (const [mediaId, parts] of chunks) {
      for (const [index, part] of parts.entries()) {
        await blobs.put(chunkKey(mediaId, index), part);
        await store.media.addChunk(mediaId, index, part.length);
      }
      await store.media.setState(mediaId, 'here', now);
    }
  }
}

function health(wall: string): DeviceHealth {
  return {
    unsent: 0,
    oldestUnsentAt: null,
    persisted: true,
    freeBytes: 21_000_000_000,
    battery: 0.64,
    appVersion: 'example',
    wall,
  };
}
