import { Problem } from '../../domain/problems.ts';
import type { DeviceKey } from '../../ports/device-key.ts';
import { toBase64 } from '../../domain/bytes.ts';
import type { Database } from './database.ts';

interface StoredKey {
  readonly privateKey: CryptoKey;
  readonly deviceId: string | null;
}

const NAME = 'device-key';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The signing key as a non-extractable CryptoKey: a script can use it here, nobody can carry it away. */
export function createDexieDeviceKey(database: Database): DeviceKey {
  let known: StoredKey | null = null;

  async function load(): Promise<StoredKey | null> {
    known ??= ((await database.run((tables) => tables.meta.get(NAME)))?.value as StoredKey | undefined) ?? null;
    return known;
  }

  async function store(key: StoredKey): Promise<void> {
    await database.run((tables) => tables.meta.put({ name: NAME, value: key }));
    known = key;
  }

  return {
    deviceId: async () => (await load())?.deviceId ?? null,
    async create() {
      const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
      await store({ privateKey, deviceId: null });
      return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    },
    async setDeviceId(deviceId) {
      const key = await load();
      if (key === null) throw new Problem('storage-lost-key');
      await store({ ...key, deviceId });
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
    },
  };
}
