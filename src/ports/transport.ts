import type {
  DeviceHealth,
  EnrolAnswer,
  EnrolRequest,
  HelloAnswer,
  MediaAnswer,
  PullAnswer,
  PushAnswer,
} from '../domain/protocol.ts';
import type { Operation } from '../domain/envelope.ts';

/**
 * The link to the server. Every call throws a Problem when it does not get a well-formed answer: `unreachable`,
 * `timed-out`, `nonsense-answer`, or the server's own problem, with `details.retryAfterMs` where it was told.
 */
export interface Transport {
  hello(installId: string, health: DeviceHealth): Promise<HelloAnswer>;
  push(installId: string, health: DeviceHealth, operations: readonly Operation[]): Promise<PushAnswer>;
  mediaStatus(mediaId: string): Promise<MediaAnswer>;
  putChunk(mediaId: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<MediaAnswer>;
  pull(cursor: string | null): Promise<PullAnswer>;
}

/** Files of surveys and pieces of maps, by the hash of their content; what comes back is not yet compared with it. */
export interface AssetLink {
  asset(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Enrolment {
  enrol(request: EnrolRequest): Promise<EnrolAnswer>;
  status(): Promise<EnrolAnswer>;
  /** After the database, and with it the signing key, was lost: into quarantine, by cookie alone. */
  recover(operations: readonly Operation[]): Promise<PushAnswer>;
}
