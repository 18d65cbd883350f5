import type { OperationHeader, SealedBox } from '../domain/envelope.ts';

export interface OrgKey {
  readonly keyId: string;
  /** P-256 public key, raw uncompressed point, base64. */
  readonly publicKey: string;
}

/** HPKE (RFC 9180): P-256, HKDF-SHA256, AES-256-GCM. What it seals, the tablet cannot open again. */
export interface Sealer {
  seal(key: OrgKey, header: OperationHeader, record: unknown): Promise<SealedBox>;
}

/** Encrypts a file in chunks under a key of its own. */
export interface MediaCipher {
  newKey(): Uint8Array<ArrayBuffer>;
  /** Chunk `index` of `mediaId`: AES-256-GCM with the index as nonce; the last chunk is marked, so none can be cut off. */
  encryptChunk(
    key: Uint8Array<ArrayBuffer>,
    mediaId: string,
    index: number,
    last: boolean,
    plain: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>>;
  decryptChunk(
    key: Uint8Array<ArrayBuffer>,
    mediaId: string,
    index: number,
    last: boolean,
    box: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
