import * as z from 'zod/mini';
import { ladderReached } from './ladder.ts';
import { LISTS } from './lists/lists.ts';
import {
  betterNow,
  day,
  entryId,
  entryType,
  noteKind,
  placeFacts,
  placeLink,
  placeSource,
  placeStatus,
  sizeEstimate,
  where,
} from './place.ts';
import { placeGrade } from './record.ts';

/**
 * The directory of places, groups, networks, communities and people who open doors, as it lies at the server and on every
 * tablet. An entry is what is agreed now; observations are what was seen when, by whom: added, never changed.
 */

const line = (max: number) => z.string().check(z.maxLength(max));
const [firstSetting, ...settings] = LISTS.settings;

export const directoryEntry = z.object({
  entryId,
  type: entryType,
  /** A code name where the place is shielded. */
  name: line(120),
  alsoCalled: z.array(line(120)).check(z.maxLength(10)),
  setting: z.nullable(z.enum([firstSetting, ...settings])),
  grade: placeGrade,
  where,
  /** Name of the council area, where known. All that is told of where a shielded place is. */
  council: line(120),
  status: z.nullable(placeStatus),
  facts: placeFacts,
  size: z.nullable(sizeEstimate),
  /** What the team tells itself, from before there was a directory. */
  notes: line(1000),
  /** Owned and approved by the community, shown before a visit. */
  culture: z.array(z.strictObject({ says: line(600), approvedBy: line(120), on: day })).check(z.maxLength(20)),
  /** Who may be asked, and how. `entry` where they stand in the directory. */
  askable: z
    .array(z.strictObject({ who: line(120), how: line(200), entry: z.nullable(entryId) }))
    .check(z.maxLength(20)),
  links: z.array(placeLink).check(z.maxLength(60)),
  /** How far the relationship has come, as staff say; null or absent: they say nothing of it. */
  ladder: z.optional(z.nullable(ladderReached)),
  /** null, or the entry this one turned out to be the same as. Its observations then count as that one's. */
  mergedInto: z.nullable(entryId),
  /** No longer there, or no longer visited. */
  closed: z.boolean(),
  /** Whether staff have looked at it since it came in from the field. */
  checked: z.boolean(),
  /** When it was first written down. */
  since: day,
});
export type DirectoryEntry = z.output<typeof directoryEntry>;

/** `visit`: somebody was there. The rest are the kinds of map notes. */
const observationKind = z.union([noteKind, z.literal('visit')]);

export const observation = z.object({
  /** Random, made with the record; not its entity id, which opens the way to withdraw it. */
  observationId: line(64),
  entryId,
  on: day,
  kind: observationKind,
  /** In a sentence or two. Empty for a bare visit. */
  what: line(600),
  themes: z.array(line(40)).check(z.maxLength(10)),
  status: z.nullable(placeStatus),
  facts: placeFacts,
  link: z.nullable(placeLink),
  where,
  /** Of the same entry. Absent: it answers nothing. */
  answers: z.optional(betterNow),
  source: placeSource,
  /** Who wrote it down: a name of the roster. */
  byName: line(80),
});
export type Observation = z.output<typeof observation>;

/** What a record tells the whole team: an entry that is new, an observation of one, or both. */
export interface Told {
  readonly entry: DirectoryEntry | null;
  readonly observation: Observation | null;
}

/** Told by a record of this tablet that has not come back from the server yet. */
export interface OwnTold extends Told {
  readonly opId: string;
  readonly entityId: string;
}

/** Row id of an observation: all of one entry lie together. */
export const observationRowId = (of: { entryId: string; observationId: string }): string =>
  `${of.entryId}/${of.observationId}`;

/** Pieces of a base map are of this size; the last one may be shorter. Bytes. */
export const MAP_PIECE_BYTES = 1024 * 1024;
/** A row names no more pieces: no map is larger than all of them. */
export const MOST_MAP_PIECES = 2048;
const count = z.int().check(z.nonnegative());
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A base map for tablets: one PMTiles file, in pieces that are fetched and checked one by one like every other asset. */
export const baseMap = z.object({
  mapId: line(64),
  title: line(120),
  /** West, south, east, north. Degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minZoom: count,
  maxZoom: count,
  bytes: count,
  pieces: z.array(z.object({ sha256, bytes: count })).check(z.maxLength(MOST_MAP_PIECES)),
  /** Shown on the map, as its licence asks. */
  attribution: line(400),
});
export type BaseMap = z.output<typeof baseMap>;
