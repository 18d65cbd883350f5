/** One slot per worker. The key exists in memory only while unlocked; nobody's slot opens another's. */
export interface VaultSlot {
  readonly actorId: string;
  readonly displayName: string;
  /** Wrong passcodes since the last right one. */
  readonly failures: number;
  /** Wall clock, ISO 8601, before which no further try is taken, or null. */
  readonly notBefore: string | null;
}

export interface UnlockedVault {
  readonly actorId: string;
  readonly displayName: string;
  /** 12 bytes of nonce, then AES-256-GCM ciphertext; `about` is authenticated with it. */
  encrypt(plain: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>>;
  decrypt(box: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Vault {
  slots(): Promise<readonly VaultSlot[]>;
  /** Throws Problem('weak-passcode') under six signs or for an easy one (111111, 123456). */
  create(actorId: string, displayName: string, passcode: string): Promise<UnlockedVault>;
  /**
   * Throws Problem('wrong-passcode' {left}), Problem('passcode-wait' {seconds}), or Problem('vault-gone') after the
   * tenth wrong try, when the slot's key is destroyed: drafts are lost, sealed records stay sendable.
   */
  unlock(actorId: string, passcode: string): Promise<UnlockedVault>;
  /**
   * Whether this is the worker's passcode, while their slot is open already: asked of whoever was handed the tablet.
   * Destroys nothing and counts towards nothing that does. Throws Problem('wrong-passcode' {left}), 'passcode-wait'
   * {seconds} or 'vault-gone'; with `left: 0` no more is taken until the slot is opened anew, and the tablet locks.
   */
  check(actorId: string, passcode: string): Promise<void>;
  change(actorId: string, from: string, to: string): Promise<void>;
  remove(actorId: string): Promise<void>;
}
