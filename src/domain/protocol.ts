import * as z from 'zod/mini';
import { actorId, deviceId, installId, mediaId, opId } from './ids.ts';
import { role } from './roles.ts';
import { placeGrade } from './record.ts';

/**
 * The words between tablet and server. `docs/protocol.md` tells the same story in prose.
 * Every request of an enrolled tablet carries:
 *   Authorization: SaidAndDone device="<deviceId>", nonce="<nonce>", signature="<base64 P-256 ECDSA SHA-256>"
 * over `signedText(...)`. The server hands out the next nonce in the header `Said-Nonce` of every answer.
 */

export const PROTOCOL_VERSION = 1;
/**
 * Which kinds of reference rows this app can read; sent with every pull as `knows`. Counted up with every kind that is
 * added: an app that was brought up to date then fetches afresh what its older self passed over. 2: surveys.
 * 3: sounds of the app's own words. 4: the directory of places, and base maps.
 */
export const REFERENCE_LEVEL = 4;
export const NONCE_HEADER = 'said-nonce';
/** With every chunk: SHA-256 of its bytes, hex. What was damaged on the way is refused with `wrong-hash`, not kept. */
export const CHUNK_HASH_HEADER = 'x-chunk-sha256';
export const MAX_PUSH_OPERATIONS = 100;
export const MAX_PUSH_BYTES = 1024 * 1024;
export const FIRST_PUSH_OPERATIONS = 20;
export const MEDIA_CHUNK_BYTES = 1024 * 1024;

export const PATHS = {
  hello: '/sync/v1/hello',
  push: '/sync/v1/push',
  pull: '/sync/v1/pull',
  /** PUT one chunk: `${media}/${id}/${n}`; GET what is there: `${media}/${id}`. */
  media: '/sync/v1/media',
  enrol: '/sync/v1/enrol',
  enrolStatus: '/sync/v1/enrol/status',
  recover: '/sync/v1/recover',
  /** GET `${assets}/${sha256}`: a clip or a picture of a survey, or a piece of a map, by its hash. Signed like every request. */
  assets: '/sync/v1/assets',
} as const;

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** What a tablet signs. `bodySha256` is the hex hash of the body as sent (after gzip), or of nothing. */
export function signedText(method: string, pathAndQuery: string, bodySha256: string, nonce: string): string {
  return ['said-and-done/1', method.toUpperCase(), pathAndQuery, bodySha256, nonce].join('\n');
}

/** Any answer that is not 2xx: one problem of the catalogue. Retry-After, where given, is in seconds. */
export const problemAnswer = z.object({
  problem: text(60),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

// --- push ---------------------------------------------------------------------------------------------------------

/**
 * How the tablet is, so that staff can see unsent work and trouble without reading anything. What a newer tablet tells
 * beside this is passed over: it must not keep anybody's words away.
 */
const deviceHealth = z.object({
  unsent: count,
  oldestUnsentAt: z.nullable(text(40)),
  persisted: z.nullable(z.boolean()),
  freeBytes: z.nullable(count),
  battery: z.nullable(z.number()),
  appVersion: text(40),
  wall: text(40),
  /** Ids of base maps of which every piece is here; told where there are maps at all. */
  maps: z.optional(z.array(text(64)).check(z.maxLength(200))),
});
export type DeviceHealth = z.output<typeof deviceHealth>;

/** `operations` are parsed one by one on the server, so that a bad one never stops the others. */
export const pushRequest = z.strictObject({
  installId,
  health: deviceHealth,
  operations: z.array(z.unknown()).check(z.maxLength(MAX_PUSH_OPERATIONS)),
});
export type PushRequest = z.output<typeof pushRequest>;

const verdict = z.enum(['stored', 'duplicate', 'quarantined', 'retry']);
export type Verdict = z.output<typeof verdict>;

/** Where the server stands with one install. The server's word, never the tablet's memory, decides what is sent again. */
export const standing = z.object({
  /** Changes when a backup is restored. */
  serverEpoch: text(40),
  serverTime: text(40),
  /** Every operation 1..n of this install is committed and flushed. */
  haveThrough: count,
  /** Every operation 1..n is inside a verified backup (or old enough, where the organisation chose so). */
  durableThrough: count,
  /** Ranges above `haveThrough` the server has not got although it has later ones: [first, last]. */
  missing: z.array(z.tuple([count, count])),
});
export type Standing = z.output<typeof standing>;

export const pushAnswer = z.object({
  verdicts: z.array(
    z.object({
      /** null when the operation was too broken to hold an id; then `index` tells which it was. */
      opId: z.nullable(opId),
      index: count,
      /** A verdict this version does not know leaves the operation waiting. */
      verdict: z.catch(verdict, 'retry'),
      problem: z.optional(text(60)),
    }),
  ),
  standing,
});
export type PushAnswer = z.output<typeof pushAnswer>;

/** Asked at the start of every sync: who am I to you, and how far have you got? */
export const helloRequest = z.strictObject({ installId, health: deviceHealth });
export const helloAnswer = z.object({ standing, protocol: count, minimumProtocol: count });
export type HelloAnswer = z.output<typeof helloAnswer>;

// --- media --------------------------------------------------------------------------------------------------------

export const mediaAnswer = z.object({
  id: mediaId,
  /** Chunk numbers, from 0, that are flushed on the server. */
  have: z.array(count),
  /** True only when every chunk is there and the hash of all of them is right. */
  complete: z.boolean(),
});
export type MediaAnswer = z.output<typeof mediaAnswer>;

// --- pull ---------------------------------------------------------------------------------------------------------

export const rosterEntry = z.object({ actorId, displayName: text(80), role });
export type RosterEntry = z.output<typeof rosterEntry>;

/** A phone number on the "something serious" card; `confirmed` says whether the organisation has checked it. */
export const phone = z.object({ id: text(40), label: text(120), number: text(40), confirmed: z.boolean() });
export type Phone = z.output<typeof phone>;

/** The organisation as a tablet needs it. */
export const organisation = z.object({
  orgId: text(40),
  name: text(120),
  example: z.boolean(),
  languages: z.array(text(35)),
  orgKey: z.object({ keyId: text(64), publicKey: base64 }),
  phones: z.array(phone),
  /** Days after which a stored payload may leave the tablet, or null: only once it is in a verified backup. */
  releaseAfterDays: z.nullable(count),
  lockAfterSeconds: count,
  /** From so many days in 90 on, a group is asked too often. An older server does not tell. */
  loadLimit: z.optional(count),
});
export type Organisation = z.output<typeof organisation>;

/** A place or group the team visits. */
export const venue = z.object({
  venueId: text(64),
  placeName: text(120),
  groupName: text(120),
  setting: text(40),
  grade: placeGrade,
  notes: text(1000),
});
export type Venue = z.output<typeof venue>;

/** What is still owed to a group: shown before the first question on the next visit. */
export const owed = z.object({
  entityId: text(40),
  groupName: text(120),
  placeName: text(120),
  /** The entry of the directory that was visited when it was promised. An older server does not tell. */
  placeId: z.optional(text(64)),
  what: text(400),
  dueOn: z.nullable(text(10)),
});
export type Owed = z.output<typeof owed>;

/** How one of this tablet's own operations stands at the desk. Never its content. */
export const receipt = z.object({
  opId,
  state: z.enum(['waiting', 'applied', 'quarantined', 'withdrawn']),
  problem: z.nullable(text(60)),
  /** Ids of photos and voice notes that have not fully arrived. */
  mediaMissing: z.array(mediaId),
});
export type Receipt = z.output<typeof receipt>;

/** GET `${pull}?cursor=…`: rows this version of the app does not know are passed over one by one. */
export const pullAnswer = z.object({ rows: z.array(z.unknown()), cursor: text(200), more: z.boolean() });
export type PullAnswer = z.output<typeof pullAnswer>;

// --- enrolment ----------------------------------------------------------------------------------------------------

export const enrolRequest = z.strictObject({
  /** The one-time code: ten signs of the receipt alphabet. */
  code: text(20),
  /** Signing key of the tablet: P-256, SPKI, base64. */
  publicKey: base64.check(z.maxLength(400)),
  label: text(60),
  installId,
});
export type EnrolRequest = z.output<typeof enrolRequest>;

/** Both screens show `check`; staff approve only when they are the same. */
export const enrolAnswer = z.object({
  deviceId,
  check: text(12),
  state: z.enum(['waiting', 'approved', 'refused']),
});
export type EnrolAnswer = z.output<typeof enrolAnswer>;

/** After an IndexedDB wipe: the journal's operations, by the enrolment cookie alone, into quarantine. */
export const recoverRequest = z.strictObject({
  operations: z.array(z.unknown()).check(z.maxLength(MAX_PUSH_OPERATIONS)),
});
