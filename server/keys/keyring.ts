import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { headerBytes, SEAL_INFO } from '../../src/domain/envelope.ts';
import { unpackRecord } from '../../src/domain/packing.ts';
import { Problem } from '../../src/domain/problems.ts';
import { record } from '../../src/domain/record.ts';
import type { Keyring } from '../ports/keys.ts';
import { readOrMakeKeyFile, type KeyFile } from './key-file.ts';

const BOX_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_SIGNS = 13;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The keyring over a key file, which is made at the first start. */
export async function openKeyring(file: string, now: string = new Date().toISOString()): Promise<Keyring> {
  return keyringFrom(await readOrMakeKeyFile(file, now));
}

async function keyringFrom(keys: KeyFile): Promise<Keyring> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const info = new TextEncoder().encode(SEAL_INFO);
  // With its public half, which the seal needs too and would else be worked out anew for every record.
  const recipientKeys = new Map<string, RecipientKey>();
  for (const pair of keys.pairs) {
    const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
    const pkcs8 = Buffer.from(pair.privateKey, 'base64');
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['deriveBits']);
    const publicKey = await suite.kem.deserializePublicKey(bytesOf(pair.publicKey));
    recipientKeys.set(pair.keyId, { privateKey, publicKey });
  }
  const recordsKey = secretKey(keys.records);
  const indexKey = secretKey(keys.index);
  const macKey = secretKey(keys.mac);
  const current = keys.pairs.find(({ keyId }) => keyId === keys.current);
  if (current === undefined) throw new Error('the key file has no current key');

  return {
    current: () => ({ keyId: current.keyId, publicKey: current.publicKey }),
    knows: (keyId) => recipientKeys.has(keyId),

    async open(operation) {
      const { sealed } = operation;
      if (sealed === null) throw new Problem('does-not-fit', { field: 'sealed' });
      const recipientKey = recipientKeys.get(sealed.keyId);
      if (recipientKey === undefined) throw new Problem('unknown-key', { keyId: sealed.keyId });
      let packed: Uint8Array;
      try {
        const enc = bytesOf(sealed.enc);
        packed = new Uint8Array(
          await suite.open({ recipientKey, enc, info }, bytesOf(sealed.ct), headerBytes(operation)),
        );
      } catch (thrown) {
        throw new Problem('cannot-open', {}, { cause: thrown });
      }
      const parsed = record.safeParse(unpackRecord(packed));
      if (!parsed.success) throw new Problem('does-not-fit', { field: fieldsOf(parsed.error.issues) });
      return parsed.data;
    },

    async encrypt(plain, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', recordsKey, nonce).setAAD(Buffer.from(about));
      return new Uint8Array(
        Buffer.concat([Buffer.of(BOX_VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
      );
    },

    async decrypt(box, about) {
      if (box.length < 1 + NONCE_BYTES + TAG_BYTES || box[0] !== BOX_VERSION) throw new Problem('cannot-open');
      const nonce = box.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', recordsKey, nonce).setAAD(Buffer.from(about));
      decipher.setAuthTag(box.subarray(box.length - TAG_BYTES));
      try {
        const plain = [decipher.update(box.subarray(1 + NONCE_BYTES, box.length - TAG_BYTES)), decipher.final()];
        return new Uint8Array(Buffer.concat(plain));
      } catch (thrown) {
        throw new Problem('cannot-open', {}, { cause: thrown });
      }
    },

    token: (word) => base32(createHmac('sha256', indexKey).update(word).digest()),
    hash: (purpose, value) => createHmac('sha256', indexKey).update(`${purpose}\n${value}`).digest('base64url'),
    mac: (text) => createHmac('sha256', macKey).update(text).digest('base64url'),
  };
}

/** As a key object: a record has a thousand words to hash, and with plain bytes each costs four times as much. */
const secretKey = (base64: string) => createSecretKey(Buffer.from(base64, 'base64'));

interface RecipientKey {
  readonly privateKey: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
  readonly publicKey: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'));

/** 65 bits as 13 signs: short enough for an index, long enough that two words never meet. */
function base32(bytes: Uint8Array): string {
  let signs = '';
  for (let i = 0, bits = 0, held = 0; signs.length < TOKEN_SIGNS;) {
    if (bits < 5) {
      held = ((held << 8) | (bytes[i] ?? 0)) & 0xffff;
      bits += 8;
      i += 1;
    }
    bits -= 5;
    signs += BASE32.charAt((held >> bits) & 31);
  }
  return signs;
}

/** Which fields did not fit, never what was in them. */
function fieldsOf(issues: readonly { path: readonly PropertyKey[] }[]): string {
  return [...new Set(issues.slice(0, 5).map((issue) => issue.path.map(String).join('.')))].join(', ').slice(0, 200);
}
