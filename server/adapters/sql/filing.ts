import type { Filing } from '../../ports/records-store.ts';
import { filePlace } from './directory-filing.ts';
import { lockCode, lockItem, type LockedItem } from './item-lock.ts';
import { writeReceipts } from './receipts.ts';
import type { Reader, Sql } from './sql.ts';
import { emptyEntities } from './withdrawing.ts';
import { addWords } from './words.ts';

type Outcome = 'filed' | 'withdrawn' | 'already' | 'contact-withdrawn';

/** Undoes the transaction and is the answer. */
class Instead extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/**
 * One transaction. Locks are taken in the same order as a withdrawal takes them (code, item, queue), so whichever comes
 * second sees what the first one did: there is no moment in which withdrawn words could slip in.
 */
export async function fileRecord(sql: Sql, filing: Filing, now: string): Promise<Outcome> {
  try {
    return await sql.transaction((tx) => file(tx, filing, now));
  } catch (thrown) {
    if (thrown instanceof Instead) return thrown.outcome;
    throw thrown;
  }
}

async function file(tx: Reader, filing: Filing, now: string): Promise<Outcome> {
  const [queued] = await tx.query<{ state: string }>('SELECT state FROM inbox WHERE id = ?', [Number(filing.inboxId)]);
  if (queued?.state !== 'waiting') return 'already';
  const code = await lockCode(tx, filing.codeHash);
  const item = await lockItem(tx, filing.entityId, filing.receivedAt, Number(filing.inboxId));
  const withdrawn = code.words === 1 || item.withdrawn === 1;
  const contactGone = code.contact === 1 || item.contact_withdrawn === 1;
  if (!withdrawn && contactGone && !filing.withoutContact) throw new Instead('contact-withdrawn');

  const moved = await tx.query(
    `UPDATE inbox SET state = ?, reason = NULL, detail = NULL, lease_until = NULL,
       envelope = CASE WHEN ? = 1 THEN NULL ELSE envelope END WHERE id = ? AND state = 'waiting' RETURNING id`,
    [withdrawn ? 'withdrawn' : 'applied', withdrawn || contactGone ? 1 : 0, Number(filing.inboxId)],
  );
  if (moved.length === 0) throw new Instead('already');

  const added = await tx.query(
    `INSERT INTO records (op_id, entity_id, kind, device_id, actor_id, received_at, captured_at, amends, box, code_hash,
       has_contact, survey_token, survey_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (op_id) DO NOTHING RETURNING op_id`,
    [
      filing.opId,
      filing.entityId,
      filing.kind,
      filing.deviceId,
      filing.actorId,
      filing.receivedAt,
      filing.capturedAt,
      filing.amends,
      withdrawn ? null : filing.box,
      filing.codeHash,
      filing.withoutContact ? 0 : 1,
      filing.survey?.token ?? null,
      filing.survey?.version ?? null,
    ],
  );
  if (added.length === 0) return 'already';
  await updateItem(tx, filing, item, contactGone);
  if (withdrawn) {
    const emptied = await emptyEntities(tx, [filing.entityId], '', now);
    await writeReceipts(tx, [filing.opId, ...emptied.opIds], now, emptied.rows);
    return 'withdrawn';
  }
  if (filing.survey !== null) {
    const { surveyId, version } = filing.survey;
    await tx.query('UPDATE surveys SET used = 1 WHERE survey_id = ? AND version = ? AND used = 0', [surveyId, version]);
  }
  if (filing.listed) await addWords(tx, item.no, filing.tokens);
  await tx.query('INSERT INTO history (entity_id, at, by_name, what, detail) VALUES (?, ?, ?, ?, ?)', [
    filing.entityId,
    now,
    '',
    item.records === 0 ? 'arrived' : 'amended',
    '',
  ]);
  const told = await filePlace(tx, filing, item.records === 0 || filing.amends !== null, now);
  await writeReceipts(
    tx,
    [filing.opId],
    now,
    [...filing.rows, ...told].map((row) => ({ row, deviceId: null })),
  );
  return 'filed';
}

/** The newest word stands on the line; an original that arrives after its own correction does not undo it. */
async function updateItem(tx: Reader, filing: Filing, item: LockedItem, contactGone: boolean): Promise<void> {
  await tx.query(
    'UPDATE items SET records = records + 1, rev = rev + 1, listed = CASE WHEN ? = 1 THEN 1 ELSE listed END WHERE no = ?',
    [filing.listed ? 1 : 0, item.no],
  );
  if (contactGone) await tx.query('UPDATE items SET contact_withdrawn = 1 WHERE no = ?', [item.no]);
  const first = item.records === 0;
  if (!first && filing.amends === null) return;
  const state = !first && item.state !== 'done' ? item.state : 'new';
  await tx.query('UPDATE items SET kind = ?, lane = ?, due_at = ?, line_box = ?, state = ?, open = 1 WHERE no = ?', [
    filing.kind,
    filing.lane,
    filing.dueAt,
    filing.lineBox,
    state,
    item.no,
  ]);
  if (first) {
    await tx.query('UPDATE items SET captured_at = ?, received_at = ? WHERE no = ?', [
      wallOf(filing.capturedAt),
      filing.receivedAt,
      item.no,
    ]);
  }
}

/** The tablet's own time of the capture, out of the header's block. */
function wallOf(capturedAt: string): string {
  const parsed: unknown = JSON.parse(capturedAt);
  const wall = typeof parsed === 'object' && parsed !== null && 'wall' in parsed ? parsed.wall : '';
  return typeof wall === 'string' ? wall : '';
}
