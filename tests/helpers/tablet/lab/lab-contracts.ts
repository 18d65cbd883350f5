import { createBrowserPhotos } from '../../../../src/adapters/browser/browser-photos.ts';
import { createBrowserRandom } from '../../../../src/adapters/browser/browser-random.ts';
import { createBrowserRecorder } from '../../../../src/adapters/browser/browser-recorder.ts';
import { createBrowserTabLock } from '../../../../src/adapters/browser/browser-tab-lock.ts';
import { createBrowserTablet } from '../../../../src/adapters/browser/browser-tablet.ts';
import { createCacheSurveyAssets } from '../../../../src/adapters/browser/cache-survey-assets.ts';
import { createDatabase } from '../../../../src/adapters/dexie/database.ts';
import { createDexieDeviceKey } from '../../../../src/adapters/dexie/dexie-device-key.ts';
import { createDexieDraftStore } from '../../../../src/adapters/dexie/dexie-draft-store.ts';
import { createDexieOutbox } from '../../../../src/adapters/dexie/dexie-outbox.ts';
import { createDexieReferenceStore } from '../../../../src/adapters/dexie/dexie-reference-store.ts';
import { createDexieSlotStore } from '../../../../src/adapters/dexie/dexie-slot-store.ts';
import { createMemoryClock } from '../../../../src/adapters/memory/memory-device.ts';
import { createOpfsJournal } from '../../../../src/adapters/opfs/opfs-journal.ts';
import { createOpfsMediaStore } from '../../../../src/adapters/opfs/opfs-media-store.ts';
import { createPasscodeVault } from '../../../../src/adapters/web-crypto/passcode-vault.ts';
import { openFiles } from '../../../../src/app/open-files.ts';
import type { Journal } from '../../../../src/ports/journal.ts';
import type { Contract } from '../../../contracts/contract.ts';
import {
  deviceKeyContract,
  photosContract,
  recorderContract,
  tabletContract,
  tabLockContract,
} from '../../../contracts/device.ts';
import { draftStoreContract } from '../../../contracts/draft-store.ts';
import { journalContract } from '../../../contracts/journal.ts';
import { outboxContract } from '../../../contracts/outbox.ts';
import { mediaStoreContract, referenceStoreContract, slotStoreContract } from '../../../contracts/stores.ts';
import { surveyAssetsContract } from '../../../contracts/survey-assets.ts';
import { vaultContract } from '../../../contracts/vault.ts';

/** The contracts of the stores over the real adapters, inside the real browser. */

let made = 0;
const fresh = () => createDatabase({ name: `lab-${(made += 1)}` });
let files = openFiles();

async function freshFiles(): Promise<void> {
  files.stop();
  const root = await navigator.storage.getDirectory();
  for (let tried = 0; ; tried += 1) {
    try {
      await root.removeEntry('said-and-done', { recursive: true });
      break;
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotFoundError') break;
      if (tried === 50) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  files = openFiles();
}

async function openJournal(): Promise<Journal> {
  const journal = createOpfsJournal(files.ask);
  await journal.open();
  return journal;
}

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(3000, 100);
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
  return canvas.convertToBlob({ type: 'image/png' });
}

const suites: Readonly<Record<string, Contract>> = {
  outbox: outboxContract(async () => createDexieOutbox(fresh(), createBrowserRandom())),
  drafts: draftStoreContract(async () => createDexieDraftStore(fresh())),
  slots: slotStoreContract(async () => createDexieSlotStore(fresh())),
  reference: referenceStoreContract(async () => createDexieReferenceStore(fresh())),
  journal: journalContract(
    async () => {
      await freshFiles();
      return openJournal();
    },
    async () => {
      files.stop();
      files = openFiles();
      return openJournal();
    },
  ),
  media: mediaStoreContract(async () => {
    await freshFiles();
    await openJournal();
    return createOpfsMediaStore(files.ask);
  }),
  surveyAssets: surveyAssetsContract(async () => {
    await caches.delete('survey-assets');
    return createCacheSurveyAssets();
  }),
  key: deviceKeyContract(async () => createDexieDeviceKey(fresh())),
  tabs: tabLockContract(() => ({ newTab: createBrowserTabLock })),
  tablet: tabletContract(createBrowserTablet),
  recorder: recorderContract(createBrowserRecorder, 300),
  photos: photosContract(createBrowserPhotos, picture),
  vault: vaultContract(async () => {
    const clock = createMemoryClock(Date.parse('2026-11-22T10:00:00Z'));
    return { vault: createPasscodeVault({ slots: createDexieSlotStore(fresh()), clock, rounds: 1000 }), clock };
  }),
};

/** Runs every example; answers how many, and what went wrong. */
export async function runContracts(): Promise<{ examples: number; failed: string[] }> {
  const failed: string[] = [];
  let examples = 0;
  for (const [suite, contract] of Object.entries(suites)) {
    for (const [example, run] of Object.entries(contract)) {
      examples += 1;
      await run().catch((thrown: unknown) => failed.push(`${suite}: ${example}: ${String(thrown)}`));
    }
  }
  await freshFiles();
  files.stop();
  return { examples, failed };
}
