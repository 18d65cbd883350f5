import * as z from 'zod/mini';
import { actorId, entityId, installId, mediaId, opId } from './ids.ts';

/**
 * The sealed, immutable envelope of one operation: what leaves the tablet.
 * The header is dull on purpose (no names, no fine place). It is the additional authenticated data of the seal, so
 * nobody can re-label a record without breaking it.
 */

export const ENVELOPE_VERSION = 1;

/** HPKE `info` of every sealed record: a seal made for anything else does not open as one. UTF-8. */
export const SEAL_INFO = 'said-and-done/record/1';

/** Largest envelope the server takes, in bytes of its JSON. Media travel apart from it. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.nonnegative());

export const mediaRole = z.enum(['photo', 'voice']);
export type MediaRole = z.output<typeof mediaRole>;

/** What the server must receive before a record is complete: `sha256` and `bytes` are of the encrypted chunks joined. */
export const mediaRef = z.strictObject({
  id: mediaId,
  role: mediaRole,
  sha256: sha256Hex,
  bytes: count,
  chunks: z.int().check(z.positive(), z.maximum(4096)),
  mime: z.string().check(z.maxLength(64)),
});
export type MediaRef = z.output<typeof mediaRef>;

/** Device clocks decide nothing: the server stores all of this beside its own time of arrival. */
export const capturedAt = z.strictObject({
  /** ISO 8601 in UTC, by the tablet's own clock, which may be years out. */
  wall: z.string().check(z.maxLength(40)),
  zone: z.string().check(z.maxLength(64)),
  /** Milliseconds since the page began: tells the order even when the clock is changed. */
  uptimeMs: count,
  /** Last time the server told us, ISO 8601, or null if never. */
  lastServerTime: z.nullable(z.string().check(z.maxLength(40))),
});
export type CapturedAt = z.output<typeof capturedAt>;

const sealedBox = z.strictObject({
  keyId: z.string().check(z.maxLength(64)),
  /** HPKE encapsulated key, base64. */
  enc: base64.check(z.maxLength(200)),
  /** HPKE ciphertext, base64. */
  ct: base64,
});
export type SealedBox = z.output<typeof sealedBox>;

export const operation = z.strictObject({
  v: z.int().check(z.positive()),
  opId,
  installId,
  seq: z.int().check(z.positive()),
  /** A record kind's name, `withdrawal`, or `void` (an operation withdrawn before it was ever sent). */
  kind: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/)),
  entityId,
  schemaVersion: z.int().check(z.positive()),
  actorId,
  /** Version of the consent wording that was read out, or null where no consent is asked (a visit, a tally). */
  consentRef: z.nullable(z.string().check(z.maxLength(40))),
  capturedAt,
  media: z.array(mediaRef).check(z.maxLength(32)),
  /** null only for kind `void`. */
  sealed: z.nullable(sealedBox),
});
export type Operation = z.output<typeof operation>;
export type OperationHeader = Omit<Operation, 'sealed'>;

/** The kind of an operation whose content was withdrawn before it was sent: it keeps its number and holds nothing. */
export const VOID_KIND = 'void';

/** The header as bytes, in one fixed order: the additional authenticated data of the seal. */
export function headerBytes(header: OperationHeader): Uint8Array<ArrayBuffer> {
  const { v, opId, installId, seq, kind, entityId, schemaVersion, actorId, consentRef, capturedAt, media } = header;
  const at = [capturedAt.wall, capturedAt.zone, capturedAt.uptimeMs, capturedAt.lastServerTime];
  const parts = media.map((m) => [m.id, m.role, m.sha256, m.bytes, m.chunks, m.mime]);
  return new TextEncoder().encode(
    JSON.stringify([v, opId, installId, seq, kind, entityId, schemaVersion, actorId, consentRef, at, parts]),
  );
}

/** The whole operation as bytes, in one fixed order: its SHA-256 is the operation's `hash`. */
export function operationBytes(op: Operation): Uint8Array<ArrayBuffer> {
  const header = new TextDecoder().decode(headerBytes(op));
  const sealed = op.sealed === null ? null : [op.sealed.keyId, op.sealed.enc, op.sealed.ct];
  return new TextEncoder().encode(JSON.stringify([header, sealed]));
}
