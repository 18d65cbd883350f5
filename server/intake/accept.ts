import { createHash } from 'node:crypto';
import {
  ENVELOPE_VERSION,
  MAX_ENVELOPE_BYTES,
  operation,
  operationBytes,
  VOID_KIND,
  type Operation,
} from '../../src/domain/envelope.ts';
import { installId, opId } from '../../src/domain/ids.ts';
import type { ProblemCode } from '../../src/domain/problems.ts';
import type { PushAnswer } from '../../src/domain/protocol.ts';
import type { Arrival } from '../ports/queue-store.ts';
import type { Store } from '../ports/store.ts';

interface From {
  readonly deviceId: string | null;
  /** Straight to quarantine with this reason, or null. */
  readonly park: 'from-revoked-tablet' | 'from-recovered-journal' | null;
}

const OTHER_TABLET = 'from-other-tablet' satisfies ProblemCode;

type Verdicts = PushAnswer['verdicts'];

/**
 * Takes what was pushed into the inbox queue and resolves after the commit, with one verdict for each operation, in
 * order. Each is parsed on its own: a bad one is kept whole in quarantine and never stops the others.
 */
export function createAccept(
  store: Pick<Store, 'queue'>,
): (operations: readonly unknown[], from: From, now: string) => Promise<Verdicts> {
  return async (operations, from, now) => {
    const read = operations.map((raw) => readOperation(raw));
    const good = read.flatMap((result, index) => (result.ok ? [{ index, op: result.op, json: result.json }] : []));
    const verdicts: Verdicts = read.map((result, index) =>
      result.ok
        ? { opId: result.op.opId, index, verdict: 'retry' }
        : { opId: result.opId, index, verdict: 'quarantined', problem: result.problem },
    );
    const arrivals = good.map(({ op, json }) => toArrival(op, json, from));
    const [answers] = await Promise.all([
      store.queue.add(arrivals, now),
      ...read.map((result) =>
        result.ok
          ? Promise.resolve()
          : store.queue.addUnreadable(from.deviceId, result.raw, result.problem, now, result.place),
      ),
    ]);
    good.forEach(({ index, op }, i) => {
      const verdict = answers[i] ?? 'retry';
      const parked = verdict === 'quarantined' || verdict === 'other-tablet';
      const problem = verdict === 'other-tablet' ? OTHER_TABLET : (arrivals[i]?.park ?? 'same-id-other-content');
      verdicts[index] = parked
        ? { opId: op.opId, index, verdict: 'quarantined', problem }
        : { opId: op.opId, index, verdict };
    });
    return verdicts;
  };
}

/**
 * Tries what is in quarantine again, from the start. What could not even be read is read once more: after an update it
 * may be an operation like any other. false when it is not there, or still cannot be filed.
 */
export async function retryParked(store: Pick<Store, 'queue'>, inboxId: string, now: string): Promise<boolean> {
  const row = await store.queue.get(inboxId);
  if (row === null || row.state !== 'quarantined' || row.envelope === null) return false;
  if (row.opId !== '') return store.queue.retry(inboxId);
  const read = readOperation(JSON.parse(row.envelope));
  if (!read.ok) return false;
  await store.queue.add([toArrival(read.op, read.json, { deviceId: row.deviceId, park: null })], now);
  await store.queue.readAfterAll(inboxId);
  return true;
}

type Read =
  | { readonly ok: true; readonly op: Operation; readonly json: string }
  | {
      readonly ok: false;
      readonly raw: string;
      readonly problem: ProblemCode;
      readonly opId: Operation['opId'] | null;
      readonly place?: { installId: string; seq: number };
    };

function readOperation(raw: unknown): Read {
  const json = JSON.stringify(raw) ?? 'null';
  const parsed = operation.safeParse(raw);
  if (parsed.success && isWhole(parsed.data) && json.length <= MAX_ENVELOPE_BYTES) {
    return { ok: true, op: parsed.data, json: JSON.stringify(parsed.data) };
  }
  const problem = json.length > MAX_ENVELOPE_BYTES ? 'too-large' : newer(raw) ? 'unknown-version' : 'bad-envelope';
  const place = placeOf(raw);
  return { ok: false, raw: json, problem, opId: idOf(raw), ...(place === null ? {} : { place }) };
}

/** Only a void holds nothing, and a void holds nothing; a version that is not ours is not read as if it were. */
function isWhole(op: Operation): boolean {
  const isVoid = op.kind === VOID_KIND;
  return op.v === ENVELOPE_VERSION && isVoid === (op.sealed === null) && (!isVoid || op.media.length === 0);
}

/** A withdrawal always wins: what takes words back does not wait until staff have looked at a recovered journal. */
const TAKES_BACK: ReadonlySet<string> = new Set(['withdrawal', VOID_KIND]);

function toArrival(op: Operation, json: string, from: From): Arrival {
  return {
    opId: op.opId,
    installId: op.installId,
    seq: op.seq,
    deviceId: from.deviceId,
    actorId: op.actorId,
    entityId: op.entityId,
    kind: op.kind,
    schemaVersion: op.schemaVersion,
    hash: createHash('sha256').update(operationBytes(op)).digest('hex'),
    envelope: json,
    media: op.media,
    park: from.park === 'from-recovered-journal' && TAKES_BACK.has(op.kind) ? null : from.park,
  };
}

const field = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name)
    ? (raw as Readonly<Record<string, unknown>>)[name]
    : undefined;

const newer = (raw: unknown): boolean => {
  const version = field(raw, 'v');
  return typeof version === 'number' && version > ENVELOPE_VERSION;
};

function idOf(raw: unknown): Operation['opId'] | null {
  const parsed = opId.safeParse(field(raw, 'opId'));
  return parsed.success ? parsed.data : null;
}

/** Where it stands in its tablet's numbers, if at least that can be read. */
function placeOf(raw: unknown): { installId: string; seq: number } | null {
  const install = installId.safeParse(field(raw, 'installId'));
  const seq = field(raw, 'seq');
  const valid = install.success && typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0;
  return valid ? { installId: install.data, seq } : null;
}
