export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** A UUIDv7. */
  uuid(): string;
  /** A number from 0 up to, and not including, 1: for jitter only. */
  fraction(): number;
}
