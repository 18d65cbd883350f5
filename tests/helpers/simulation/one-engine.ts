import { createMemoryOutbox } from '../../../src/adapters/memory/memory-outbox.ts';
import {
  createMemoryJournal,
  createMemoryMediaStore,
  createMemoryReferenceStore,
} from '../../../src/adapters/memory/memory-stores.ts';
import { type MediaRef, type Operation, operation } from '../../../src/domain/envelope.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { type SyncEngine, createSyncEngine } from '../../../src/sync/engine.ts';
import { runOnce } from '../../../src/sync/run.ts';
import type { SyncDeps } from '../../../src/sync/run-context.ts';
import { ModelServer } from '../model-server.ts';
import { type Seeded, seeded } from './seeded.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

export interface OneEngine {
  readonly time: VirtualTime;
  readonly server: ModelServer;
  readonly deps: SyncDeps;
  readonly engine: SyncEngine;
  readonly chance: Seeded;
  /** What was asked of the server, in order. */
  readonly asked: string[];
  readonly wiped: () => number;
  finish(what?: { kind?: string; entityId?: string; bytes?: number; media?: MediaRef[] }): Promise<Operation>;
  /** Lets so much virtual time pass. */
  pass(ms: number): Promise<void>;
  tabletSays(event: 'shown' | 'online' | 'hidden' | 'offline'): void;
}

const DEVICE = '00000000-0000-7000-a000-0000000000dd';

/** One engine over the memory twins, a model server, a link that the test writes itself, and virtual time. */
export function oneEngine(
  change: {
    transport?: (real: Transport, time: VirtualTime) => Partial<Transport>;
    deps?: (deps: SyncDeps) => Partial<SyncDeps>;
    online?: boolean;
  } = {},
): OneEngine {
  const time = virtualTime();
  const chance = seeded(1);
  const server = new ModelServer(['note', 'need', 'withdrawal'], () => time.nowMs());
  const asked: string[] = [];
  const outbox = createMemoryOutbox(chance);
  let wipes = 0;
  const tabletListeners = new Set<(event: 'shown' | 'online' | 'hidden' | 'offline') => void>();
  const answer = async <Value>(what: string, work: () => Value): Promise<Value> => {
    asked.push(what);
    await time.sleep(50);
    return structuredClone(work());
  };
  const real: Transport = {
    hello: (installId, health) => answer('hello', () => server.hello(DEVICE, installId, health)),
    push: (installId, _health, all) =>
      answer(`push ${all.map(({ seq }) => seq).join(',')}`, () => server.push(DEVICE, installId, all)),
    mediaStatus: (id) => answer(`status ${id.slice(-2)}`, () => server.mediaStatus(id)),
    putChunk: (id, index, bytes) => answer(`chunk ${id.slice(-2)}/${index}`, () => server.putChunk(id, index, bytes)),
    pull: (cursor) => answer('pull', () => server.pull(DEVICE, cursor)),
  };
  const base: SyncDeps = {
    transport: { ...real, ...change.transport?.(real, time) },
    outbox,
    reference: createMemoryReferenceStore(),
    media: createMemoryMediaStore(),
    journal: createMemoryJournal(),
    clock: time.clock(0),
    random: chance,
    tablet: {
      persisted: async () => true,
      askToPersist: async () => true,
      space: async () => null,
      battery: async () => null,
      visible: () => true,
      maybeOnline: () => change.online ?? true,
      subscribe: (onChange) => {
        tabletListeners.add(onChange);
        return () => void tabletListeners.delete(onChange);
      },
    },
    appVersion: 'test',
    wipe: async () => void (wipes += 1),
    lock: async (work) => {
      await work();
      return true;
    },
  };
  const deps = { ...base, ...change.deps?.(base) };
  const engine = createSyncEngine(deps, runOnce);
  return {
    time,
    server,
    deps,
    engine,
    chance,
    asked,
    wiped: () => wipes,
    async finish({ kind = 'note', entityId, bytes = 20, media = [] } = {}) {
      const { installId, nextSeq } = await outbox.install();
      const op = operation.parse({
        v: 1,
        opId: chance.uuid(),
        installId,
        seq: nextSeq,
        kind,
        entityId: entityId ?? chance.uuid(),
        schemaVersion: 1,
        actorId: DEVICE,
        consentRef: null,
        capturedAt: { wall: '2026-05-04T08:00:00.000Z', zone: 'Europe/London', uptimeMs: 1, lastServerTime: null },
        media,
        sealed: {
          keyId: 'k',
          enc: '',
          ct: Buffer.from(JSON.stringify({ words: 'x'.repeat(bytes) })).toString('base64'),
        },
      });
      const sendOrder = { withdrawal: 0, need: 2 }[kind] ?? 3;
      await outbox.commit(
        { kind, visitId: null, finishedAt: op.capturedAt.wall, sendOrder, codeHash: null, operation: op },
        null,
      );
      return op;
    },
    pass: (ms) => time.runUntil(time.nowMs() + ms),
    tabletSays: (event) => {
      for (const listener of tabletListeners) listener(event);
    },
  };
}
