import { VOID_KIND } from '../../../src/domain/envelope.ts';
import type { Arrival, ArrivalVerdict } from '../../ports/queue-store.ts';
import { addNumbers, gapsOf, type Ranges } from './ranges.ts';
import { writeReceipts } from './receipts.ts';
import { anyOf, insertRows, type Cell, type Reader } from './sql.ts';

const OTHER_TABLET = 'from-other-tablet';

const COLUMNS = [
  'main',
  'op_id',
  'install_id',
  'seq',
  'device_id',
  'actor_id',
  'entity_id',
  'kind',
  'schema_version',
  'hash',
  'envelope',
  'received_at',
  'state',
  'attempts',
  'reason',
] as const;

/** One push, in the caller's transaction: never look and then insert, but insert and then see what was there before. */
export async function addArrivals(tx: Reader, arrivals: readonly Arrival[], now: string): Promise<ArrivalVerdict[]> {
  const foreign = new Set<Arrival>();
  for (const installId of [...new Set(arrivals.map((a) => a.installId))].sort()) {
    const own = arrivals.filter((a) => a.installId === installId);
    const numbers = own.map((a) => a.seq);
    if (!(await addPlace(tx, own[0]?.deviceId ?? null, installId, numbers))) for (const a of own) foreign.add(a);
  }
  const inserted = await insertRows<{ op_id: string; hash: string }>(
    tx,
    'inbox',
    COLUMNS,
    arrivals.filter((a) => !foreign.has(a)).map((a) => rowOf(a, 1, a.park, now)),
    'ON CONFLICT DO NOTHING RETURNING op_id, hash',
  );
  const fresh = new Set(inserted.map((row) => `${row.op_id} ${row.hash}`));
  const verdicts = arrivals.map((a): ArrivalVerdict | null => {
    if (foreign.has(a) || !fresh.delete(`${a.opId} ${a.hash}`)) return null;
    return a.park === null ? 'stored' : 'quarantined';
  });
  const kept = new Set(arrivals.filter((_, i) => verdicts[i] !== null));
  const second = arrivals.filter((_, i) => verdicts[i] === null);
  const known = second.length === 0 ? NOTHING_KNOWN : await whatIsThere(tx, second);
  const copies: Arrival[] = [];
  const settled = arrivals.map((a, i): ArrivalVerdict => {
    const verdict = verdicts[i];
    if (verdict !== null && verdict !== undefined) return verdict;
    if (isDuplicate(a, known)) return 'duplicate';
    copies.push(a);
    return foreign.has(a) ? 'other-tablet' : 'quarantined';
  });
  if (copies.length > 0) {
    const rows = copies.map((a) => rowOf(a, 0, foreign.has(a) ? OTHER_TABLET : 'same-id-other-content', now));
    await insertRows(tx, 'inbox', COLUMNS, rows, 'ON CONFLICT DO NOTHING');
  }
  await addMedia(tx, [...kept, ...copies], now);
  await countReceived(tx, [...kept]);
  await writeReceipts(
    tx,
    [...kept].filter((a) => a.park !== null).map((a) => a.opId),
    now,
  );
  return settled;
}

/**
 * Writes down which numbers of an install have arrived; locks its row until the commit. false, and nothing is written
 * down, when the install belongs to another tablet that is still approved.
 */
export async function addPlace(
  tx: Reader,
  deviceId: string | null,
  installId: string,
  numbers: readonly number[],
): Promise<boolean> {
  const forUpdate = tx.dialect === 'postgres' ? 'FOR UPDATE' : '';
  const select = `SELECT ranges, device_id FROM installs WHERE install_id = ? ${forUpdate}`;
  let [row] = await tx.query<{ ranges: string; device_id: string | null }>(select, [installId]);
  if (row === undefined) {
    await tx.query(
      `INSERT INTO installs (install_id, device_id, ranges, gaps, durable_through) VALUES (?, ?, '[]', 0, 0)
         ON CONFLICT (install_id) DO NOTHING`,
      [installId, deviceId],
    );
    [row] = await tx.query(select, [installId]);
  }
  const holder = row?.device_id ?? null;
  if (deviceId !== null && holder !== null && holder !== deviceId && (await isApproved(tx, holder))) return false;
  const before = row?.ranges ?? '[]';
  const after = addNumbers(JSON.parse(before) as Ranges, numbers);
  const text = JSON.stringify(after);
  const owner = deviceId ?? holder;
  if (text === before && owner === holder) return true;
  await tx.query('UPDATE installs SET ranges = ?, gaps = ?, device_id = ? WHERE install_id = ?', [
    text,
    gapsOf(after).length === 0 ? 0 : 1,
    owner,
    installId,
  ]);
  return true;
}

async function isApproved(tx: Reader, deviceId: string): Promise<boolean> {
  const [row] = await tx.query<{ state: string }>('SELECT state FROM devices WHERE device_id = ?', [deviceId]);
  return row?.state === 'approved';
}

interface KnownOp {
  readonly hash: string;
  readonly kind: string;
  readonly state: string;
  readonly install_id: string;
}

interface Known {
  readonly ops: ReadonlyMap<string, KnownOp>;
  readonly withdrawn: ReadonlySet<string>;
}
const NOTHING_KNOWN: Known = { ops: new Map(), withdrawn: new Set() };

async function whatIsThere(tx: Reader, arrivals: readonly Arrival[]): Promise<Known> {
  const ids = anyOf(arrivals.map((a) => a.opId));
  const entities = anyOf(arrivals.map((a) => a.entityId));
  const ops = await tx.query<KnownOp & { op_id: string }>(
    `SELECT op_id, hash, kind, state, install_id FROM inbox WHERE main = 1 AND op_id IN (${ids.marks})`,
    ids.padded,
  );
  const withdrawn = await tx.query<{ entity_id: string }>(
    `SELECT entity_id FROM items WHERE withdrawn = 1 AND entity_id IN (${entities.marks})`,
    entities.padded,
  );
  return {
    ops: new Map(ops.map((op) => [op.op_id, op])),
    withdrawn: new Set(withdrawn.map((row) => row.entity_id)),
  };
}

/** A void, or anything after a void or a withdrawal, never becomes a copy: words taken back are not kept aside. */
function isDuplicate(arrival: Arrival, known: Known): boolean {
  if (arrival.kind === VOID_KIND || known.withdrawn.has(arrival.entityId)) return true;
  const there = known.ops.get(arrival.opId);
  if (there === undefined) return false;
  if (there.hash === arrival.hash) return true;
  // Only its own tablet can have emptied it: a void of another install takes nobody's words away.
  return there.install_id === arrival.installId && (there.kind === VOID_KIND || there.state === 'withdrawn');
}

function rowOf(a: Arrival, main: 0 | 1, park: string | null, now: string): readonly Cell[] {
  return [
    main,
    a.opId,
    a.installId,
    a.seq,
    a.deviceId,
    a.actorId,
    a.entityId,
    a.kind,
    a.schemaVersion,
    a.hash,
    a.envelope,
    now,
    park === null ? 'waiting' : 'quarantined',
    0,
    park,
  ];
}

async function addMedia(tx: Reader, arrivals: readonly Arrival[], now: string): Promise<void> {
  const rows = arrivals.flatMap((a) =>
    a.media.map((m) => [m.id, a.opId, a.entityId, m.role, m.mime, m.sha256, m.bytes, m.chunks, 'coming', now]),
  );
  const columns = ['id', 'op_id', 'entity_id', 'role', 'mime', 'sha256', 'bytes', 'chunks', 'state', 'changed_at'];
  await insertRows(tx, 'media', columns, rows, 'ON CONFLICT DO NOTHING');
}

async function countReceived(tx: Reader, kept: readonly Arrival[]): Promise<void> {
  for (const deviceId of [...new Set(kept.map((a) => a.deviceId))].sort()) {
    if (deviceId === null) continue;
    const count = kept.filter((a) => a.deviceId === deviceId).length;
    await tx.query('UPDATE devices SET received = received + ? WHERE device_id = ?', [count, deviceId]);
  }
}
