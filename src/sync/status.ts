import type { ProblemCode } from '../domain/problems.ts';

/** What the status chip says, in words. Numbers are of finished records; times are ISO 8601. */
export type SyncStatus = Readonly<{
  /** `saved`: some wait here; `sending`: on its way now; `all-sent`; `parts-coming`: words sent, photo or voice still to go. */
  phase: 'starting' | 'saved' | 'sending' | 'parts-coming' | 'all-sent' | 'nothing-yet';
  waiting: number;
  waitingMedia: number;
  quarantined: number;
  oldestWaitingAt: string | null;
  lastSentAt: string | null;
  /** Why it is not getting on, where there is a reason a person should know. */
  problem: ProblemCode | null;
  /** What the last try met, also when that is nobody's to solve: for whoever asks why something waits. */
  met: ProblemCode | null;
  /** When the next try is due, milliseconds of the wall clock, or null. */
  nextTryAtMs: number | null;
}>;
