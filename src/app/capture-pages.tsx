import type { ComponentType, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { BehindLock } from './behind-lock.tsx';
import { lazyScreen } from './lazy-screen.tsx';

const Capture = lazyScreen(
  async () => (await import('../features/capture/capture-screen.tsx')).CaptureScreen,
  ['capture'],
);

const others = import.meta.glob<Record<string, ComponentType<object>>>('../features/{drafts,withdraw}/*-screen.tsx');
const other = (file: string, name: string) => async (): Promise<ComponentType<object>> => {
  const screen = (await others[`../features/${file}`]?.())?.[name];
  if (screen === undefined) throw new Error(`there is no ${name}`);
  return screen;
};
const Drafts = lazyScreen(other('drafts/drafts-screen.tsx', 'DraftsScreen'), ['drafts']);
const Withdraw = lazyScreen(other('withdraw/withdraw-screen.tsx', 'WithdrawScreen'), ['withdraw']);

/**
 * One record. As soon as its draft exists the address names it, so that locking, reloading or a flat battery come back
 * to this very record and not to a new one.
 */
export function CapturePage(): VNode {
  const { route } = useLocation();
  const { kind = '', draftId } = useRoute().params;
  const asked = `${kind}/${draftId ?? ''}`;
  return <OneCapture key={asked} kind={kind} draftId={draftId} onDone={() => route('/home')} />;
}

function OneCapture(props: { kind: string; draftId: string | undefined; onDone: () => void }): VNode {
  const { kind } = props;
  const draftId = useRef(props.draftId);
  const onStarted = (started: string): void => {
    draftId.current = started;
    history.replaceState(null, '', `/capture/${kind}/${started}`);
  };
  return (
    <BehindLock>
      <CurrentCapture kind={kind} draftId={() => draftId.current} onStarted={onStarted} onDone={props.onDone} />
    </BehindLock>
  );
}

/** Mounted afresh after each unlocking: it then opens the draft that was being worked on. */
function CurrentCapture(props: {
  kind: string;
  draftId: () => string | undefined;
  onStarted: (draftId: string) => void;
  onDone: () => void;
}): VNode {
  const draftId = useRef(props.draftId()).current;
  return <Capture kind={props.kind} draftId={draftId} onStarted={props.onStarted} onDone={props.onDone} />;
}

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
