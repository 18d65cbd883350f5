import { fromBase64, toBase64 } from '../../domain/bytes.ts';
import { headerBytes, SEAL_INFO } from '../../domain/envelope.ts';
import { packRecord } from '../../domain/packing.ts';
import { Problem } from '../../domain/problems.ts';
import type { Sealer } from '../../ports/sealer.ts';

/** Seals with HPKE over WebCrypto. The library is fetched at the first Finish (it is precached), not to open the app. */
export function createHpkeSealer(): Sealer {
  return {
    async seal(key, header, record) {
      const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core');
      const suite = new CipherSuite({
        kem: new DhkemP256HkdfSha256(),
        kdf: new HkdfSha256(),
        aead: new Aes256Gcm(),
      });
      const info = new TextEncoder().encode(SEAL_INFO);
      const recipientPublicKey = await suite.kem
        .deserializePublicKey(fromBase64(key.publicKey))
        .catch((thrown: unknown) => {
          throw new Problem('unknown-key', {}, { cause: thrown });
        });
      const packed = packRecord(record);
      const { ct, enc } = await suite.seal({ recipientPublicKey, info }, packed, headerBytes(header));
      packed.fill(0);
      return { keyId: key.keyId, enc: toBase64(new Uint8Array(enc)), ct: toBase64(new Uint8Array(ct)) };
    },
  };
}
