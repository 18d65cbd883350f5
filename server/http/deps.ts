import type { PushAnswer } from '../../src/domain/protocol.ts';
import type { Store } from '../ports/store.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { Keyring } from '../ports/keys.ts';
import type { MapWork } from '../maps/map-work.ts';
import type { Log } from './log.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Passwords } from './desk/passwords.ts';

/** Takes what was pushed into the inbox queue; resolves after the commit with one verdict for each operation. */
export type Accept = (
  operations: readonly unknown[],
  from: { deviceId: string | null; park: 'from-revoked-tablet' | 'from-recovered-journal' | null },
  now: string,
) => Promise<PushAnswer['verdicts']>;

/** Everything the routes need. Built once, in `server/start.ts` (or by a test). */
export interface Deps {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly keys: Keyring;
  readonly passwords: Passwords;
  readonly limiter: RateLimiter;
  readonly log: Log;
  readonly now: () => Date;
  readonly accept: Accept;
  readonly maps: MapWork;
  /** Origin of tablets and desk, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Changes when a backup is restored. */
  readonly epoch: string;
  readonly appVersion: string;
  /** Folder of the built app, or null to serve none. */
  readonly dist: string | null;
  readonly trustProxy: boolean;
  /** Tells the inbox worker that something has arrived. */
  readonly nudgeWorker: () => void;
  /** False once the process has been asked to stop. */
  readonly ready: () => boolean;
}
