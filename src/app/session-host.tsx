import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { UnlockedVault } from '../ports/vault.ts';
import type { CurrentVisit } from '../tablet/drafts.ts';
import { LockWarning } from './lock-warning.tsx';
import { HIDDEN_GRACE_MS, lockTimer, WARN_MS, type LockTimer } from './lock-timer.ts';
import { useServices } from './services.ts';
import { SessionProvider, type Session } from './session.ts';

const DEFAULT_LOCK_SECONDS = 120;
const TICK_MS = 1000;
/** Locking does not wait longer than this for a screen to keep its work: every change was kept as it happened. */
const SAVE_LIMIT_MS = 3000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Holds the unlocked vault, and drops it when the tablet is left alone or goes out of sight. */
export function SessionHost(props: {
  children: ComponentChildren;
  /** Told what to wait for when another tab asks for the tablet. */
  onLettingGo: (keep: () => Promise<void>) => void;
}): VNode {
  const services = useServices();
  const [vault, setVault] = useState<UnlockedVault | null>(null);
  const [visit, showVisit] = useState<CurrentVisit | null>(null);
  const [lockInMs, setLockInMs] = useState<number | null>(null);
  const [lentFor, lendFor] = useState<string | null>(null);
  const savers = useRef(new Set<() => Promise<void>>());
  const timer = useRef<LockTimer | null>(null);

  const lock = useCallback(async () => {
    const saves = [...savers.current].map((save) => save());
    await Promise.race([Promise.allSettled(saves), services.clock.sleep(SAVE_LIMIT_MS)]);
    setVault(null);
    showVisit(null);
    lendFor(null);
    setLockInMs(null);
  }, [services]);

  const { onLettingGo } = props;
  useEffect(() => onLettingGo(lock), [lock]);

  const open = useCallback(
    async (opened: UnlockedVault) => {
      const current = await services.drafts(opened).currentVisit();
      showVisit(current);
      setVault(opened);
    },
    [services],
  );

  const setVisit = useCallback(
    async (next: CurrentVisit | null) => {
      if (vault === null) throw new Error('a visit was changed while locked');
      await services.drafts(vault).setCurrentVisit(next);
      showVisit(next);
    },
    [services, vault],
  );

  const beforeLock = useCallback((save: () => Promise<void>) => {
    savers.current.add(save);
    return () => void savers.current.delete(save);
  }, []);

  const holdOpen = useCallback((hiddenMs?: number) => timer.current?.hold(hiddenMs) ?? (() => undefined), []);

  useEffect(() => {
    if (vault === null) return undefined;
    let over = false;
    const running = lockTimer(services.clock, {
      idleMs: DEFAULT_LOCK_SECONDS * 1000,
      warnMs: WARN_MS,
      hiddenMs: HIDDEN_GRACE_MS,
    });
    timer.current = running;
    const takeIdleTime = async (): Promise<void> => {
      const organisation = await services.reference.organisation();
      if (organisation !== null) running.setIdle(organisation.lockAfterSeconds * 1000);
    };
    void takeIdleTime();
    const look = () => {
      if (over) return;
      const { due, lockInMs: left } = running.state();
      setLockInMs(due === 'warn' ? left : null);
      if (due !== 'lock') return;
      over = true;
      void lock();
    };
    const touch = () => running.touch();
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, touch, { capture: true, passive: true });
    const stopTablet = services.tablet.subscribe((event) => {
      if (event === 'hidden') running.hide();
      if (event === 'shown') running.show();
      look();
    });
    const ticking = setInterval(look, TICK_MS);
    return () => {
      over = true;
      timer.current = null;
      clearInterval(ticking);
      stopTablet();
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, touch, { capture: true });
    };
  }, [vault, services, lock]);

  const session = useMemo<Session>(() => {
    const worker = vault === null ? null : { actorId: vault.actorId, displayName: vault.displayName };
    return { vault, worker, visit, setVisit, open, lock, beforeLock, lentFor, lendFor, holdOpen };
  }, [vault, visit, setVisit, open, lock, beforeLock, lentFor, holdOpen]);

  return (
    <SessionProvider value={session}>
      {props.children}
      {lockInMs !== null && vault !== null && <LockWarning seconds={Math.ceil(lockInMs / 1000)} />}
    </SessionProvider>
  );
}
