import type { Services } from './services.ts';
import type { Rescue } from './last-resort.tsx';

/** What starting the tablet's part of the app came to. */
export type BootOutcome =
  | {
      readonly at: 'ready';
      readonly services: Services;
      /** Finished records that the second copy gave back. */
      readonly recovered: number;
      /** Keeps what is open and lets another tab have the tablet; resolves when the stores are closed. */
      onAskedToLetGo(tell: () => void): void;
      readonly rescue: Rescue;
    }
  | { readonly at: 'other-tab'; takeOver(): Promise<void> }
  | { readonly at: 'no-opfs' }
  /** The database does not open. `rescue` reads the second copy, where that still works. */
  | { readonly at: 'broken'; readonly thrown: unknown; readonly rescue: Rescue | null };

/** Takes the tab lock, opens both stores, takes their union, and builds what screens may ask for. */
export type Boot = () => Promise<BootOutcome>;
