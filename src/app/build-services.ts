import { createBrowserClock } from '../adapters/browser/browser-clock.ts';
import { createBrowserRandom } from '../adapters/browser/browser-random.ts';
import { createBrowserTabLock } from '../adapters/browser/browser-tab-lock.ts';
import { createBrowserTablet } from '../adapters/browser/browser-tablet.ts';
import { createSendLock } from '../adapters/browser/send-lock.ts';
import { createDatabase } from '../adapters/dexie/database.ts';
import { createDexieDeviceKey } from '../adapters/dexie/dexie-device-key.ts';
import { createDexieDraftStore } from '../adapters/dexie/dexie-draft-store.ts';
import { createDexieOutbox } from '../adapters/dexie/dexie-outbox.ts';
import { createDexieReferenceStore } from '../adapters/dexie/dexie-reference-store.ts';
import { createDexieSlotStore } from '../adapters/dexie/dexie-slot-store.ts';
import { createOpfsJournal } from '../adapters/opfs/opfs-journal.ts';
import { createOpfsMediaStore } from '../adapters/opfs/opfs-media-store.ts';
import { createHpkeSealer } from '../adapters/web-crypto/hpke-sealer.ts';
import { createPasscodeVault } from '../adapters/web-crypto/passcode-vault.ts';
import { Problem } from '../domain/problems.ts';
import type { TabLock } from '../ports/tab-lock.ts';
import { createSyncEngine } from '../sync/engine.ts';
import { isFetchedWhole } from '../sync/kept-cursor.ts';
import { createDrafts } from '../tablet/drafts.ts';
import { createEnrol } from '../tablet/enrol.ts';
import { keepDraftsTwice, keepSlotsTwice } from '../tablet/keep-twice.ts';
import { createMutex } from '../tablet/mutex.ts';
import { startUp, type StartUpReport, sweepMedia } from '../tablet/start-up.ts';
import { wipe } from '../tablet/wipe.ts';
import {
  fieldPackCheck,
  finishRecord,
  httpTransport,
  mediaServices,
  packFiles,
  position,
  runOnce,
  sounds,
  surveyAssets,
  withdrawal,
} from './on-demand.ts';
import { openFiles } from './open-files.ts';
import type { Services } from './services.ts';

export interface BuildOptions {
  readonly appVersion: string;
  /** What the record of a withdrawal says about the screen it was made on. */
  readonly language?: () => { language: string; readingMode: 'standard' | 'easy' };
  /** Another tab takes over: screens keep what they hold and go; nothing may be saved after it resolves. */
  readonly beforeLettingGo?: () => Promise<void>;
  /** The stores are closed and the other tab has the tablet: this page must not go on. */
  readonly onLetGo?: () => void;
}

export interface Built {
  readonly services: Services;
  /** What start-up had to put right, to be said plainly. */
  readonly report: StartUpReport;
  /** Stops the sending and closes both stores. */
  stop(): Promise<void>;
}

/** How long enrolment waits for the first reference data before it lets the person go on. */
const FIRST_DATA_MS = 15_000;
const FIRST_DATA_LOOK_MS = 200;
/** The first screen comes first. */
const START_SENDING_AFTER_MS = 1000;
const SWEEP_AFTER_MS = 20_000;

/** For the screen that says "open in another tab": asks that tab to save and let go. Then `buildServices` again. */
export const tabLock: TabLock = createBrowserTabLock();

/**
 * The tablet's adapters, use cases and sync engine, put together; journal and database are made equal before anything is
 * shown. Throws Problem('other-tab' | 'no-opfs' | 'storage-full' | 'storage-failed').
 */
export async function buildServices(options: BuildOptions): Promise<Built> {
  if (!(await tabLock.take())) throw new Problem('other-tab');
  const clock = createBrowserClock();
  const random = createBrowserRandom();
  const tablet = createBrowserTablet();
  const database = createDatabase();
  const files = openFiles();
  const journal = createOpfsJournal(files.ask);
  const media = createOpfsMediaStore(files.ask);
  const outbox = createDexieOutbox(database, random);
  const reference = createDexieReferenceStore(database);
  const key = createDexieDeviceKey(database);
  const singleDrafts = createDexieDraftStore(database);
  const singleSlots = createDexieSlotStore(database);

  let report: StartUpReport;
  try {
    report = await startUp({ journal, outbox, drafts: singleDrafts, slots: singleSlots, media, reference, clock });
  } catch (thrown) {
    files.stop();
    database.close();
    throw thrown;
  }
  const drafts = keepDraftsTwice(singleDrafts, journal);
  const slots = keepSlotsTwice(singleSlots, journal);

  const transport = httpTransport({ key });
  const assets = surveyAssets();
  const appFiles = packFiles();
  const engine = createSyncEngine(
    {
      transport,
      outbox,
      reference,
      media,
      journal,
      clock,
      random,
      tablet,
      assets: { store: assets, link: transport, engine: appFiles },
      appVersion: options.appVersion,
      wipe: () => wipe({ drafts, slots, media, reference, assets, outbox, journal, enrol }),
      lock: createSendLock(),
    },
    runOnce,
  );
  const nudge = () => engine.nudge();
  const fetchedWhole = async () => isFetchedWhole((await outbox.install()).cursor);

  const enrol = createEnrol({
    key,
    link: transport,
    journal,
    outbox,
    reference,
    clock,
    approved: async () => {
      engine.start();
      engine.nudge();
      const until = clock.monotonicMs() + FIRST_DATA_MS;
      while (clock.monotonicMs() < until && !(await fetchedWhole())) await clock.sleep(FIRST_DATA_LOOK_MS);
    },
  });
  const vault = createPasscodeVault({
    slots,
    clock,
    onDestroyed: async (actorId) => {
      for (const { draftId } of await drafts.list(actorId)) await drafts.remove(draftId);
      await journal.compact();
    },
  });

  const mutex = createMutex();
  const sealer = createHpkeSealer();
  const committing = { outbox, journal, reference, sealer, clock };
  const language = options.language ?? (() => ({ language: 'en', readingMode: 'standard' as const }));
  const services: Services = {
    clock,
    tablet,
    vault,
    outbox,
    draftStore: drafts,
    reference,
    ...mediaServices({ media, random }),
    position,
    sounds: sounds(assets),
    surveyPictures: assets,
    mapPieces: assets,
    packFiles: appFiles,
    enrol,
    fieldPack: fieldPackCheck({
      reference,
      assets: { store: assets, link: transport },
      tablet,
      fetchedWhole,
      clock,
      nudge,
    }),
    drafts: (opened) => createDrafts({ vault: opened, store: drafts, media, outbox, reference, clock, random }),
    finishRecord: (opened) => finishRecord({ ...committing, vault: opened, drafts, media, random, mutex, nudge }),
    withdraw: withdrawal({ ...committing, drafts, media, random, mutex, language, nudge }),
    sync: { status: () => engine.status(), subscribe: (onChange) => engine.subscribe(onChange), nudge },
  };

  let startSending: ReturnType<typeof setTimeout> | undefined;
  // A revoked tablet has its key still, and what it holds may matter: it goes on sending.
  const { step } = await enrol.state();
  if (step === 'enrolled' || (step === 'not-enrolled' && (await key.deviceId()) !== null))
    startSending = setTimeout(() => engine.start(), START_SENDING_AFTER_MS);
  const sweep = setTimeout(
    () => void sweepMedia({ outbox, drafts, media, clock }).catch(() => undefined),
    SWEEP_AFTER_MS,
  );

  async function stop(): Promise<void> {
    clearTimeout(sweep);
    clearTimeout(startSending);
    await engine.stop();
    await mutex.run(async () => undefined);
    await journal.close().catch(() => undefined);
    files.stop();
    database.close();
  }
  tabLock.onAsked(async () => {
    await options.beforeLettingGo?.();
    await stop();
    options.onLetGo?.();
  });
  return { services, report, stop };
}
