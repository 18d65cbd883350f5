/** One tab at a time works; the others say so and can take over. */
export interface TabLock {
  /** Resolves true when this tab has it; false when another tab has it. */
  take(): Promise<boolean>;
  /** Asks the other tab to save and let go, then takes it. */
  takeOver(): Promise<void>;
  /** Called when another tab asks: save, close, and answer. */
  onAsked(letGo: () => Promise<void>): void;
}
