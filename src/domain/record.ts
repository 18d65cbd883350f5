import * as z from 'zod/mini';
import { actorId, entityId, mediaId, opId, visitId } from './ids.ts';
import { mediaRole } from './envelope.ts';
import { consent } from './consent.ts';

/** What is inside the seal: one record, the same frame for every kind. `body` is parsed with the kind's own schema. */

const text = (max: number) => z.string().check(z.maxLength(max));
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** How fine a place may be kept (chosen by the venue, never by the worker in a hurry). */
export const placeGrade = z.enum(['open', 'area', 'shielded']);
export type PlaceGrade = z.output<typeof placeGrade>;

/** The visit a record belongs to, copied into each record so that no record depends on another one arriving. */
export const visitStamp = z.strictObject({
  visitId,
  placeName: text(120),
  grade: placeGrade,
  /** Code of the `settings` list. */
  setting: text(40),
  groupName: text(120),
  /** The place in the directory, where it is one. */
  placeId: z.optional(text(64)),
  /** Local calendar date, YYYY-MM-DD. */
  date: text(10),
  team: z.array(text(80)).check(z.maxLength(20)),
  interpreter: z.nullable(z.strictObject({ type: text(40), language: text(35), atConsent: z.boolean() })),
});
export type VisitStamp = z.output<typeof visitStamp>;

/** A photo or a voice note: the key opens its encrypted chunks, and only the seal holds the key. */
export const sealedMedia = z.strictObject({
  id: mediaId,
  role: mediaRole,
  mime: text(64),
  /** AES-256-GCM key, base64, new for each file. */
  key: text(64),
  /** SHA-256 of the file before encryption, hex. */
  sha256: sha256Hex,
  bytes: z.int().check(z.nonnegative()),
  caption: z.optional(text(400)),
  durationMs: z.optional(z.int().check(z.nonnegative())),
  language: z.optional(text(35)),
});
export type SealedMedia = z.output<typeof sealedMedia>;

export const record = z.strictObject({
  kind: text(41),
  schemaVersion: z.int().check(z.positive()),
  entityId,
  /** The operation this one corrects or adds to, or null. */
  amends: z.nullable(opId),
  visit: z.nullable(visitStamp),
  /** Fixed at capture: who is signed in when it is sent does not matter. */
  recordedBy: z.strictObject({ actorId, displayName: text(80) }),
  /** BCP 47 tag the screen stood in at Finish. */
  language: text(35),
  readingMode: z.enum(['standard', 'easy']),
  /** Eight signs, without the dash, or null where no receipt is given. */
  receiptCode: z.nullable(text(8)),
  consent: z.nullable(consent),
  startedAt: text(40),
  finishedAt: text(40),
  media: z.array(sealedMedia).check(z.maxLength(32)),
  body: z.unknown(),
});
export type SealedRecord = z.output<typeof record>;
