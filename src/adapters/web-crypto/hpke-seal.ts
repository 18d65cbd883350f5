import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64, toBase64 } from '../../domain/bytes.ts';
import { headerBytes, type OperationHeader, SEAL_INFO, type SealedBox } from '../../domain/envelope.ts';
import { packRecord } from '../../domain/packing.ts';
import { Problem } from '../../domain/problems.ts';
import type { OrgKey } from '../../ports/sealer.ts';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const info = new TextEncoder().encode(SEAL_INFO);

/** Packs and seals; the packed plain bytes are overwritten afterwards. Throws Problem('unknown-key'). */
export async function hpkeSeal(key: OrgKey, header: OperationHeader, record: unknown): Promise<SealedBox> {
  const recipientPublicKey = await publicKeyOf(key);
  const packed = packRecord(record);
  const { ct, enc } = await suite.seal({ recipientPublicKey, info }, packed, headerBytes(header));
  packed.fill(0);
  return { keyId: key.keyId, enc: toBase64(new Uint8Array(enc)), ct: toBase64(new Uint8Array(ct)) };
}

/** The key that was used last, read. */
let last: { text: string; key: CryptoKey } | null = null;

async function publicKeyOf({ publicKey: text }: OrgKey): Promise<CryptoKey> {
  if (last?.text === text) return last.key;
  try {
    const key = await suite.kem.deserializePublicKey(fromBase64(text));
    last = { text, key };
    return key;
  } catch (thrown) {
    throw new Problem('unknown-key', {}, { cause: thrown });
  }
}
