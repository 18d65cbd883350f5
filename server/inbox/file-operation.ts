import { operation, VOID_KIND, type Operation } from '../../src/domain/envelope.ts';
import { Problem } from '../../src/domain/problems.ts';
import { surveyAnswers } from '../../src/kinds/survey-response/schema.ts';
import { withdrawal } from '../../src/kinds/withdrawal/schema.ts';
import type { Keyring } from '../ports/keys.ts';
import type { QueueRow } from '../ports/queue-store.ts';
import type { Filing } from '../ports/records-store.ts';
import type { Store } from '../ports/store.ts';
import { sealLine, sealRecord } from './boxes.ts';
import { owedOf, placeOf } from './owed.ts';
import { readRecord, type FindKind, type ReadRecord } from './read-record.ts';
import { codeHashOf } from './withdrawals.ts';
import { placeFilingOf } from '../places/place-filing.ts';
import { surveyToken } from '../surveys/survey-token.ts';
import { itemTokens } from './words.ts';

const DAY_MS = 86_400_000;
/** A tablet may have been away for this long; beyond it, its clock is not believed. */
const BELIEVED_DAYS = 400;

/**
 * Opens one queued operation and files it, or does what it says when it is a withdrawal. Throws a Problem when it must
 * be parked, and anything else when it may be tried again.
 */
export async function fileOperation(
  { store, keyring, find }: { store: Store; keyring: Keyring; find: FindKind },
  row: QueueRow,
  now: string,
): Promise<void> {
  const op = readEnvelope(row);
  if (op.kind === VOID_KIND) {
    // Emptied on the tablet because it was withdrawn: what else of it is here, or comes later, goes too.
    await store.records.withdraw(
      { codeHash: null, entityId: op.entityId, scope: 'words', inboxId: row.inboxId, byName: '' },
      now,
    );
    return;
  }
  const read = readRecord(op, await keyring.open(op), find);
  if (op.kind === withdrawal.name) {
    await withdraw(store, keyring, row, read, now);
    return;
  }
  const filing = await toFiling(keyring, row, op, read);
  if ((await store.records.file(filing, now)) !== 'contact-withdrawn') return;
  const body = read.kind.withoutContact?.(read.record.body) ?? read.record.body;
  const box = await sealRecord(keyring, op.opId, { ...read.record, body });
  await store.records.file({ ...filing, box, withoutContact: true }, now);
}

function readEnvelope(row: QueueRow): Operation {
  let json: unknown;
  try {
    json = JSON.parse(row.envelope ?? '');
  } catch (thrown) {
    throw new Problem('bad-envelope', {}, { cause: thrown });
  }
  const parsed = operation.safeParse(json);
  if (!parsed.success) throw new Problem('bad-envelope');
  return parsed.data;
}

async function withdraw(store: Store, keyring: Keyring, row: QueueRow, read: ReadRecord, now: string): Promise<void> {
  const { code, entity, scope } = withdrawal.schema.parse(read.record.body);
  const codeHash = codeHashOf(keyring, code);
  if (codeHash === null && entity === undefined) throw new Problem('does-not-fit', { field: 'code' });
  const byName = read.record.recordedBy.displayName;
  await store.records.withdraw({ codeHash, entityId: entity ?? null, scope, inboxId: row.inboxId, byName }, now);
}

async function toFiling(keyring: Keyring, row: QueueRow, op: Operation, read: ReadRecord): Promise<Filing> {
  const { kind, record } = read;
  const { visit, body } = record;
  const places = visit === null ? [] : [visit.placeName, visit.groupName];
  const captions = record.media.map(({ caption }) => caption ?? '');
  const facets = [...kind.facets(body), `kind:${kind.name}`, `language:${record.language}`];
  if (visit !== null) facets.push(`settings:${visit.setting}`);
  const { placeId } = placeOf(visit);
  if (placeId !== undefined) facets.push(`place:${placeId}`);
  const toGroup = kind.owes?.(body)?.toGroup;
  const line = {
    headline: kind.headline(body),
    placeName: visit?.placeName ?? null,
    groupName: visit?.groupName ?? null,
    ...(placeId === undefined ? {} : { placeId }),
    ...(toGroup === undefined ? {} : { toGroup }),
    recordedBy: record.recordedBy.displayName,
    language: record.language,
  };
  const owed = owedOf(read);
  const day = dayOf(record.finishedAt, row.receivedAt);
  return {
    inboxId: row.inboxId,
    opId: op.opId,
    entityId: op.entityId,
    kind: op.kind,
    deviceId: row.deviceId,
    actorId: op.actorId,
    receivedAt: row.receivedAt,
    capturedAt: JSON.stringify(op.capturedAt),
    amends: record.amends,
    lane: kind.lane(body),
    dueAt: kind.dueOn?.(body, day) ?? null,
    box: await sealRecord(keyring, op.opId, record),
    lineBox: await sealLine(keyring, op.entityId, line),
    tokens: itemTokens(keyring, [...kind.words(body), ...places, ...captions], facets),
    mediaIds: op.media.map(({ id }) => id),
    codeHash: record.receiptCode === null ? null : codeHashOf(keyring, record.receiptCode),
    listed: kind.listed?.(body) ?? true,
    survey: surveyOf(keyring, read),
    place: placeFilingOf(read, op, day),
    withoutContact: kind.withoutContact === undefined,
    rows: owed === null ? [] : [owed],
  };
}

/** Which survey a record answers, so that results find it without reading every record. */
function surveyOf(keyring: Keyring, { kind, record }: ReadRecord): Filing['survey'] {
  if (kind.name !== surveyAnswers.name) return null;
  const { surveyId, version } = surveyAnswers.schema.parse(record.body);
  return { surveyId, version, token: surveyToken(keyring, surveyId) };
}

/** The day it was recorded: by the tablet's clock where that can be true, else the day it arrived. */
function dayOf(finishedAt: string, receivedAt: string): string {
  const finished = Date.parse(finishedAt);
  const age = Date.parse(receivedAt) - finished;
  const believed = age > -DAY_MS && age < BELIEVED_DAYS * DAY_MS;
  return (believed ? new Date(finished).toISOString() : receivedAt).slice(0, 10);
}
