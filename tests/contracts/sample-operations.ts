import type { MediaRef, Operation } from '../../src/domain/envelope.ts';
import { operation } from '../../src/domain/envelope.ts';
import { SEND_ORDER } from '../../src/domain/kind.ts';
import type { Standing } from '../../src/domain/protocol.ts';
import type { NewOutboxRow } from '../../src/ports/outbox.ts';

/** Operations that look like real ones; their seals hold nothing. */

export const anId = (n: number): string => `0195a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export interface SampleOptions {
  readonly installId?: string;
  readonly kind?: string;
  readonly entity?: number;
  readonly media?: readonly MediaRef[];
  readonly codeHash?: string;
  readonly ct?: string;
}

export function sampleOperation(seq: number, installId: string, options: SampleOptions = {}): Operation {
  return operation.parse({
    v: 1,
    opId: anId(1000 + seq),
    installId: options.installId ?? installId,
    seq,
    kind: options.kind ?? 'quick-note',
    entityId: anId(5000 + (options.entity ?? seq)),
    schemaVersion: 1,
    actorId: anId(1),
    consentRef: null,
    capturedAt: { wall: '2026-11-22T10:00:00.000Z', zone: 'Europe/London', uptimeMs: seq, lastServerTime: null },
    media: options.media ?? [],
    sealed: { keyId: 'k1', enc: 'AAAA', ct: options.ct ?? 'AAAA' },
  });
}

export function sampleRow(seq: number, installId: string, options: SampleOptions = {}): NewOutboxRow {
  const sent = sampleOperation(seq, installId, options);
  return {
    operation: sent,
    kind: sent.kind,
    visitId: null,
    finishedAt: `2026-11-22T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
    sendOrder: sent.kind === 'withdrawal' ? SEND_ORDER.withdrawal : SEND_ORDER.words,
    codeHash: options.codeHash ?? null,
  };
}

export const sampleMedia = (n: number, role: 'photo' | 'voice', bytes: number): MediaRef => ({
  id: anId(9000 + n) as MediaRef['id'],
  role,
  sha256: 'a'.repeat(64),
  bytes,
  chunks: 1,
  mime: role === 'photo' ? 'image/jpeg' : 'audio/webm;codecs=opus',
});

export const sampleStanding = (haveThrough: number, more: Partial<Standing> = {}): Standing => ({
  serverEpoch: 'one',
  serverTime: '2026-11-22T10:00:00.000Z',
  haveThrough,
  durableThrough: 0,
  missing: [],
  ...more,
});
