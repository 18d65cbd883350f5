import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import { createMemoryClock } from '../../../src/adapters/memory/memory-device.ts';
import { createMemoryOutbox } from '../../../src/adapters/memory/memory-outbox.ts';
import {
  createMemoryDraftStore,
  createMemoryJournal,
  createMemoryMediaStore,
  createMemoryReferenceStore,
  createMemorySlotStore,
} from '../../../src/adapters/memory/memory-stores.ts';
import { createHpkeSealer } from '../../../src/adapters/web-crypto/hpke-sealer.ts';
import { createMediaCipher } from '../../../src/adapters/web-crypto/media-cipher.ts';
import { createPasscodeVault } from '../../../src/adapters/web-crypto/passcode-vault.ts';
import type { UnlockedVault } from '../../../src/ports/vault.ts';
import { createDraftMedia } from '../../../src/tablet/draft-media.ts';
import { createDrafts } from '../../../src/tablet/drafts.ts';
import { createFinishRecord } from '../../../src/tablet/finish-record.ts';
import { keepDraftsTwice, keepSlotsTwice } from '../../../src/tablet/keep-twice.ts';
import { createMutex } from '../../../src/tablet/mutex.ts';
import { startUp } from '../../../src/tablet/start-up.ts';
import { createWithdraw } from '../../../src/tablet/withdraw.ts';
import { sampleOrganisation } from '../../contracts/stores.ts';
import { anId } from '../../contracts/sample-operations.ts';
import { organisationKey } from './organisation-key.ts';

/** The disk of one tablet (memory twins) and what runs on it; it can be crashed between any two calls. */

export const ANN = anId(1);
export const PASSCODE = 'heron-quilt-72';

export interface Disk {
  readonly journal: ReturnType<typeof createMemoryJournal>;
  readonly outbox: ReturnType<typeof createMemoryOutbox>;
  readonly drafts: ReturnType<typeof createMemoryDraftStore>;
  readonly slots: ReturnType<typeof createMemorySlotStore>;
  readonly media: ReturnType<typeof createMemoryMediaStore>;
  readonly reference: ReturnType<typeof createMemoryReferenceStore>;
}

export function createDisk(journal = createMemoryJournal()): Disk {
  const drafts = createMemoryDraftStore();
  return {
    journal,
    drafts,
    outbox: createMemoryOutbox(createBrowserRandom(), (draftId) => void drafts.remove(draftId)),
    slots: createMemorySlotStore(),
    media: createMemoryMediaStore(),
    reference: createMemoryReferenceStore(),
  };
}

export interface CrashPoint {
  /** Number of the call to a store at which it happens; calls before it are untouched. */
  readonly atCall: number;
  /** Whether that call still reached the disk. */
  readonly reached: boolean;
}

/** Every call to a store of this disk counts; from the crash on, nothing answers any more. */
export function crashing(disk: Disk, point: CrashPoint): { disk: Disk; calls(): number } {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'subscribe') return value;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls > point.atCall || (calls === point.atCall && !point.reached)) throw new Error('crashed');
          const answer: unknown = await (value as (...all: unknown[]) => Promise<unknown>).apply(target, args);
          if (calls >= point.atCall) throw new Error('crashed');
          return answer;
        };
      },
    });
  const wrapped: Disk = {
    journal: wrap(disk.journal),
    outbox: wrap(disk.outbox),
    drafts: wrap(disk.drafts),
    slots: wrap(disk.slots),
    media: wrap(disk.media),
    reference: wrap(disk.reference),
  };
  return { disk: wrapped, calls: () => calls };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

export async function createWorld(disk = createDisk()) {
  const clock = createMemoryClock(Date.parse('2026-11-22T10:00:00Z'));
  const random = createBrowserRandom();
  const key = await organisationKey();
  const organisation = { ...sampleOrganisation.value, orgKey: { keyId: 'k1', publicKey: key.publicKey } };
  await disk.reference.apply([{ ...sampleOrganisation, value: organisation as never }]);
  const sealer = createHpkeSealer();
  const cipher = createMediaCipher();
  let nudges = 0;

  /** What one life of the page builds on a disk. */
  function live(on: Disk = disk) {
    const drafts = keepDraftsTwice(on.drafts, on.journal);
    const slots = keepSlotsTwice(on.slots, on.journal);
    const mutex = createMutex();
    const { journal, outbox, reference, media } = on;
    const nudge = () => void (nudges += 1);
    const committing = { outbox, journal, reference, sealer, clock };
    const language = () => ({ language: 'en', readingMode: 'standard' as const });
    return {
      drafts,
      slots,
      mutex,
      vault: createPasscodeVault({ slots, clock, rounds: 1000 }),
      draftsOf: (vault: UnlockedVault) =>
        createDrafts({ vault, store: drafts, media, outbox, reference, clock, random }),
      media: createDraftMedia({ media, cipher, random }),
      finish: (vault: UnlockedVault) =>
        createFinishRecord({ ...committing, vault, drafts, media, cipher, random, mutex, nudge }),
      withdraw: createWithdraw({ ...committing, drafts, media, random, mutex, language, nudge }),
      /** Waits until tidying after a Finish is done. */
      settled: () => mutex.run(async () => undefined),
    };
  }

  return {
    disk,
    clock,
    random,
    cipher,
    live,
    open: key.open,
    nudges: () => nudges,
    startUp: (on: Disk = disk) => startUp({ ...on, clock }),
  };
}

export const NOTE = { theme: 'damp', feeling: 'worried', voice: 'own', said: 'The wall is wet again' };
export const FROM = { body: NOTE, visit: null, language: 'en', readingMode: 'standard' as const };

export const consentOf = (answers: Record<string, 'yes' | 'no'>) => ({
  version: '2026-11',
  answers,
  how: 'spoken' as const,
  language: 'en',
  interpreted: false,
  at: '2026-11-22T10:00:00.000Z',
});
