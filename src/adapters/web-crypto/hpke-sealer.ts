import type { Sealer } from '../../ports/sealer.ts';

/**
 * Seals with HPKE over WebCrypto. Library, packing and dictionary are fetched at the first Finish (they are precached),
 * not to open the app.
 */
export function createHpkeSealer(): Sealer {
  return {
    async seal(key, header, record) {
      const { hpkeSeal } = await import('./hpke-seal.ts');
      return hpkeSeal(key, header, record);
    },
  };
}
