import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import {
  createMemoryClock,
  createMemoryDeviceKey,
  createMemoryPhotos,
  createMemoryRecorder,
  createMemoryTablet,
  createMemoryTabs,
} from '../../../src/adapters/memory/memory-device.ts';
import { createMemoryOutbox } from '../../../src/adapters/memory/memory-outbox.ts';
import {
  createMemoryDraftStore,
  createMemoryJournal,
  createMemoryMediaStore,
  createMemoryReferenceStore,
  createMemorySlotStore,
} from '../../../src/adapters/memory/memory-stores.ts';
import { createMemorySurveyAssets } from '../../../src/adapters/memory/memory-survey-assets.ts';
import { createPasscodeVault } from '../../../src/adapters/web-crypto/passcode-vault.ts';
import {
  deviceKeyContract,
  photosContract,
  recorderContract,
  tabletContract,
  tabLockContract,
} from '../../contracts/device.ts';
import { draftStoreContract } from '../../contracts/draft-store.ts';
import { journalContract } from '../../contracts/journal.ts';
import { outboxContract } from '../../contracts/outbox.ts';
import { mediaStoreContract, referenceStoreContract, slotStoreContract } from '../../contracts/stores.ts';
import { surveyAssetsContract } from '../../contracts/survey-assets.ts';
import { vaultContract } from '../../contracts/vault.ts';
import { holdContract } from '../../helpers/hold-contract.ts';

holdContract(
  'outbox in memory',
  outboxContract(async () => createMemoryOutbox(createBrowserRandom())),
);
holdContract(
  'survey assets in memory',
  surveyAssetsContract(async () => createMemorySurveyAssets()),
);
holdContract(
  'journal in memory',
  journalContract(async () => createMemoryJournal()),
);
holdContract(
  'drafts in memory',
  draftStoreContract(async () => createMemoryDraftStore()),
);
holdContract(
  'slots in memory',
  slotStoreContract(async () => createMemorySlotStore()),
);
holdContract(
  'media in memory',
  mediaStoreContract(async () => createMemoryMediaStore()),
);
holdContract(
  'reference data in memory',
  referenceStoreContract(async () => createMemoryReferenceStore()),
);
holdContract(
  'vault over slots in memory',
  vaultContract(async () => {
    const clock = createMemoryClock(Date.parse('2026-11-22T10:00:00Z'));
    return { vault: createPasscodeVault({ slots: createMemorySlotStore(), clock, rounds: 1000 }), clock };
  }),
);
holdContract(
  'signing key in memory',
  deviceKeyContract(async () => createMemoryDeviceKey()),
);
holdContract('tabs in memory', tabLockContract(createMemoryTabs));
holdContract('tablet in memory', tabletContract(createMemoryTablet));
holdContract(
  'microphone in memory',
  recorderContract(() => createMemoryRecorder([new Uint8Array([1, 2]), new Uint8Array([3])]), 1),
);
holdContract(
  'camera in memory',
  photosContract(createMemoryPhotos, async () => new Blob([new Uint8Array([1])], { type: 'image/png' })),
);
