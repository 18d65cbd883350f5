import * as z from 'zod/mini';
import { actorId, deviceId, entityId, opId } from './ids.ts';
import { LANES } from './kind.ts';
import { role } from './roles.ts';
import { capturedAt, mediaRole } from './envelope.ts';
import { phone } from './protocol.ts';
import { record } from './record.ts';

/** The words between the staff desk and the server (`/desk/v1/...`, session cookie, JSON only). */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const filled = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const itemState = z.enum(['new', 'read', 'needs-action', 'done']);
export type ItemState = z.output<typeof itemState>;

// --- first run, sign-in, people -----------------------------------------------------------------------------------

/** GET /desk/v1/status: needs no sign-in. POST and DELETE /desk/v1/session: sign in, sign out. */
export const deskStatus = z.object({
  setUp: z.boolean(),
  example: z.boolean(),
  organisation: z.nullable(text(120)),
  me: z.nullable(z.object({ actorId, displayName: text(80), role })),
  appVersion: text(40),
});
export type DeskStatus = z.output<typeof deskStatus>;

export const MIN_PASSWORD_LENGTH = 12;
const password = z.string().check(z.minLength(MIN_PASSWORD_LENGTH), z.maxLength(200));
const loginName = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._@-]{1,79}$/));

/** POST /desk/v1/setup -> deskStatus, signed in. */
export const setupRequest = z.strictObject({
  token: text(80),
  organisation: filled(120),
  displayName: filled(80),
  loginName,
  password,
});
export type SetupRequest = z.output<typeof setupRequest>;

/** POST /desk/v1/session -> deskStatus. DELETE /desk/v1/session signs out -> 204. */
export const signInRequest = z.strictObject({ loginName: text(120), password: text(200) });

/** POST /desk/v1/password: one's own -> 204, signed in here and nowhere else. */
export const passwordChange = z.strictObject({ current: text(200), next: password });

/** POST /desk/v1/people. Champions and volunteers have no password: they unlock a tablet, not the desk. */
export const newPerson = z.strictObject({
  displayName: filled(80),
  role,
  loginName: z.optional(loginName),
  password: z.optional(password),
});
export type NewPerson = z.output<typeof newPerson>;

export const person = z.object({
  actorId,
  displayName: text(80),
  role,
  loginName: z.nullable(text(80)),
  active: z.boolean(),
  lastSeenAt: z.nullable(text(40)),
});
export type Person = z.output<typeof person>;

/**
 * GET /desk/v1/people -> personList, for everybody who may read the inbox (they choose owners from it); `loginName` and
 * `lastSeenAt` are null for those who may not manage people. POST /desk/v1/people -> person.
 */
export const personList = z.object({ people: z.array(person) });

/** PATCH /desk/v1/people/:id -> person */
export const personChange = z.strictObject({
  displayName: z.optional(filled(80)),
  role: z.optional(role),
  active: z.optional(z.boolean()),
  password: z.optional(password),
});

// --- the organisation's own settings ------------------------------------------------------------------------------

/** What must be confirmed by people before the field: each is a fact only the organisation knows. */
export const CONFIRMATIONS = ['phones', 'retention', 'key-holder', 'consent-wording', 'backup-place'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export const orgSettings = z.object({
  name: filled(120),
  languages: z.array(text(35)),
  phones: z.array(phone),
  keyHolder: text(120),
  retentionMonths: count,
  voiceMonths: count,
  releaseAfterDays: z.nullable(count),
  lockAfterSeconds: z.int().check(z.minimum(30), z.maximum(900)),
  /** From so many days in 90 on, a group is asked too often. */
  loadLimit: z.int().check(z.minimum(1), z.maximum(90)),
  confirmed: z.partialRecord(z.enum(CONFIRMATIONS), z.object({ by: text(80), at: text(40) })),
});
export type OrgSettings = z.output<typeof orgSettings>;

/** GET /desk/v1/organisation -> orgSettings. PATCH /desk/v1/organisation -> orgSettings */
export const orgChange = z.partial(z.omit(orgSettings, { confirmed: true }));
/** POST /desk/v1/organisation/confirm -> orgSettings */
export const confirmRequest = z.strictObject({ what: z.enum(CONFIRMATIONS), confirmed: z.boolean() });

// --- the inbox ----------------------------------------------------------------------------------------------------

const lane = z.enum(LANES);

/** GET /desk/v1/inbox?lane&state&kind&owner&facet&q&before&limit */
export const inboxQuery = z.object({
  lane: z.optional(lane),
  /** `open`: everything that is not done. */
  state: z.optional(z.enum(['open', 'new', 'read', 'needs-action', 'done'])),
  kind: z.optional(text(41)),
  /** An actor's id, or `none`. */
  owner: z.optional(text(40)),
  facet: z.optional(text(80)),
  q: z.optional(text(200)),
  /** Opaque: `next` of the page before. */
  before: z.optional(text(120)),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
});
export type InboxQuery = z.output<typeof inboxQuery>;

/** One line of the inbox: an entity with all its records. */
const inboxItem = z.object({
  entityId,
  kind: text(41),
  lane,
  state: itemState,
  headline: text(200),
  placeName: z.nullable(text(120)),
  groupName: z.nullable(text(120)),
  /** The entry of the directory that was visited; not known of records from before it was kept here. */
  placeId: z.optional(text(64)),
  /** To whom it is owed, where something is. */
  toGroup: z.optional(text(120)),
  recordedBy: text(80),
  language: text(35),
  receivedAt: text(40),
  capturedAt: text(40),
  ownerId: z.nullable(actorId),
  ownerName: z.nullable(text(80)),
  dueAt: z.nullable(text(40)),
  withdrawn: z.boolean(),
  mediaMissing: count,
  hasVoice: z.boolean(),
  hasPhoto: z.boolean(),
  amendments: count,
});
export type InboxItem = z.output<typeof inboxItem>;

export const inboxPage = z.object({
  items: z.array(inboxItem),
  next: z.nullable(text(120)),
  /** How many there are in each lane that are not done, and in the filter as a whole (up to 10,000). */
  counts: z.object({ urgent: count, needs: count, promises: count, rest: count, quarantine: count, found: count }),
});
export type InboxPage = z.output<typeof inboxPage>;

const mediaState = z.object({
  id: text(40),
  role: mediaRole,
  mime: text(64),
  bytes: count,
  caption: z.optional(text(400)),
  durationMs: z.optional(count),
  language: z.optional(text(35)),
  state: z.enum(['here', 'coming', 'withdrawn', 'damaged']),
  /** Where the desk plays or shows it, when it is here. */
  url: z.nullable(text(200)),
});
export type MediaState = z.output<typeof mediaState>;

/** One filed record of an entity, opened for staff. */
const filedRecord = z.object({
  opId,
  receivedAt: text(40),
  capturedAt,
  deviceLabel: text(60),
  /** Milliseconds the tablet's clock was ahead (+) or behind (-) at the last contact, where known. */
  clockSkewMs: z.nullable(z.number()),
  record,
  media: z.array(mediaState),
});
export type FiledRecord = z.output<typeof filedRecord>;

export const historyEntry = z.object({
  at: text(40),
  by: text(80),
  what: z.enum(['arrived', 'amended', 'state', 'owner', 'note', 'withdrawn', 'media-arrived', 'retried']),
  /** For `state` the new state, for `owner` the new owner's name or nothing. Never content. */
  detail: text(400),
});
export type HistoryEntry = z.output<typeof historyEntry>;

/** GET /desk/v1/inbox/:entityId */
export const inboxDetail = z.object({
  item: inboxItem,
  records: z.array(filedRecord),
  note: text(4000),
  history: z.array(historyEntry),
  /** Revision to send back with a change: 409 when somebody else was quicker. */
  rev: count,
});
export type InboxDetail = z.output<typeof inboxDetail>;

/** PATCH /desk/v1/inbox/:entityId -> inboxDetail; the problem `conflict` when `rev` is no longer the item's. */
export const itemChange = z.strictObject({
  rev: count,
  state: z.optional(itemState),
  ownerId: z.optional(z.nullable(actorId)),
  note: z.optional(text(4000)),
});
export type ItemChange = z.output<typeof itemChange>;

/** POST /desk/v1/withdraw: by code, on the phone or at the desk. */
export const withdrawRequest = z.strictObject({ code: text(20), scope: z.enum(['words', 'contact']) });
export const withdrawAnswer = z.object({ found: count });

// --- quarantine ---------------------------------------------------------------------------------------------------

const quarantined = z.object({
  inboxId: text(40),
  opId: z.nullable(opId),
  kind: text(41),
  deviceLabel: z.nullable(text(60)),
  seq: z.nullable(count),
  receivedAt: text(40),
  reason: text(60),
  detail: text(400),
  attempts: count,
});
export type Quarantined = z.output<typeof quarantined>;
/** GET /desk/v1/quarantine; POST .../:inboxId/retry -> 204; GET .../:inboxId/export -> the sealed envelope as JSON. */
export const quarantinePage = z.object({ items: z.array(quarantined), total: count });

// --- tablets ------------------------------------------------------------------------------------------------------

const tablet = z.object({
  deviceId,
  label: text(60),
  state: z.enum(['waiting', 'approved', 'revoked', 'refused']),
  check: text(12),
  enrolledAt: text(40),
  lastContactAt: z.nullable(text(40)),
  unsent: z.nullable(count),
  oldestUnsentAt: z.nullable(text(40)),
  persisted: z.nullable(z.boolean()),
  freeBytes: z.nullable(count),
  battery: z.nullable(z.number()),
  clockSkewMs: z.nullable(z.number()),
  appVersion: z.nullable(text(40)),
  received: count,
  /** Numbers that never arrived: [first, last], with the install they belong to. */
  gaps: z.array(z.object({ installId: text(40), first: count, last: count, since: text(40) })),
});
export type Tablet = z.output<typeof tablet>;

/** GET /desk/v1/tablets */
export const tabletList = z.object({ tablets: z.array(tablet) });
/**
 * POST /desk/v1/tablets/code -> a one-time code, ten minutes, single use. `qr` is the picture of `url` as rows of `0`
 * and `1` with a newline between them, quiet border included: the client draws it, so no markup travels.
 */
export const enrolmentCode = z.object({ code: text(20), url: text(300), expiresAt: text(40), qr: text(20000) });
export type EnrolmentCode = z.output<typeof enrolmentCode>;
/** POST /desk/v1/tablets/:deviceId -> 204 */
export const tabletChange = z.strictObject({
  action: z.enum(['approve', 'refuse', 'revoke', 'rename']),
  label: z.optional(filled(60)),
});

// --- the audit log ------------------------------------------------------------------------------------------------

export const auditEntry = z.object({ at: text(40), by: text(80), what: text(60), about: text(120) });
/** GET /desk/v1/audit */
export const auditPage = z.object({ entries: z.array(auditEntry) });
