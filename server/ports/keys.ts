import type { Operation } from '../../src/domain/envelope.ts';
import type { SealedRecord } from '../../src/domain/record.ts';

/** The organisation's private keys, kept outside the database (`KEY_FILE`). */
export interface Keyring {
  /** The public key tablets seal to. */
  current(): { keyId: string; publicKey: string };
  /** Whether it holds this key, current or older. */
  knows(keyId: string): boolean;
  /** Opens an envelope. Throws Problem('unknown-key' | 'cannot-open' | 'does-not-fit'). */
  open(operation: Operation): Promise<SealedRecord>;
  /** AES-256-GCM under the records key; `about` is authenticated with it. */
  encrypt(plain: Uint8Array, about: string): Promise<Uint8Array>;
  decrypt(box: Uint8Array, about: string): Promise<Uint8Array>;
  /** Keyed hash of a word or a facet, for search; 13 signs of a-z2-7. */
  token(word: string): string;
  /** Keyed hash of a receipt code, a session token, a one-time code. */
  hash(purpose: 'receipt' | 'session' | 'enrol' | 'cookie', value: string): string;
  /** Signs and checks the nonces that are handed to tablets, so that any server process knows another's. */
  mac(text: string): string;
}
