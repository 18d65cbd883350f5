import { createHash } from 'node:crypto';
import { type MediaRef, type Operation, operation, operationBytes } from '../../src/domain/envelope.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { DeviceHealth, HelloAnswer, MediaAnswer, PullAnswer, PushAnswer } from '../../src/domain/protocol.ts';
import { PROTOCOL_VERSION, type Receipt, type Standing, type Verdict } from '../../src/domain/protocol.ts';
import type { MediaId, OpId } from '../../src/domain/ids.ts';

/**
 * The protocol's server side, in memory and in the plainest words: what the simulation holds the engine against.
 * The real server is held against the same journeys; this one shares no code with it.
 */

export interface ModelRow {
  readonly opId: string;
  readonly installId: string;
  readonly seq: number;
  readonly entityId: string;
  readonly kind: string;
  readonly hash: string;
  readonly deviceId: string;
  readonly arrival: number;
  state: 'waiting' | 'applied' | 'quarantined' | 'withdrawn';
  problem: 'unknown-kind' | 'unknown-version' | 'from-revoked-tablet' | 'from-recovered-journal' | null;
  /** null once withdrawn. */
  content: string | null;
  readonly mediaIds: readonly string[];
}

interface ModelMedia {
  readonly ref: MediaRef;
  readonly opId: string;
  readonly chunks: Map<number, Uint8Array<ArrayBuffer>>;
  state: 'coming' | 'here' | 'withdrawn';
}

interface State {
  epoch: number;
  arrivals: number;
  revision: number;
  readonly ops: Map<string, ModelRow>;
  readonly media: Map<string, ModelMedia>;
  /** Same id, other content; or not readable at all. */
  readonly parked: string[];
  readonly withdrawnEntities: Set<string>;
  /** opId -> revision of its receipt. */
  readonly receipts: Map<string, number>;
}

/** What an operation of the simulation says, in place of sealed words. */
export type ModelContent = { readonly words: string } | { readonly withdraws: string };

export class ModelServer {
  private state: State = empty(1);
  private backup: State | null = null;
  private durable = new Set<string>();
  readonly revoked = new Set<string>();
  readonly knownKinds: ReadonlySet<string>;
  now: () => number;
  /** Set to make the worker say "later" to some operations. */
  sayLater: (opId: string) => boolean = () => false;

  constructor(knownKinds: readonly string[], now: () => number) {
    this.knownKinds = new Set(knownKinds);
    this.now = now;
  }

  // --- what tablets may ask ---------------------------------------------------------------------------------------

  hello(deviceId: string, installId: string, _health: DeviceHealth): HelloAnswer {
    if (this.revoked.has(deviceId)) throw new Problem('device-revoked');
    return { standing: this.standing(installId), protocol: PROTOCOL_VERSION, minimumProtocol: 1 };
  }

  push(deviceId: string, installId: string, operations: readonly unknown[]): PushAnswer {
    const park = this.revoked.has(deviceId) ? 'from-revoked-tablet' : null;
    const verdicts = operations.map((raw, index) => {
      const parsed = operation.safeParse(raw);
      if (!parsed.success) {
        this.state.parked.push(JSON.stringify(raw));
        return { opId: null, index, verdict: 'quarantined' as const, problem: 'bad-envelope' };
      }
      return { opId: parsed.data.opId, index, verdict: this.add(parsed.data, deviceId, park) };
    });
    return { verdicts, standing: this.standing(installId) };
  }

  recover(deviceId: string, operations: readonly Operation[]): PushAnswer {
    const verdicts = operations.map((one, index) => ({
      opId: one.opId,
      index,
      verdict: this.add(one, deviceId, ['withdrawal', 'void'].includes(one.kind) ? null : 'from-recovered-journal'),
    }));
    return { verdicts, standing: this.standing('') };
  }

  mediaStatus(id: string): MediaAnswer {
    const media = this.state.media.get(id);
    if (media === undefined) throw new Problem('not-found');
    return mediaAnswer(media);
  }

  putChunk(id: string, index: number, bytes: Uint8Array<ArrayBuffer>): MediaAnswer {
    const media = this.state.media.get(id);
    if (media === undefined) throw new Problem('not-found');
    if (media.state !== 'coming') return mediaAnswer(media);
    if (index >= media.ref.chunks) throw new Problem('bad-request');
    media.chunks.set(index, bytes.slice());
    if (media.chunks.size < media.ref.chunks) return mediaAnswer(media);
    const whole = createHash('sha256');
    for (let n = 0; n < media.ref.chunks; n += 1) whole.update(media.chunks.get(n) ?? new Uint8Array());
    if (whole.digest('hex') !== media.ref.sha256) {
      media.chunks.clear();
      throw new Problem('wrong-hash');
    }
    media.state = 'here';
    this.touch(media.opId);
    return mediaAnswer(media);
  }

  pull(deviceId: string, cursor: string | null, limit = 5): PullAnswer {
    if (this.revoked.has(deviceId)) throw new Problem('device-revoked');
    const [epoch, from] = cursor === null ? [this.state.epoch, 0] : cursor.split(':').map(Number);
    if (epoch !== this.state.epoch) throw new Problem('cursor-too-old');
    const all = [...this.state.receipts]
      .filter(([opId, revision]) => revision > (from ?? 0) && this.state.ops.get(opId)?.deviceId === deviceId)
      .sort((a, b) => a[1] - b[1]);
    const page = all.slice(0, limit);
    const rows: unknown[] = page.map(([opId]) => ({ kind: 'receipt', id: opId, value: this.receipt(opId) }));
    if (cursor === null) rows.push({ kind: 'moon-phase', id: 'x', value: { full: true } });
    return { rows, cursor: `${this.state.epoch}:${page.at(-1)?.[1] ?? from ?? 0}`, more: all.length > page.length };
  }

  // --- what happens behind the counter ----------------------------------------------------------------------------

  /** The worker: files everything that waits; a withdrawal empties what it names, whichever came first. */
  work(): void {
    for (const row of this.state.ops.values()) {
      if (row.state !== 'waiting') continue;
      const content = row.content === null ? null : (JSON.parse(row.content) as ModelContent);
      if (!this.knownKinds.has(row.kind)) {
        row.state = 'quarantined';
        row.problem = 'unknown-kind';
      } else if (content !== null && 'withdraws' in content) {
        this.state.withdrawnEntities.add(content.withdraws);
        row.state = 'applied';
      } else {
        row.state = 'applied';
      }
      this.touch(row.opId);
    }
    for (const row of this.state.ops.values()) {
      if (row.kind === 'withdrawal' || row.content === null || !this.state.withdrawnEntities.has(row.entityId))
        continue;
      row.content = null;
      row.state = 'withdrawn';
      for (const id of row.mediaIds) {
        const media = this.state.media.get(id);
        if (media !== undefined) media.state = 'withdrawn';
        media?.chunks.clear();
      }
      this.touch(row.opId);
    }
  }

  /** A verified backup. From now on an operation in it, with all its media, is durable. */
  takeBackup(): void {
    this.backup = copy(this.state);
    for (const row of this.backup.ops.values()) if (this.whole(this.backup, row)) this.durable.add(row.opId);
  }

  /** The disk is gone; the last backup comes back, under a new epoch. */
  restore(): void {
    const epoch = this.state.epoch + 1;
    this.state = this.backup === null ? empty(epoch) : { ...copy(this.backup), epoch };
    this.durable = new Set(
      [...this.state.ops.values()].filter((row) => this.whole(this.state, row)).map((row) => row.opId),
    );
  }

  row(opId: string): ModelRow | undefined {
    return this.state.ops.get(opId);
  }
  rows(): readonly ModelRow[] {
    return [...this.state.ops.values()];
  }
  parked(): readonly string[] {
    return this.state.parked;
  }
  mediaState(id: string): ModelMedia['state'] | undefined {
    return this.state.media.get(id)?.state;
  }
  /** Whether a tablet may let go of it: it, and its media, are in the last verified backup. */
  holdsSafely(opId: string): boolean {
    const row = this.backup?.ops.get(opId);
    return this.backup !== null && row !== undefined && this.whole(this.backup, row);
  }
  withdrawn(entityId: string): boolean {
    return this.state.withdrawnEntities.has(entityId);
  }

  standing(installId: string): Standing {
    const seqs = new Map<number, string>();
    for (const row of this.state.ops.values()) if (row.installId === installId) seqs.set(row.seq, row.opId);
    const highest = Math.max(0, ...seqs.keys());
    let haveThrough = 0;
    while (seqs.has(haveThrough + 1)) haveThrough += 1;
    let durableThrough = 0;
    while (durableThrough < haveThrough && this.durable.has(seqs.get(durableThrough + 1) ?? '')) durableThrough += 1;
    const missing: [number, number][] = [];
    for (let n = haveThrough + 1; n <= highest; n += 1) {
      if (seqs.has(n)) continue;
      const last = missing.at(-1);
      if (last !== undefined && last[1] === n - 1) last[1] = n;
      else missing.push([n, n]);
    }
    const serverTime = new Date(this.now()).toISOString();
    return { serverEpoch: `epoch-${this.state.epoch}`, serverTime, haveThrough, durableThrough, missing };
  }

  private add(op: Operation, deviceId: string, park: ModelRow['problem']): Verdict {
    if (this.sayLater(op.opId)) return 'retry';
    const hash = createHash('sha256').update(operationBytes(op)).digest('hex');
    const before = this.state.ops.get(op.opId);
    if (before !== undefined) {
      if (before.hash === hash || op.kind === 'void') return 'duplicate';
      this.state.parked.push(JSON.stringify(op));
      return 'quarantined';
    }
    this.state.arrivals += 1;
    this.state.ops.set(op.opId, {
      opId: op.opId,
      installId: op.installId,
      seq: op.seq,
      entityId: op.entityId,
      kind: op.kind,
      hash,
      deviceId,
      arrival: this.state.arrivals,
      state: park === null ? 'waiting' : 'quarantined',
      problem: park,
      content: op.sealed === null ? null : Buffer.from(op.sealed.ct, 'base64').toString(),
      mediaIds: op.media.map((media) => media.id),
    });
    for (const ref of op.media) {
      this.state.media.set(ref.id, { ref, opId: op.opId, chunks: new Map(), state: 'coming' });
    }
    this.touch(op.opId);
    return park === null ? 'stored' : 'quarantined';
  }

  private whole(state: State, row: ModelRow): boolean {
    return row.mediaIds.every((id) => state.media.get(id)?.state !== 'coming');
  }

  private touch(opId: string): void {
    this.state.revision += 1;
    this.state.receipts.set(opId, this.state.revision);
  }

  private receipt(opId: string): Receipt {
    const row = this.state.ops.get(opId);
    const mediaMissing = (row?.mediaIds ?? []).filter((id) => this.state.media.get(id)?.state === 'coming');
    return {
      opId: opId as OpId,
      state: row?.state ?? 'waiting',
      problem: row?.problem ?? null,
      mediaMissing: mediaMissing as MediaId[],
    };
  }
}

function empty(epoch: number): State {
  return {
    epoch,
    arrivals: 0,
    revision: 0,
    ops: new Map(),
    media: new Map(),
    parked: [],
    withdrawnEntities: new Set(),
    receipts: new Map(),
  };
}

function copy(state: State): State {
  return {
    ...state,
    ops: new Map([...state.ops].map(([id, row]) => [id, { ...row }])),
    media: new Map([...state.media].map(([id, media]) => [id, { ...media, chunks: new Map(media.chunks) }])),
    parked: [...state.parked],
    withdrawnEntities: new Set(state.withdrawnEntities),
    receipts: new Map(state.receipts),
  };
}

function mediaAnswer(media: ModelMedia): MediaAnswer {
  return { id: media.ref.id, have: [...media.chunks.keys()].sort((a, b) => a - b), complete: media.state !== 'coming' };
}
