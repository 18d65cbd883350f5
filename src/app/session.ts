import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { UnlockedVault } from '../ports/vault.ts';
import type { CurrentVisit } from '../tablet/drafts.ts';

/** Who holds the tablet now. The key lives in here alone, and only while unlocked. */
export interface Session {
  /** null while locked. Screens behind the lock use `useUnlocked`. */
  readonly vault: UnlockedVault | null;
  readonly worker: { readonly actorId: string; readonly displayName: string } | null;
  /** The visit that is going on, or null. */
  readonly visit: CurrentVisit | null;
  /** Kept on the tablet first, then shown. */
  setVisit(visit: CurrentVisit | null): Promise<void>;
  /** Takes what `Vault.unlock` or `Vault.create` returned, and brings back the worker's visit. */
  open(vault: UnlockedVault): Promise<void>;
  /** Lets every screen keep its work first, then drops the key. */
  lock(): Promise<void>;
  /** `save` is called, and waited for, before every lock. Returns the way to stop. */
  beforeLock(save: () => Promise<void>): () => void;
  /**
   * Id of the draft of the person who holds the tablet now, or null while the worker holds it. Until it is taken back no
   * address leads to a staff screen. Every lock ends it.
   */
  readonly lentFor: string | null;
  lendFor(draftId: string | null): void;
  /**
   * While held, hiding the page does not lock it: a camera or a file dialogue is in front, or a voice is being
   * recorded. With `hiddenMs` it does lock after being hidden for so long. Returns the way to let go.
   */
  holdOpen(hiddenMs?: number): () => void;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a screen stands outside SessionProvider');
  return session;
}

/** For screens behind the lock: they are never shown while it is locked. */
export function useUnlocked(): Session & Required<{ vault: UnlockedVault; worker: NonNullable<Session['worker']> }> {
  const session = useSession();
  const { vault, worker } = session;
  if (vault === null || worker === null) throw new Error('a screen behind the lock was shown while locked');
  return { ...session, vault, worker };
}

/** Keeps what the screen holds before the tablet locks. */
export function useBeforeLock(save: () => Promise<void>): void {
  const { beforeLock } = useSession();
  useEffect(() => beforeLock(save), [beforeLock, save]);
}
