import { createHash, randomUUID } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { v7 as uuidv7 } from 'uuid';
import type { Consent } from '../../src/domain/consent.ts';
import {
  ENVELOPE_VERSION,
  headerBytes,
  SEAL_INFO,
  type MediaRef,
  type Operation,
  type OperationHeader,
} from '../../src/domain/envelope.ts';
import { CHUNK_PLAIN_BYTES, chunkAbout, chunkNonce } from '../../src/domain/media-chunk.ts';
import { packRecord } from '../../src/domain/packing.ts';
import { record, type SealedMedia, type VisitStamp } from '../../src/domain/record.ts';
import { findKind } from '../../src/kinds/registry.ts';

export interface CapturedFile {
  readonly role: 'photo' | 'voice';
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly caption?: string;
  readonly durationMs?: number;
  readonly language?: string;
}

/** What somebody said, as a tablet has it at Finish. */
export interface Capture {
  readonly kind: string;
  readonly body: unknown;
  readonly consent?: Consent | null;
  readonly visit?: VisitStamp | null;
  readonly receiptCode?: string | null;
  readonly files?: readonly CapturedFile[];
  readonly language?: string;
  readonly readingMode?: 'standard' | 'easy';
  readonly entityId?: string;
  readonly opId?: string;
  readonly amends?: string | null;
  readonly at?: Date;
}

export interface Recorder {
  readonly installId: string;
  readonly seq: number;
  readonly actorId: string;
  readonly displayName: string;
}

export interface SealedCapture {
  readonly operation: Operation;
  /** Encrypted chunks by media id, as they are uploaded. */
  readonly chunks: ReadonlyMap<string, readonly Uint8Array<ArrayBuffer>[]>;
}

/** Seals a capture to the organisation's key exactly as a tablet does: for the example, the tests and the bench. */
export async function sealCapture(
  key: { keyId: string; publicKey: string },
  by: Recorder,
  capture: Capture,
): Promise<SealedCapture> {
  const at = capture.at ?? new Date();
  const schemaVersion = findKind(capture.kind)?.schemaVersion ?? 1;
  const entityId = capture.entityId ?? randomUUID();
  const encrypted = await Promise.all((capture.files ?? []).map(encryptFile));
  const consent = capture.consent ?? null;
  const header = {
    v: ENVELOPE_VERSION,
    opId: capture.opId ?? uuidv7({ msecs: at.getTime() }),
    installId: by.installId,
    seq: by.seq,
    kind: capture.kind,
    entityId,
    schemaVersion,
    actorId: by.actorId,
    consentRef: consent?.version ?? null,
    capturedAt: { wall: at.toISOString(), zone: 'Europe/London', uptimeMs: 60_000 + by.seq, lastServerTime: null },
    media: encrypted.map(({ ref }) => ref),
  } as OperationHeader;
  const sealedRecord = record.parse({
    kind: capture.kind,
    schemaVersion,
    entityId,
    amends: capture.amends ?? null,
    visit: capture.visit ?? null,
    recordedBy: { actorId: by.actorId, displayName: by.displayName },
    language: capture.language ?? 'en',
    readingMode: capture.readingMode ?? 'standard',
    receiptCode: capture.receiptCode ?? null,
    consent,
    startedAt: new Date(at.getTime() - 60_000).toISOString(),
    finishedAt: at.toISOString(),
    media: encrypted.map(({ sealed }) => sealed),
    body: capture.body,
  });
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const point = new Uint8Array(Buffer.from(key.publicKey, 'base64'));
  const recipientPublicKey = await suite.kem.deserializePublicKey(point);
  const info = new TextEncoder().encode(SEAL_INFO);
  const { ct, enc } = await suite.seal({ recipientPublicKey, info }, packRecord(sealedRecord), headerBytes(header));
  const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64');
  return {
    operation: { ...header, sealed: { keyId: key.keyId, enc: base64(enc), ct: base64(ct) } },
    chunks: new Map(encrypted.map(({ ref, chunks }) => [ref.id, chunks])),
  };
}

async function encryptFile(
  file: CapturedFile,
): Promise<{ ref: MediaRef; sealed: SealedMedia; chunks: Uint8Array<ArrayBuffer>[] }> {
  const id = randomUUID() as MediaRef['id'];
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const count = Math.max(1, Math.ceil(file.bytes.length / CHUNK_PLAIN_BYTES));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; index < count; index += 1) {
    const plain = file.bytes.slice(index * CHUNK_PLAIN_BYTES, (index + 1) * CHUNK_PLAIN_BYTES);
    const additionalData = chunkAbout(id, index, index === count - 1);
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: chunkNonce(index), additionalData }, key, plain);
    chunks.push(new Uint8Array(box));
  }
  const { role, mime, bytes, ...about } = file;
  const joined = Buffer.concat(chunks);
  return {
    ref: { id, role, mime, sha256: sha256(joined), bytes: joined.length, chunks: count },
    sealed: {
      id,
      role,
      mime,
      key: Buffer.from(raw).toString('base64'),
      sha256: sha256(bytes),
      bytes: bytes.length,
      ...about,
    },
    chunks,
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
