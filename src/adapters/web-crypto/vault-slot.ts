import * as z from 'zod/mini';

/** One worker's slot as it is stored: text in the database and in the journal. */
const vaultSlot = z.object({
  v: z.literal(1),
  actorId: z.string(),
  displayName: z.string(),
  /** Grows with every change; the newer of database and journal wins, so that throwing one away gains no tries. */
  rev: z.number(),
  salt: z.string(),
  rounds: z.number(),
  /** The data key, wrapped; null once it is destroyed. Base64: 12 bytes of nonce, then AES-256-GCM. */
  wrapped: z.nullable(z.string()),
  /** Wrong passcodes since the last right one. Counted before a try is made, so that killing the page gains nothing. */
  failures: z.number(),
  /** Wall clock of the last try, milliseconds. */
  triedAtMs: z.number(),
});
export type VaultSlotText = z.output<typeof vaultSlot>;

export const MOST_TRIES = 10;
/** Of those who hold a tablet that is open already: then it locks, with everything kept. */
export const MOST_CHECKS = 5;
const WAITS_S = [0, 0, 0, 5, 15, 60, 300] as const;

/** Milliseconds to wait after so many wrong tries. */
export function waitMs(failures: number): number {
  return (WAITS_S[Math.min(failures, WAITS_S.length - 1)] ?? 0) * 1000;
}

export function parseSlot(text: string): VaultSlotText | null {
  try {
    return vaultSlot.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
