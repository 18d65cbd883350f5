import { Problem } from '../../domain/problems.ts';
import type { DeviceKey } from '../../ports/device-key.ts';
import { toBase64 } from '../../domain/bytes.ts';
import type { Database } from './database.ts';

interface StoredKey {
  readonly privateKey: CryptoKey;
  readonly deviceId: string;
}

const NAME = 'device-key';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The signing key as a non-extractable CryptoKey: a script can use it here, nobody can carry it away. */
export function createDexieDeviceKey(database: Database): DeviceKey {
  let known: StoredKey | null = null;
  let pending: CryptoKey | null = null;

  async function load(): Promise<StoredKey | null> {
    known ??= ((await database.run((tables) => tables.meta.get(NAME)))?.value as StoredKey | undefined) ?? null;
    return known;
  }

  return {
    deviceId: async () => (await load())?.deviceId ?? null,
    async create() {
      const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
      pending = privateKey;
      return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    },
    async setDeviceId(deviceId) {
      const privateKey = pending ?? (await load())?.privateKey;
      if (privateKey === undefined) throw new Problem('storage-lost-key');
      const key: StoredKey = { privateKey, deviceId };
      await database.run((tables) => tables.meta.put({ name: NAME, value: key }));
      known = key;
      pending = null;
    },
    async sign(text) {
      const key = await load();
      if (key === null) throw new Problem('storage-lost-key');
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(how, key.privateKey, new TextEncoder().encode(text));
      return toBase64(new Uint8Array(signature));
    },
    async forget() {
      await database.run((tables) => tables.meta.delete(NAME));
      known = null;
      pending = null;
    },
  };
}
