import { createHash, randomUUID } from 'node:crypto';
import type { Arrival } from '../../../server/ports/queue-store.ts';
import type { Filing } from '../../../server/ports/records-store.ts';

/** Plain rows for the store contracts: the store never opens an envelope, so these need not be sealed. */
export const NOW = '2026-11-22T10:00:00.000Z';
export const later = (ms: number, from = NOW): string => new Date(Date.parse(from) + ms).toISOString();
export const DAY_MS = 86_400_000;

export function anArrival(over: Partial<Arrival> = {}): Arrival {
  const opId = over.opId ?? randomUUID();
  const envelope = over.envelope ?? JSON.stringify({ opId, words: randomUUID() });
  return {
    opId,
    installId: randomUUID(),
    seq: 1,
    deviceId: null,
    actorId: randomUUID(),
    entityId: randomUUID(),
    kind: 'conversation',
    schemaVersion: 1,
    hash: createHash('sha256').update(envelope).digest('hex'),
    envelope,
    media: [],
    park: null,
    ...over,
  };
}

/** As many operations of one install, numbered from `from`. */
export function arrivalsOf(installId: string, from: number, to: number, over: Partial<Arrival> = {}): Arrival[] {
  return Array.from({ length: to - from + 1 }, (_, i) => anArrival({ installId, seq: from + i, ...over }));
}

export function aFiling(inboxId: string, arrival: Arrival, over: Partial<Filing> = {}): Filing {
  return {
    inboxId,
    opId: arrival.opId,
    entityId: arrival.entityId,
    kind: arrival.kind,
    deviceId: arrival.deviceId,
    actorId: arrival.actorId,
    receivedAt: NOW,
    capturedAt: JSON.stringify({ wall: '2026-11-20T10:00:00.000Z' }),
    amends: null,
    lane: 'rest',
    dueAt: null,
    box: new Uint8Array([1, 2, 3]),
    lineBox: new Uint8Array([4, 5]),
    tokens: [],
    mediaIds: arrival.media.map(({ id }) => id),
    codeHash: null,
    listed: true,
    survey: null,
    place: null,
    withoutContact: false,
    rows: [],
    ...over,
  };
}

/** A token as the keyring makes them. */
export const tokenOf = (word: string): string =>
  createHash('sha256')
    .update(word)
    .digest('hex')
    .replaceAll(/[^a-f2-7]/g, 'z')
    .slice(0, 13);
