import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import { createDatabase } from '../../../src/adapters/dexie/database.ts';
import { createDexieDeviceKey } from '../../../src/adapters/dexie/dexie-device-key.ts';
import { createDexieDraftStore } from '../../../src/adapters/dexie/dexie-draft-store.ts';
import { createDexieOutbox } from '../../../src/adapters/dexie/dexie-outbox.ts';
import { createDexieReferenceStore } from '../../../src/adapters/dexie/dexie-reference-store.ts';
import { createDexieSlotStore } from '../../../src/adapters/dexie/dexie-slot-store.ts';
import { createMemoryJournal, createMemoryMediaStore } from '../../../src/adapters/memory/memory-stores.ts';
import { createHttpTransport } from '../../../src/adapters/http/http-transport.ts';
import { createHpkeSealer } from '../../../src/adapters/web-crypto/hpke-sealer.ts';
import { SEND_ORDER } from '../../../src/domain/kind.ts';
import { findKind } from '../../../src/kinds/registry.ts';
import type { OutboxRow } from '../../../src/ports/outbox.ts';
import { type SyncEngine, createSyncEngine } from '../../../src/sync/engine.ts';
import { runOnce } from '../../../src/sync/run.ts';
import { codeHashOf } from '../../../src/tablet/code-hash.ts';
import { createMutex } from '../../../src/tablet/mutex.ts';
import { sealAndCommit } from '../../../src/tablet/seal-and-commit.ts';
import { createEnrol } from '../../../src/tablet/enrol.ts';
import { startUp } from '../../../src/tablet/start-up.ts';
import { wipe } from '../../../src/tablet/wipe.ts';
import { createWithdraw } from '../../../src/tablet/withdraw.ts';
import type { FaultChoice, FaultProxy } from '../fault-proxy.ts';
import { keepFile } from './keep-file.ts';
import type { Place } from './place.ts';
import { hurriedClock, steadyTablet } from './tablet-parts.ts';
import type { WhatWasSaid } from './what-was-said.ts';

const CHAMPION = { actorId: '01980000-0000-7000-a000-00000000c0de', displayName: 'Champion One' };

/** The tablet's parts that outlive a page: database, files. */
interface Disk {
  readonly indexedDB: IDBFactory;
  readonly journal: ReturnType<typeof createMemoryJournal>;
  readonly media: ReturnType<typeof createMemoryMediaStore>;
}

/**
 * A tablet in a journey: the app's own stores over an IndexedDB in memory, its own sealing, transport and engine, and a
 * link of its own to the real server. Steps may be chained; awaiting the device waits for them all.
 *
 *     await aDevice(place).offline().captures(aConversation()).goesOnline().sendsAll();
 */
export class Device implements PromiseLike<void> {
  readonly place: Place;
  private steps: Promise<void>;
  private readonly cookies = new Map<string, string>();
  private disk: Disk = {
    indexedDB: new IDBFactory(),
    journal: createMemoryJournal(),
    media: createMemoryMediaStore(),
  };
  private readonly mutex = createMutex();
  private proxy: FaultProxy | null = null;
  private page: ReturnType<Device['openPage']> | null = null;
  private running: SyncEngine | null = null;
  wiped = false;
  deviceId = '';

  constructor(place: Place) {
    this.place = place;
    this.steps = this.enrol();
    this.steps.catch(() => {});
    place.onClose(() => this.closePage());
  }

  // oxlint-disable-next-line unicorn/no-thenable -- awaiting a story waits for its steps
  then<One, Other>(
    onDone?: ((value: void) => One | PromiseLike<One>) | null,
    onFailed?: ((reason: unknown) => Other | PromiseLike<Other>) | null,
  ): Promise<One | Other> {
    return this.steps.then(onDone as (value: void) => One, onFailed as (reason: unknown) => Other);
  }

  /** One more step of the story. */
  does(step: () => Promise<unknown>): this {
    this.steps = this.steps.then(async () => void (await step()));
    this.steps.catch(() => {});
    return this;
  }

  offline(): this {
    return this.over('down');
  }
  goesOnline(): this {
    return this.over('pass').does(async () => this.running?.nudge());
  }
  /** Whatever is asked from now on goes over a link like this. */
  over(choice: FaultChoice): this {
    return this.does(async () => this.link.mode(choice));
  }

  captures(...all: readonly WhatWasSaid[]): this {
    return this.does(async () => {
      for (const one of all) await this.finish(one);
      this.running?.nudge();
    });
  }

  withdraws(code: string): this {
    return this.does(async () => {
      const { outbox, drafts, reference, sealer } = this.open;
      const withdraw = createWithdraw({
        ...this.disk,
        outbox,
        drafts,
        reference,
        sealer,
        clock: hurriedClock,
        random: createBrowserRandom(),
        mutex: this.mutex,
        language: () => ({ language: 'en', readingMode: 'standard' }),
        nudge: () => this.running?.nudge(),
      });
      await withdraw({ code, scope: 'words', ...CHAMPION });
    });
  }

  /** The page is gone in the middle of what it did: nothing is finished, nothing is said goodbye to. */
  dies(): this {
    return this.does(async () => {
      this.link.cutAll();
      await this.closePage();
    });
  }
  opensAgain(): this {
    return this.does(async () => this.openApp());
  }

  /** The browser throws its whole database away, the signing key with it. Journal and files stay. */
  losesDatabase(): this {
    return this.dies().does(async () => {
      this.disk = { ...this.disk, indexedDB: new IDBFactory() };
      await this.openApp();
    });
  }
  /** Hands over the journal by the enrolment cookie; resolves once the server has it. */
  handsOverJournal(): this {
    return this.does(async () => {
      const { problem } = await this.enrolment().recover();
      if (problem !== null) throw problem;
    });
  }
  /** Joins anew, with a new key and a new id. */
  enrolsAgain(): this {
    return this.does(() => this.enrol());
  }

  /** Until nothing waits, neither words nor files. */
  sendsAll(limitMs = 45_000): this {
    return this.until(`${CHAMPION.displayName}'s tablet to be empty`, limitMs, async () => {
      const { waiting, waitingMedia } = await this.open.outbox.counts();
      return waiting === 0 && waitingMedia === 0;
    });
  }

  until(what: string, limitMs: number, holds: () => boolean | Promise<boolean>): this {
    return this.does(async () => {
      const limit = Date.now() + limitMs;
      while (!(await holds())) {
        if (Date.now() > limit) {
          throw new Error(
            `waited in vain for ${what}: ${JSON.stringify(this.running?.status())}\n${this.lastRequests()}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    });
  }

  get engine(): SyncEngine {
    if (this.running === null) throw new Error('the app is closed');
    return this.running;
  }
  get link(): FaultProxy {
    if (this.proxy === null) throw new Error('not enrolled yet');
    return this.proxy;
  }
  rows(): Promise<readonly OutboxRow[]> {
    return this.open.outbox.list(100_000);
  }
  get reference() {
    return this.open.reference;
  }
  get journal() {
    return this.disk.journal;
  }
  get media() {
    return this.disk.media;
  }

  private get open() {
    if (this.page === null) throw new Error('the app is closed');
    return this.page;
  }

  private lastRequests(): string {
    return this.link.log
      .slice(-12)
      .map(({ method, path, status, fault }) => `${method} ${path} ${status} ${JSON.stringify(fault)}`)
      .join('\n');
  }

  private openPage(origin: string) {
    const database = createDatabase({ indexedDB: this.disk.indexedDB });
    const random = createBrowserRandom();
    const key = createDexieDeviceKey(database);
    return {
      database,
      key,
      outbox: createDexieOutbox(database, random),
      drafts: createDexieDraftStore(database),
      slots: createDexieSlotStore(database),
      reference: createDexieReferenceStore(database),
      sealer: createHpkeSealer(),
      transport: createHttpTransport({
        key,
        origin,
        fetch: this.fetch,
        limits: { push: 2_000, chunk: 2_000, short: 1_500 },
      }),
    };
  }

  /** A browser keeps cookies; fetch here does not. */
  private readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    const answer = await globalThis.fetch(input, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return answer;
  };

  private async enrol(): Promise<void> {
    await this.closePage();
    this.proxy ??= await this.place.link();
    this.page = this.openPage(this.proxy.url);
    const desk = this.place.desk();
    const { code } = (await (await desk('/desk/v1/tablets/code', { method: 'POST' })).json()) as { code: string };
    const publicKey = await this.page.key.create();
    const { installId } = await this.page.outbox.install();
    const answer = await this.page.transport.enrol({ code, publicKey, label: 'Tablet', installId: installId as never });
    await this.page.key.setDeviceId(answer.deviceId);
    this.deviceId = answer.deviceId;
    const approved = await desk(`/desk/v1/tablets/${answer.deviceId}`, { body: { action: 'approve' } });
    if (approved.status !== 204) throw new Error(`approval was refused: ${approved.status}`);
    await this.openApp();
    const limit = Date.now() + 30_000;
    while ((await this.page.reference.organisation()) === null) {
      if (Date.now() > limit) throw new Error(`no organisation came down\n${this.lastRequests()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private enrolment() {
    const { outbox, key, reference, transport } = this.open;
    return createEnrol({
      key,
      link: transport,
      journal: this.disk.journal,
      outbox,
      reference,
      clock: hurriedClock,
      approved: async () => undefined,
    });
  }

  private async openApp(): Promise<void> {
    this.page ??= this.openPage(this.link.url);
    const { outbox, drafts, slots, reference, transport } = this.page;
    const { journal, media } = this.disk;
    await startUp({ journal, outbox, drafts, slots, media, reference, clock: hurriedClock });
    this.running = createSyncEngine(
      {
        transport,
        outbox,
        reference,
        media,
        journal,
        clock: hurriedClock,
        random: createBrowserRandom(),
        tablet: steadyTablet,
        appVersion: 'journey',
        wipe: async () => {
          await wipe({ drafts, slots, media, reference, outbox, journal, enrol: this.enrolment() });
          this.wiped = true;
        },
        lock: async (work) => {
          await work();
          return true;
        },
      },
      runOnce,
    );
    this.running.start();
  }

  private async closePage(): Promise<void> {
    const { running, page } = this;
    this.running = null;
    this.page = null;
    await running?.stop();
    page?.database.close();
  }

  private async finish(what: WhatWasSaid): Promise<void> {
    const { outbox, reference, sealer } = this.open;
    const { journal } = this.disk;
    const random = createBrowserRandom();
    const files = await Promise.all(what.files.map((file) => keepFile(this.disk.media, file)));
    const definition = findKind(what.kind);
    const organisation = await reference.organisation();
    const own = {
      entityId: what.entityId ?? random.uuid(),
      kind: what.kind,
      schemaVersion: definition?.schemaVersion ?? 1,
    };
    const codeHash =
      what.receiptCode === null ? null : await codeHashOf(what.receiptCode, organisation?.orgId ?? 'unknown');
    await this.mutex.run(() =>
      sealAndCommit(
        { outbox, journal, reference, sealer, clock: hurriedClock },
        {
          ...own,
          opId: random.uuid(),
          actorId: CHAMPION.actorId,
          consentRef: what.consent?.version ?? null,
          media: files.map(({ ref }) => ref),
          visitId: null,
          sendOrder: definition?.sendOrder ?? SEND_ORDER.words,
          codeHash,
          draftId: null,
          draftRev: 0,
          record: {
            ...own,
            amends: what.amends,
            visit: null,
            recordedBy: CHAMPION,
            language: 'en',
            readingMode: 'standard',
            receiptCode: what.receiptCode,
            consent: what.consent,
            startedAt: new Date().toISOString(),
            media: files.map(({ sealed }) => sealed),
            body: what.body,
          },
        },
      ),
    );
  }
}

export function aDevice(place: Place): Device {
  return new Device(place);
}
