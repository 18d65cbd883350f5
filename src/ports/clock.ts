/** Time from outside. Device clocks decide nothing; they are only written down. */
export interface Clock {
  /** Milliseconds since 1970 by the tablet's own clock, which may be years out. */
  wallMs(): number;
  /** Milliseconds that only ever grow while the page lives. */
  monotonicMs(): number;
  /** IANA name of the time zone. */
  zone(): string;
  /** Resolves after the time, or at once when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
