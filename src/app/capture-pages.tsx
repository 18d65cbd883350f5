import type { VNode } from 'preact';
import { BehindLock } from './behind-lock.tsx';
import { lazyScreen } from './lazy-screen.tsx';

const Capture = lazyScreen(
  async () => (await import('../features/capture/capture-screen.tsx')).CaptureScreen,
  ['capture'],
);
const Drafts = lazyScreen(async () => (await import('../features/drafts/drafts-screen.tsx')).DraftsScreen, ['drafts']);
const Withdraw = lazyScreen(
  async () => (await import('../features/withdraw/withdraw-screen.tsx')).WithdrawScreen,
  ['withdraw'],
);

/**
 * One record: the one the address names. As soon as its draft exists the address names that, so that locking,
 * reloading or a flat battery come back to this very record and not to a new one.
 */
export const CapturePage = (): VNode => (
  <BehindLock>
    <Capture />
  </BehindLock>
);

export const DraftsPage = (): VNode => (
  <BehindLock>
    <Drafts />
  </BehindLock>
);

export const WithdrawPage = (): VNode => (
  <BehindLock>
    <Withdraw />
  </BehindLock>
);
