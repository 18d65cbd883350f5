import * as z from 'zod/mini';
import { LISTS, type CodeOf, type ListName } from './lists/lists.ts';
import { isSnapped, type LngLat } from './place-grid.ts';
import type { PlaceGrade } from './record.ts';

/** What is kept of a place, a group, a network, a community or somebody who opens doors. Shared by records and directory. */

const line = (max: number) => z.string().check(z.maxLength(max));
const code = <Name extends ListName>(list: Name) =>
  z.enum(LISTS[list] as unknown as readonly [CodeOf<Name>, ...CodeOf<Name>[]]);
const codes = <Name extends ListName>(list: Name) => z.array(code(list)).check(z.maxLength(40));
/** Local calendar date. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Name of one entry of the directory: made on the tablet that added it, or by the desk. */
export const entryId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
export const entryType = code('entryTypes');
export type EntryType = z.output<typeof entryType>;

const lngLat = z.tuple([z.number(), z.number()]);
const mapped = z.enum(['open', 'area']);

const snapped = ({ grade, points }: { grade: 'open' | 'area'; points: readonly LngLat[] }): boolean =>
  points.every((point) => isSnapped(grade, point));
const tooFine = { error: 'finer than its grade allows' };

/**
 * Where it is, never finer than `grade`: positions are middles of cells (`place-grid.ts`), and a position that is not
 * one does not fit. `council` is all that a shielded place has.
 */
export const where = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('nowhere') }),
  z.strictObject({ as: z.literal('council'), council: line(120) }),
  z
    .strictObject({ as: z.literal('point'), grade: mapped, points: z.array(lngLat).check(z.length(1)) })
    .check(z.refine(snapped, tooFine)),
  z
    .strictObject({
      as: z.literal('line'),
      grade: mapped,
      points: z.array(lngLat).check(z.minLength(2), z.maxLength(80)),
    })
    .check(z.refine(snapped, tooFine)),
  z
    .strictObject({
      as: z.literal('area'),
      grade: mapped,
      points: z.array(lngLat).check(z.minLength(3), z.maxLength(80)),
    })
    .check(z.refine(snapped, tooFine)),
]);
export type Where = z.output<typeof where>;
export const NOWHERE: Where = { as: 'nowhere' };

/** Whether this may be kept of a place of this grade. A shielded place has no position; an area none finer than 1 km. */
export function allowedAt(grade: PlaceGrade, at: Where): boolean {
  if (at.as === 'nowhere' || at.as === 'council') return true;
  return grade === 'open' || (grade === 'area' && at.grade === 'area');
}

const spot = z.tuple([z.int().check(z.minimum(0), z.maximum(1000)), z.int().check(z.minimum(0), z.maximum(1000))]);

/** A plan drawn with residents, on a blank sheet or over a photo of a thing (a notice board, a plan on the wall). */
export const sheet = z.strictObject({
  /** The photo it is drawn over, one of the record's own, or null for a blank sheet. */
  photo: z.nullable(line(64)),
  /** Width of the sheet divided by its height. */
  shape: z.number().check(z.minimum(0.2), z.maximum(5)),
  marks: z
    .array(
      z.strictObject({
        as: z.enum(['pin', 'line', 'area']),
        /** Thousandths of the sheet, from its top left corner, whatever the direction of the text. */
        points: z.array(spot).check(z.minLength(1), z.maxLength(400)),
        says: line(80),
      }),
    )
    .check(z.maxLength(60)),
});
export type Sheet = z.output<typeof sheet>;

/** What is good to know before going. Everything optional: an observation tells what was seen, not what was not. */
export const placeFacts = z.strictObject({
  /** Who meets there. */
  whoMeets: z.optional(line(200)),
  /** Who receives us: a role, or the name they want to be known by. */
  host: z.optional(line(120)),
  /** BCP 47 tags. */
  languages: z.optional(z.array(line(35)).check(z.maxLength(20))),
  goodTimes: z.optional(codes('goodTimes')),
  timesNote: z.optional(line(200)),
  access: z.optional(codes('placeAccess')),
  accessNote: z.optional(line(200)),
  signal: z.optional(code('signal')),
  charging: z.optional(code('yesNo')),
  sensitivities: z.optional(line(600)),
  photos: z.optional(code('photoRules')),
  /** Nobody should go there by themselves. */
  notAlone: z.optional(z.boolean()),
  /** Who gave permission to come, and when. */
  permission: z.optional(
    z.strictObject({ from: code('permissionFrom'), on: z.optional(day), note: z.optional(line(200)) }),
  ),
});
export type PlaceFacts = z.output<typeof placeFacts>;

export const sizeEstimate = z.strictObject({
  /** In words: "about 40 families". */
  about: line(80),
  source: code('placeSources'),
  confidence: code('confidence'),
});

/** One entry linked to another: this group meets at that venue, this elder opens the door to that community. */
export const placeLink = z.strictObject({ to: entryId, how: code('linkKinds') });
export type PlaceLink = z.output<typeof placeLink>;

export const placeStatus = code('placeStatus');
export type PlaceStatus = z.output<typeof placeStatus>;
export const placeSource = code('placeSources');
/**
 * Whether what was told before is better now. It names that observation and repeats none of its words: what is taken back
 * there is nowhere.
 */
export const betterNow = z.strictObject({ observationId: line(64), now: code('betterNow') });
export type BetterNow = z.output<typeof betterNow>;
export const noteKind = code('noteKinds');
export type NoteKind = z.output<typeof noteKind>;
