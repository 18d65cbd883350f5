import type { Rescue } from './last-resort.tsx';
import type { Services } from './services.ts';

/** What starting the tablet's part of the app came to. */
export type BootOutcome =
  | {
      readonly at: 'ready';
      readonly services: Services;
      /** Finished records and drafts that one copy gave back to the other. */
      readonly recovered: number;
      readonly rescue: Rescue;
      /** Another tab asks for the tablet: `keep` is waited for, the stores are closed, then `gone` is called. */
      onLettingGo(keep: () => Promise<void>, gone: () => void): void;
      /** After `gone`: asks the other tab for the tablet. The page must then begin afresh. */
      takeBack(): Promise<void>;
    }
  | { readonly at: 'other-tab'; takeOver(): Promise<void> }
  | { readonly at: 'no-opfs' }
  /** The stores do not open. `rescue` reads the second copy, where that still works. */
  | { readonly at: 'broken'; readonly thrown: unknown; readonly rescue: Rescue };

/** Takes the tab lock, opens both stores, makes them equal, and builds what screens may ask for. */
export type Boot = () => Promise<BootOutcome>;
