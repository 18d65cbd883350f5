import type { Standing } from './protocol.ts';

/** What follows for the rows of one install from the server's latest word. */
export interface WordOfServer {
  /**
   * True when the server has not got this number, whatever the tablet remembers. A row in state `quarantined` goes back
   * only when `restored`: the server may hold it without its number.
   */
  lost(seq: number): boolean;
  /** The server stands on an older backup: nothing above `haveThrough` is certain, and files must be asked for again. */
  readonly restored: boolean;
}

/**
 * Reads a standing against the one before it. The server's own word decides what is sent again:
 * a named gap, the number just above `haveThrough` (by its meaning never there), and, after a backup was restored,
 * everything above. Sending once too often is harmless; once too seldom is not.
 */
export function wordOf(previous: Standing | null, now: Standing): WordOfServer {
  const restored =
    previous !== null && (previous.serverEpoch !== now.serverEpoch || now.haveThrough < previous.haveThrough);
  return {
    restored,
    lost(seq) {
      if (seq <= now.haveThrough) return false;
      if (restored || seq === now.haveThrough + 1) return true;
      return now.missing.some(([first, last]) => first <= seq && seq <= last);
    },
  };
}
