import { fromBase64, toBase64 } from '../../domain/bytes.ts';
import { Problem } from '../../domain/problems.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SlotStore } from '../../ports/slot-store.ts';
import type { UnlockedVault, Vault, VaultSlot } from '../../ports/vault.ts';
import { MOST_CHECKS, MOST_TRIES, parseSlot, waitMs, type VaultSlotText } from './vault-slot.ts';

/** OWASP's figure for PBKDF2 with SHA-256. Why not Argon2id: docs/adr/0003-pbkdf2-passcode.md. */
const ROUNDS = 600_000;
const NONCE_BYTES = 12;

export interface VaultDeps {
  readonly slots: SlotStore;
  readonly clock: Clock;
  /** Only tests turn it down. */
  readonly rounds?: number;
  /** The slot's key is gone for good: nobody can read this worker's drafts any more. */
  onDestroyed?(actorId: string): Promise<void>;
}

/** A random data key per worker, wrapped by a key made from the passcode. The data key never leaves this file. */
export function createPasscodeVault({ slots, clock, rounds = ROUNDS, onDestroyed }: VaultDeps): Vault {
  /** Monotonic time of the last wrong try in the life of this page: putting the clock forward skips no wait. */
  const triedHere = new Map<string, number>();
  /** Wrong checks since the slot was opened, and the monotonic time of the last. A page that goes takes its key along. */
  const checks = new Map<string, { readonly wrong: number; readonly atMs: number }>();
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two tries at once may not count as one. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function all(): Promise<VaultSlotText[]> {
    return (await slots.all()).flatMap(({ slot }) => parseSlot(slot) ?? []);
  }

  async function find(actorId: string): Promise<VaultSlotText | null> {
    return (await all()).find((slot) => slot.actorId === actorId) ?? null;
  }

  async function keep(slot: VaultSlotText): Promise<VaultSlotText> {
    const next = { ...slot, rev: slot.rev + 1 };
    await slots.put({ actorId: slot.actorId, rev: next.rev, slot: JSON.stringify(next) });
    return next;
  }

  /** What is left of the wait, in milliseconds. A clock put back begins the wait anew. */
  async function stillToWait(slot: VaultSlotText): Promise<number> {
    const wait = waitMs(slot.failures);
    if (wait === 0) return 0;
    const now = clock.wallMs();
    if (now < slot.triedAtMs) {
      await keep({ ...slot, triedAtMs: now });
      return wait;
    }
    const here = triedHere.get(slot.actorId);
    const byWall = wait - (now - slot.triedAtMs);
    const byPage = here === undefined ? 0 : wait - (clock.monotonicMs() - here);
    return Math.max(0, byWall, byPage);
  }

  async function open(
    actorId: string,
    passcode: string,
  ): Promise<{ raw: Uint8Array<ArrayBuffer>; slot: VaultSlotText }> {
    const slot = await find(actorId);
    if (slot === null) throw new Problem('vault-gone');
    const { wrapped } = slot;
    if (wrapped === null) throw new Problem('vault-gone');
    const left = await stillToWait(slot);
    if (left > 0) throw new Problem('passcode-wait', { seconds: Math.ceil(left / 1000) });
    const counted = await keep({ ...slot, failures: slot.failures + 1, triedAtMs: clock.wallMs() });
    const raw = await unwrap({ ...slot, wrapped }, passcode);
    if (raw !== null) {
      triedHere.delete(actorId);
      checks.delete(actorId);
      return { raw, slot: await keep({ ...counted, failures: 0 }) };
    }
    triedHere.set(actorId, clock.monotonicMs());
    if (counted.failures < MOST_TRIES) throw new Problem('wrong-passcode', { left: MOST_TRIES - counted.failures });
    await keep({ ...counted, wrapped: null, salt: '' });
    await onDestroyed?.(actorId);
    throw new Problem('vault-gone');
  }

  async function checked(actorId: string, passcode: string): Promise<void> {
    const slot = await find(actorId);
    if (slot === null || slot.wrapped === null) throw new Problem('vault-gone');
    const { wrong, atMs } = checks.get(actorId) ?? { wrong: 0, atMs: 0 };
    if (wrong >= MOST_CHECKS) throw new Problem('wrong-passcode', { left: 0 });
    const wait = wrong === 0 ? 0 : waitMs(wrong) - (clock.monotonicMs() - atMs);
    if (wait > 0) throw new Problem('passcode-wait', { seconds: Math.ceil(wait / 1000) });
    const raw = await unwrap({ ...slot, wrapped: slot.wrapped }, passcode);
    if (raw === null) {
      checks.set(actorId, { wrong: wrong + 1, atMs: clock.monotonicMs() });
      throw new Problem('wrong-passcode', { left: MOST_CHECKS - wrong - 1 });
    }
    raw.fill(0);
    checks.delete(actorId);
  }

  async function wrap(slot: Omit<VaultSlotText, 'wrapped' | 'salt'>, raw: Uint8Array<ArrayBuffer>, passcode: string) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await keyFrom(passcode, salt, rounds);
    return keep({ ...slot, rounds, salt: toBase64(salt), wrapped: toBase64(await encrypt(key, raw, aboutSlot(slot))) });
  }

  /** Asked when a passcode is chosen, once a worker: opening the app need not carry the rules. */
  async function refuseWeak(passcode: string, displayName: string): Promise<void> {
    const { isWeakPasscode } = await import('./weak-passcode.ts');
    if (isWeakPasscode(passcode, displayName)) throw new Problem('weak-passcode');
  }

  return {
    async slots(): Promise<VaultSlot[]> {
      return (await all())
        .filter(({ wrapped }) => wrapped !== null)
        .map(({ actorId, displayName, failures, triedAtMs }) => ({
          actorId,
          displayName,
          failures,
          notBefore: waitMs(failures) === 0 ? null : new Date(triedAtMs + waitMs(failures)).toISOString(),
        }));
    },

    create: (actorId, displayName, passcode) =>
      inTurn(async () => {
        await refuseWeak(passcode, displayName);
        const before = await find(actorId);
        // Never over a living slot: that would destroy its drafts.
        if (before !== null && before.wrapped !== null) throw new Problem('conflict');
        const raw = crypto.getRandomValues(new Uint8Array(32));
        const rev = before?.rev ?? 0;
        await wrap({ v: 1, actorId, displayName, rev, rounds, failures: 0, triedAtMs: 0 }, raw, passcode);
        triedHere.delete(actorId);
        return unlocked(actorId, displayName, raw);
      }),

    unlock: (actorId, passcode) =>
      inTurn(async () => {
        const { raw, slot } = await open(actorId, passcode);
        return unlocked(actorId, slot.displayName, raw);
      }),

    check: (actorId, passcode) => inTurn(() => checked(actorId, passcode)),

    change: (actorId, from, to) =>
      inTurn(async () => {
        const known = await find(actorId);
        await refuseWeak(to, known?.displayName ?? '');
        const { raw, slot } = await open(actorId, from);
        await wrap(slot, raw, to);
        raw.fill(0);
      }),

    remove: (actorId) => inTurn(() => slots.remove(actorId)),
  };
}

const aboutSlot = ({ actorId }: { actorId: string }) => `vault/1/${actorId}`;

async function unlocked(actorId: string, displayName: string, raw: Uint8Array<ArrayBuffer>): Promise<UnlockedVault> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return {
    actorId,
    displayName,
    encrypt: (plain, about) => encrypt(key, plain, about),
    decrypt: async (box, about) => {
      try {
        return await decrypt(key, box, about);
      } catch (thrown) {
        throw new Problem('draft-unreadable', {}, { cause: thrown });
      }
    },
  };
}

async function unwrap(
  slot: VaultSlotText & { wrapped: string },
  passcode: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await keyFrom(passcode, fromBase64(slot.salt), slot.rounds);
  try {
    return await decrypt(key, fromBase64(slot.wrapped), aboutSlot(slot));
  } catch {
    return null;
  }
}

/** NFKC, so that the same passphrase typed on another keyboard is the same. */
async function keyFrom(passcode: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passcode.trim().normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypt(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
  const box = new Uint8Array(await crypto.subtle.encrypt(how, key, plain));
  const whole = new Uint8Array(NONCE_BYTES + box.length);
  whole.set(iv);
  whole.set(box, NONCE_BYTES);
  return whole;
}

async function decrypt(key: CryptoKey, box: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = box.slice(0, NONCE_BYTES);
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, box.slice(NONCE_BYTES)));
}
