import * as z from 'zod/mini';

/**
 * The words between the desk and the server about base maps (`/desk/v1/maps...`, session cookie). A *source* is a PMTiles
 * file that was brought to the server and from which maps are made; a *map* is what tablets can be offered.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());

/** Why a file or an area cannot become a map: `details.reason` of the problem `asset-type`. */
export const MAP_REFUSALS = [
  'not-pmtiles',
  'not-vector',
  'packed-otherwise',
  'other-layers',
  'no-credit',
  'cut-off',
  'damaged',
  'empty',
  'not-an-area',
  'too-large',
] as const;
export type MapRefusal = (typeof MAP_REFUSALS)[number];

const degrees = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** West, south, east, north. Degrees. */
export type Bounds = z.output<typeof degrees>;

/** An area on the map of the earth, not across the date line. */
export const isArea = ([west, south, east, north]: Bounds): boolean =>
  west >= -180 && west < east && east <= 180 && south >= -85.06 && south < north && north <= 85.06;

const area = z.strictObject({
  bounds: degrees.check(z.refine(isArea)),
  /** The closest step that is kept; 14 shows houses. */
  maxZoom: z.int().check(z.minimum(0), z.maximum(22)),
});
export type MapArea = z.output<typeof area>;

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const facts = {
  title: text(120),
  bounds: degrees,
  minZoom: count,
  maxZoom: count,
  bytes: count,
  attribution: text(400),
};

const mapLine = z.object({
  mapId: id,
  ...facts,
  /** `making`: its pieces are still being written. */
  state: z.enum(['making', 'kept', 'offered']),
  /** Bytes written so far. */
  made: count,
  madeAt: text(40),
  madeBy: text(80),
  /** Tablets that told, at their last contact, that they hold all of it. */
  wholeOn: z.array(text(60)),
});
export type MapLine = z.output<typeof mapLine>;

const sourceLine = z.object({
  sourceId: id,
  ...facts,
  addedAt: text(40),
  addedBy: text(80),
  /** false after a restore: files that maps are cut from are not in backups. */
  here: z.boolean(),
});
export type SourceLine = z.output<typeof sourceLine>;

/** GET /desk/v1/maps. */
export const mapsAnswer = z.object({
  maps: z.array(mapLine),
  sources: z.array(sourceLine),
  /** Tablets that are let in. */
  tablets: count,
  /** At the server, or null where that cannot be told. */
  freeBytes: z.nullable(count),
});
export type MapsAnswer = z.output<typeof mapsAnswer>;

/** POST /desk/v1/maps/estimate -> mapEstimate. `area` null: all that the source has. */
export const estimateBody = z.strictObject({ sourceId: id, area: z.nullable(area) });
export type EstimateBody = z.output<typeof estimateBody>;
/** The exact size of the map that would be made. */
export const mapEstimate = z.object({ bytes: count, tiles: count, bounds: degrees, minZoom: count, maxZoom: count });
export type MapEstimate = z.output<typeof mapEstimate>;

/** POST /desk/v1/maps -> mapBegun, at once: how far it is stands in the list. `offer`: to tablets, once it is whole. */
export const makeMapBody = z.strictObject({
  sourceId: id,
  area: z.nullable(area),
  title: text(120).check(z.minLength(1)),
  offer: z.boolean(),
});
export type MakeMapBody = z.output<typeof makeMapBody>;
export const mapBegun = z.object({ mapId: id });

/** POST /desk/v1/maps/:mapId. DELETE takes it away from tablets and server. */
export const mapAction = z.strictObject({ action: z.enum(['offer', 'take-back']) });
export type MapAction = z.output<typeof mapAction>['action'];

export const mapPath = z.object({ mapId: id });
export const sourcePath = z.object({ sourceId: id });
/** GET /desk/v1/maps/:mapId/bytes and /desk/v1/maps/sources/:sourceId/bytes: for the desk's own map. */
export const bytesQuery = z.object({
  from: z.coerce.number().check(z.int(), z.nonnegative()),
  length: z.coerce.number().check(z.int(), z.positive(), z.maximum(4 * 1024 * 1024)),
});

/** A chunk of a file that is brought in. Bytes. */
export const UPLOAD_CHUNK_BYTES = 1024 * 1024;
/** POST /desk/v1/maps/uploads -> upload. `bytes`: how long the whole file is. */
export const uploadBody = z.strictObject({ bytes: count.check(z.minimum(1)) });
/** PUT /desk/v1/maps/uploads/:uploadId?at=… with a chunk as it is -> upload. `at`: where the next one begins. */
export const upload = z.object({ uploadId: id, at: count });
export type Upload = z.output<typeof upload>;
export const uploadPath = z.object({ uploadId: id });
export const uploadQuery = z.object({ at: z.coerce.number().check(z.int(), z.nonnegative()) });
/** POST /desk/v1/maps/uploads/:uploadId/done -> sourceLine. `credit`: where the file itself names nobody. */
export const uploadDone = z.strictObject({ title: text(120).check(z.minLength(1)), credit: z.optional(text(400)) });
export type UploadDone = z.output<typeof uploadDone>;
export const sourceAnswer = sourceLine;
