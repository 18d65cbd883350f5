/** The tablet's signing key: P-256, not extractable, lives in the database and dies with it. */
export interface DeviceKey {
  /** null before enrolment, or after the database was lost. */
  deviceId(): Promise<string | null>;
  /**
   * Makes a new key; returns its public half: SPKI, base64. An older key stays the one that signs until `setDeviceId`: an
   * enrolment that comes to nothing must not take the key away that still sends what is here.
   */
  create(): Promise<string>;
  /** The new key, with the id the server gave it, takes the place of the old one. */
  setDeviceId(deviceId: string): Promise<void>;
  /** ECDSA P-256 with SHA-256, base64 of the 64 raw bytes. */
  sign(text: string): Promise<string>;
  forget(): Promise<void>;
}
