import * as z from 'zod/mini';

/** A branded string: ids of different things cannot be mixed up by accident. */
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** One sealed operation; UUIDv7, made on the tablet. The idempotency key of everything that is pushed. */
export const opId = uuid.brand<'OpId'>();
export type OpId = z.output<typeof opId>;

/** The thing an operation is about: a conversation, a need. An amendment shares its original's entity id. */
export const entityId = uuid.brand<'EntityId'>();
export type EntityId = z.output<typeof entityId>;

/** A tablet, given by the server at enrolment; survives until staff revoke it. */
export const deviceId = uuid.brand<'DeviceId'>();
export type DeviceId = z.output<typeof deviceId>;

/** One life of a tablet's store: new whenever the store is created, so that a wipe is visible. */
export const installId = uuid.brand<'InstallId'>();
export type InstallId = z.output<typeof installId>;

/** A person who records or reads: champion, volunteer, staff, lead, admin. Never a participant. */
export const actorId = uuid.brand<'ActorId'>();
export type ActorId = z.output<typeof actorId>;

export const mediaId = uuid.brand<'MediaId'>();
export type MediaId = z.output<typeof mediaId>;

export const visitId = uuid.brand<'VisitId'>();
export type VisitId = z.output<typeof visitId>;
