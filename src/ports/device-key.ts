/** The tablet's signing key: P-256, not extractable, lives in the database and dies with it. */
export interface DeviceKey {
  /** null before enrolment, or after the database was lost. */
  deviceId(): Promise<string | null>;
  /** Makes a new key; returns its public half: SPKI, base64. */
  create(): Promise<string>;
  setDeviceId(deviceId: string): Promise<void>;
  /** ECDSA P-256 with SHA-256, base64 of the 64 raw bytes. */
  sign(text: string): Promise<string>;
  forget(): Promise<void>;
}
