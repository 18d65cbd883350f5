import { createHash } from 'node:crypto';
import { type MediaRef, type Operation, operation } from '../../../src/domain/envelope.ts';
import type { NewOutboxRow } from '../../../src/ports/outbox.ts';
import type { Tablet } from '../../../src/ports/tablet.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { createMemoryOutbox } from '../../../src/adapters/memory/memory-outbox.ts';
import {
  createMemoryJournal,
  createMemoryMediaStore,
  createMemoryReferenceStore,
} from '../../../src/adapters/memory/memory-stores.ts';
import { type SyncEngine, createSyncEngine } from '../../../src/sync/engine.ts';
import { runOnce } from '../../../src/sync/run.ts';
import type { SyncDeps } from '../../../src/sync/run-context.ts';
import type { ModelContent, ModelServer } from '../model-server.ts';
import { type Weather, onABadDisk, overTheLink } from './faults.ts';
import type { Seeded } from './seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What was finished here: "Saved on this tablet" has been said. */
export interface SavedRecord {
  readonly operation: Operation;
  readonly entityId: string;
  readonly media: readonly MediaRef[];
}

export interface SimTabletParts {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly server: ModelServer;
  readonly deviceId: string;
  readonly weather: () => Weather;
  readonly serverUp: () => boolean;
  /** A breach of what must never happen, told as it happens. */
  readonly breach: (what: string) => void;
  /** Lets a test put a broken part in. */
  readonly spoil: (deps: SyncDeps) => SyncDeps;
}

const SEND_FIRST: Readonly<Record<string, number>> = { withdrawal: 0, need: 2 };

/** A tablet with real stores (the memory twins), the real engine, and a bad day. */
export class SimTablet {
  readonly saved: SavedRecord[] = [];
  readonly withdrawnEntities = new Set<string>();
  /** Handed over from the journal after the database was lost: their number belongs to an earlier life. */
  readonly recovered = new Set<string>();
  engine: SyncEngine | null = null;
  wipes = 0;
  requests = 0;
  wiped = false;
  private readonly parts: SimTabletParts;
  private journal = createMemoryJournal();
  private media = createMemoryMediaStore();
  private outbox;
  private reference = createMemoryReferenceStore();
  private life = { alive: false };
  private finishing: Promise<void> = Promise.resolve();
  private clockOffsetMs: number;
  private lostKey = false;

  constructor(parts: SimTabletParts) {
    this.parts = parts;
    this.outbox = createMemoryOutbox(parts.chance);
    this.clockOffsetMs = parts.chance.between(-10, 10) * 365 * 86_400_000;
  }

  get alive(): boolean {
    return this.life.alive;
  }

  /** Opens the app: the union of journal and outbox first, then the engine. */
  async boot(): Promise<void> {
    const life = { alive: true };
    this.life = life;
    const stores = this.stores(life);
    await this.insist(life, () => stores.journal.open());
    const rows = (await this.insist(life, () => stores.journal.readOperations())).map(({ bytes }) => readRow(bytes));
    if (this.lostKey)
      await this.handOver(
        life,
        rows.map((row) => row.operation),
      );
    await this.insist(life, () => stores.outbox.recover(rows));
    const deps: SyncDeps = {
      ...stores,
      transport: this.transport(life),
      clock: this.parts.time.clock(this.clockOffsetMs),
      random: this.parts.chance.fork(),
      tablet: steadyTablet,
      appVersion: 'simulated',
      wipe: async () => {
        this.wiped = true;
        await this.reference.clear();
      },
      lock: async (work) => {
        await work();
        return true;
      },
    };
    if (!life.alive) return;
    this.engine = createSyncEngine(this.parts.spoil(deps), runOnce);
    this.engine.start();
  }

  /** The page is gone in the middle of whatever it did. What was on its way to the server still arrives, or not. */
  kill(): void {
    this.life.alive = false;
    this.engine = null;
    this.finishing = Promise.resolve();
  }

  /** The browser has lost its whole database; the journal and the media files are still there. */
  async loseDatabase(): Promise<void> {
    this.kill();
    this.wipes += 1;
    this.lostKey = true;
    this.outbox = createMemoryOutbox(this.parts.chance);
    this.reference = createMemoryReferenceStore();
    for (const { bytes } of await this.journal.readOperations()) this.recovered.add(readRow(bytes).operation.opId);
  }

  finish(what: { kind: string; entityId: string; content: ModelContent; photos: number }): void {
    this.finishing = this.finishing.then(async () => void (await this.finishNow(what, this.life)));
  }

  /** Withdraws by entity: empties what is not sent yet, and queues a withdrawal in every case. */
  withdraw(entityId: string): void {
    this.finishing = this.finishing.then(() => this.withdrawNow(entityId));
  }

  /** Whether everything has left, by the outbox itself rather than by the engine's word. */
  async left(): Promise<{ waiting: number; waitingMedia: number; held: number }> {
    const { waiting, waitingMedia } = await this.outbox.counts();
    const rows = await this.outbox.list(1_000_000);
    return { waiting, waitingMedia, held: rows.filter((row) => row.operation !== null).length };
  }

  async quiet(): Promise<void> {
    await this.finishing;
  }

  async state(opId: string) {
    return this.outbox.get(opId);
  }

  private async withdrawNow(entityId: string): Promise<void> {
    const life = this.life;
    if (!life.alive) return;
    const stores = this.stores(life);
    for (const { operation: op } of this.saved.filter((one) => one.entityId === entityId)) {
      const row = await this.insist(life, () => stores.outbox.get(op.opId));
      if (row === null || row.state !== 'waiting' || row.operation === null) continue;
      const voided: Operation = { ...row.operation, kind: 'void', media: [], sealed: null };
      const bytes = writeRow({ ...asNew(row.operation), kind: 'void', operation: voided });
      await this.insist(life, () => stores.journal.appendOperation(op.opId, bytes));
      await this.insist(life, () => stores.outbox.replaceWithVoid(op.opId, voided));
      for (const { id } of row.media) await this.insist(life, () => stores.media.remove(id));
    }
    const done = await this.finishNow(
      { kind: 'withdrawal', entityId, content: { withdraws: entityId }, photos: 0 },
      life,
    );
    if (done) this.withdrawnEntities.add(entityId);
  }

  /** The signing key went with the database: the journal goes to quarantine by the enrolment cookie, until it has. */
  private async handOver(life: { alive: boolean }, operations: readonly Operation[]): Promise<void> {
    const { time, chance, server, deviceId, weather, serverUp } = this.parts;
    await this.insist(life, () => {
      const bad = serverUp() ? weather() : { ...weather(), drop: 1 };
      return overTheLink(time, chance, bad, () => server.recover(deviceId, structuredClone(operations)));
    });
    this.lostKey = false;
  }

  private async finishNow(
    what: { kind: string; entityId: string; content: ModelContent; photos: number },
    life: { alive: boolean },
  ): Promise<boolean> {
    const { chance } = this.parts;
    if (!life.alive) return false;
    const stores = this.stores(life);
    const media = await this.takePhotos(life, what.photos);
    const { installId, nextSeq } = await this.insist(life, () => stores.outbox.install());
    const op = operation.parse({
      v: 1,
      opId: chance.uuid(),
      installId,
      seq: nextSeq,
      kind: what.kind,
      entityId: what.entityId,
      schemaVersion: 1,
      actorId: '00000000-0000-7000-a000-000000000001',
      consentRef: null,
      capturedAt: { wall: '2026-05-04T08:00:00.000Z', zone: 'Europe/London', uptimeMs: 1, lastServerTime: null },
      media,
      sealed: { keyId: 'k', enc: '', ct: Buffer.from(JSON.stringify(what.content)).toString('base64') },
    });
    const row = asNew(op);
    await this.insist(life, () => stores.journal.appendOperation(op.opId, writeRow(row)));
    await this.insist(life, () => stores.outbox.commit(row, null));
    if (!life.alive) return false;
    this.saved.push({ operation: op, entityId: what.entityId, media });
    this.engine?.nudge();
    return true;
  }

  private async takePhotos(life: { alive: boolean }, count: number): Promise<MediaRef[]> {
    const { chance } = this.parts;
    const refs: MediaRef[] = [];
    for (let n = 0; n < count; n += 1) {
      const id = chance.uuid();
      const chunks = Array.from({ length: chance.between(1, 3) }, () => chance.bytes(chance.between(4, 16)));
      const whole = createHash('sha256');
      for (const [index, bytes] of chunks.entries()) {
        whole.update(bytes);
        await this.insist(life, () => this.stores(life).media.putChunk(id, index, bytes));
      }
      refs.push({
        id: id as MediaRef['id'],
        role: chance.pick(['photo', 'voice'] as const),
        sha256: whole.digest('hex'),
        bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
        chunks: chunks.length,
        mime: 'image/webp',
      });
    }
    return refs;
  }

  private stores(life: { alive: boolean }) {
    const { chance, weather, server, breach } = this.parts;
    const alive = () => life.alive;
    const safe = (opId: string, what: string) => {
      if (!server.holdsSafely(opId)) breach(`${what} ${opId} before it was in a verified backup`);
    };
    const bad = <Store extends object>(store: Store, onCall?: (method: string, args: readonly unknown[]) => void) =>
      onABadDisk(store, chance, { weather, alive, ...(onCall === undefined ? {} : { onCall }) });
    return {
      outbox: bad(this.outbox, (method, args) => {
        if (method === 'release') safe(args[0] as string, 'released');
      }),
      journal: bad(this.journal, (method, args) => {
        if (method !== 'dropOperations') return;
        for (const opId of args[0] as ReadonlySet<string>) safe(opId, 'dropped from the journal');
      }),
      media: bad(this.media),
      reference: bad(this.reference),
    };
  }

  /** As a person does: presses again until it is done, as long as the page lives. */
  private async insist<Value>(life: { alive: boolean }, work: () => Promise<Value>): Promise<Value> {
    for (;;) {
      if (!life.alive) return new Promise<never>(() => {});
      try {
        const late = this.parts.time.sleep(90_000).then((): never => {
          throw new Error('took too long');
        });
        late.catch(() => {});
        return await Promise.race([work(), late]);
      } catch {
        await this.parts.time.sleep(1_000);
      }
    }
  }

  private transport(life: { alive: boolean }): Transport {
    const { time, chance, server, deviceId, weather, serverUp } = this.parts;
    const send = async <Answer>(work: () => Answer): Promise<Answer> => {
      if (!life.alive) return new Promise<never>(() => {});
      this.requests += 1;
      const bad = serverUp() ? weather() : { ...weather(), drop: 1 };
      const answer = await overTheLink(time, chance, bad, work);
      return life.alive ? answer : new Promise<never>(() => {});
    };
    return {
      hello: (installId, health) => send(() => server.hello(deviceId, installId, health)),
      push: (installId, _health, operations) => {
        const copy = structuredClone(operations);
        return send(() => server.push(deviceId, installId, copy));
      },
      mediaStatus: (id) => send(() => server.mediaStatus(id)),
      putChunk: (id, index, bytes) => send(() => server.putChunk(id, index, bytes)),
      pull: (cursor) => send(() => server.pull(deviceId, cursor)),
    };
  }
}

function asNew(op: Operation): NewOutboxRow {
  return {
    kind: op.kind,
    visitId: null,
    finishedAt: op.capturedAt.wall,
    sendOrder: SEND_FIRST[op.kind] ?? 3,
    codeHash: null,
    operation: op,
  };
}

const writeRow = (row: NewOutboxRow) => new TextEncoder().encode(JSON.stringify(row));
const readRow = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as NewOutboxRow;

const steadyTablet: Tablet = {
  persisted: async () => true,
  askToPersist: async () => true,
  space: async () => ({ usedBytes: 1, freeBytes: 1e9 }),
  battery: async () => null,
  visible: () => true,
  maybeOnline: () => true,
  subscribe: () => () => {},
};
