import * as z from 'zod/mini';
import { betterNow, day, entryId, entryType, placeSource, placeStatus } from './place.ts';

/**
 * The words between the desk and the server about what changed in the directory of places since a day. Nothing of it is
 * kept: it is read each time from what was noted and from what was done to entries.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());

/** Nobody reads further back in one piece; a day before that is taken as this long ago. */
export const MOST_NEWS_DAYS = 366;
/** More than anybody reads; `found` says how many there were. */
export const MOST_NEWS = 2_000;

const about = {
  /** Local calendar date on which it was so, or was noted. */
  on: day,
  /** The day it reached the office, where that is later than the day asked for and `on` is before it; else null. */
  cameIn: z.nullable(day),
  /** null for a spot that is no entry. What was merged into another stands under the other. */
  entryId: z.nullable(entryId),
  name: text(120),
  type: z.nullable(entryType),
};
/** A name of the roster or of the desk; empty where nobody is known. */
const by = text(80);

const newsLine = z.discriminatedUnion('what', [
  /** It stands in the directory since then. */
  z.object({ ...about, what: z.literal('new'), how: z.enum(['arrived', 'added', 'imported', 'brought']), by }),
  /** Somebody noted something of it: on so many days, the last of them `on`. */
  z.object({
    ...about,
    what: z.literal('seen'),
    days: count,
    /** When it was last seen, as far as was known before; null: never. After `on` where that came in late. */
    before: z.nullable(day),
    /** It had not been seen for six months. */
    afterLong: z.boolean(),
  }),
  /** How it stands is told otherwise than before. `source` null: changed at the desk. */
  z.object({
    ...about,
    what: z.literal('status'),
    before: z.nullable(placeStatus),
    after: placeStatus,
    by,
    source: z.nullable(placeSource),
  }),
  z.object({
    ...about,
    what: z.literal('need'),
    says: text(600),
    by,
    source: placeSource,
    share: z.enum(['team', 'office']),
    /** Where it stands in the inbox. */
    entityId: text(40),
  }),
  /** Somebody says whether what was noted before is better now. `says`: what was noted; empty when that was taken back. */
  z.object({
    ...about,
    what: z.literal('answered'),
    now: betterNow.shape.now,
    says: text(600),
    by,
    source: placeSource,
    share: z.enum(['team', 'office']),
    entityId: text(40),
  }),
  /** Two people see it differently: how it stands, or one of the facts. `on`: when the later one did. */
  z.object({ ...about, what: z.literal('differing'), field: text(40) }),
  /** It turned out to be the same as `other`, or not to be. */
  z.object({ ...about, what: z.literal('merged'), other: text(120), by }),
  z.object({ ...about, what: z.literal('unmerged'), other: text(120), by }),
  z.object({ ...about, what: z.literal('closed'), by }),
  z.object({ ...about, what: z.literal('opened'), by }),
  /** Since this day nobody has seen it for six months. */
  z.object({ ...about, what: z.literal('fading'), lastSeen: day }),
]);
export type NewsLine = z.output<typeof newsLine>;

/** GET /desk/v1/places/news?since -> placeNews, newest first. Without `since`: of the last seven days. */
export const newsQuery = z.object({ since: z.optional(day) });
export type NewsQuery = z.output<typeof newsQuery>;
export const placeNews = z.object({ since: day, today: day, lines: z.array(newsLine), found: count });
export type PlaceNews = z.output<typeof placeNews>;
