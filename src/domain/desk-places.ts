import * as z from 'zod/mini';
import { directoryEntry, observation } from './directory.ts';
import { LISTS, type CodeOf } from './lists/lists.ts';
import { allowedAt, day, entryId, entryType, noteKind, placeStatus } from './place.ts';
import { placeGrade } from './record.ts';

/**
 * The words between the desk and the server about the directory of places (`/desk/v1/places...`, session cookie, JSON).
 * `:id` is an entry's id. No answer holds a position finer than the grade of what it is about.
 */

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const goodTime = z.enum(LISTS.goodTimes as unknown as readonly [CodeOf<'goodTimes'>, ...CodeOf<'goodTimes'>[]]);

/** An entry in every language and with a long story: far more than anybody writes. */
export const MAX_ENTRY_BYTES = 256 * 1024;
export const MAX_IMPORT_BYTES = 4 * 1024 * 1024;
const MAX_IMPORT_ROWS = 2_000;
export const MAX_NOTES = 20_000;

// --- the list -----------------------------------------------------------------------------------------------------

const stored = {
  entry: directoryEntry,
  /** Goes back with every change. */
  rev: count,
  changedAt: text(40),
  /** Empty for what came in from the field. */
  changedBy: text(80),
  /** The record that made it in the field, to be read in the inbox; null where there is none (any more). */
  entityId: z.nullable(text(40)),
};

/** One entry with what a list shows of it, its merged ones counted in. */
const placeLine = z.object({
  ...stored,
  /** Newest observation, local calendar date. */
  lastSeen: z.nullable(day),
  freshness: z.enum(['never', 'fading', 'fresh']),
  /** As last observed; where nobody said, as the entry has it. */
  status: z.nullable(placeStatus),
  statusOn: z.nullable(day),
  observations: count,
  /** Kept for the office, beside those. */
  officeNotes: count,
  visits: count,
  /** Days on which somebody was met or asked there, ever and in the last 90 days. */
  contactDays: count,
  asked90: count,
  lastContact: z.nullable(day),
  /** Needs, dangers and what is in the way that nobody said is better; what is kept for the office counts, as on its page. */
  openNeeds: count,
  /** Pieces of its own words that are kept back (`keptBack` of `openPlace`): no file holds them. */
  keptBack: z.array(text(1000)),
  /** How many pieces staff have to decide on, in its words and in those of notes. */
  toDecide: count,
});
export type PlaceLine = z.output<typeof placeLine>;

/**
 * GET /desk/v1/places -> placeList: every entry, the closed and the merged ones too (`entry.closed`, `entry.mergedInto`:
 * what was seen of a merged one counts for the other). `loadLimit`: from so many days in 90 on, it is asked too often.
 */
export const placeList = z.object({ places: z.array(placeLine), loadLimit: count });
export type PlaceList = z.output<typeof placeList>;

/** What a person noted: told to all tablets (`team`), kept for the office, or about a spot that is no entry. */
const deskNote = z.object({
  ...z.omit(observation, { entryId: true }).shape,
  entryId: z.nullable(entryId),
  /** As the record has it: the name of the place, or empty. */
  name: text(120),
  grade: placeGrade,
  share: z.enum(['team', 'office']),
  /** Where it stands in the inbox. */
  entityId: text(40),
});
export type DeskNote = z.output<typeof deskNote>;

/**
 * GET /desk/v1/places/notes?kind&theme&type&entry&from&to&limit -> noteList, newest first. `kind` visit for bare visits;
 * without `kind` all but those. `entry` takes in what was merged into it. `found` counts all, `notes` are the first.
 */
export const notesQuery = z.object({
  kind: z.optional(z.union([noteKind, z.literal('visit')])),
  theme: z.optional(text(40)),
  type: z.optional(entryType),
  entry: z.optional(entryId),
  from: z.optional(day),
  to: z.optional(day),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_NOTES))),
});
export type NotesQuery = z.output<typeof notesQuery>;
export const noteList = z.object({ notes: z.array(deskNote), found: count });
export type NoteList = z.output<typeof noteList>;

// --- one entry ----------------------------------------------------------------------------------------------------

/**
 * What was done to it. `before` and `after` hold what changed, field by field, as it stands in an entry; of `where` only
 * whether it was a point, a line, an area, a council or nowhere: no position is kept twice.
 */
const placeEvent = z.object({
  at: text(40),
  /** Empty for what came in from the field. */
  by: text(80),
  what: z.enum([
    'arrived',
    'amended',
    'withdrawn',
    'added',
    'changed',
    'checked',
    'closed',
    'opened',
    'merged',
    'unmerged',
    'imported',
    'brought',
    'words-kept',
    'words-out',
  ]),
  /** Of which entry: of this one, or of one that was merged into it. */
  entryId,
  changes: z.array(z.object({ field: text(40), before: z.unknown(), after: z.unknown() })),
});
export type PlaceEvent = z.output<typeof placeEvent>;

/**
 * A piece of words that says more than the place may be told, and of which nobody decided at this grade: it goes to no
 * tablet, no file and no paper.
 */
const keptBack = z.object({
  /** Of which entry, this one or one that was merged into it, with the `rev` that goes back with what is decided. */
  entryId,
  rev: count,
  piece: text(1000),
  /** The texts it stands in, and how it is written there: a field of the entry or of a note about it, or a promise (`owed`). */
  in: z.array(
    z.object({ field: text(40), observationId: z.nullable(text(64)), says: text(1000), written: text(1000) }),
  ),
});
export type KeptBack = z.output<typeof keptBack>;

/** GET /desk/v1/places/:id -> openPlace; the merged ones open as themselves (`entry.mergedInto`). */
export const openPlace = z.object({
  ...stored,
  /** What was seen, of it and of what was merged into it, newest first, visits among them. */
  notes: z.array(deskNote),
  /** Oldest first. */
  history: z.array(placeEvent),
  /**
   * Days on which somebody was met or asked there, newest first, and by which kinds of records: no person, no words. Of a
   * community and a network its parts count too.
   */
  met: z.array(z.object({ day, kinds: z.array(text(41)) })),
  /** Entries that turned out to be this one. */
  merged: z.array(z.object({ entryId, name: text(120), rev: count, ladder: z.optional(directoryEntry.shape.ladder) })),
  /** What is to be decided of its words and of those of the notes about it. */
  keptBack: z.array(keptBack),
  /** What it links to, and what was merged into it: by the names those have now. */
  linkedTo: z.array(z.object({ entryId, name: text(120), type: entryType, how: text(40) })),
  /** Entries that link to this one. */
  linkedFrom: z.array(z.object({ entryId, name: text(120), type: entryType, how: text(40) })),
});
export type OpenPlace = z.output<typeof openPlace>;

const finer = { error: 'finer than its grade allows', path: ['where'] };

/** What the desk writes of an entry: the rest is the server's. */
export const placeDraft = z
  .omit(directoryEntry, { entryId: true, mergedInto: true, closed: true, checked: true, since: true })
  .check(
    z.refine(({ name }) => name.trim() !== '', { error: 'no name', path: ['name'] }),
    z.refine(({ grade, where }) => allowedAt(grade, where), finer),
  );
export type PlaceDraft = z.output<typeof placeDraft>;

/** POST /desk/v1/places -> openPlace, checked from the beginning. */
export const newPlace = z.strictObject({ entry: placeDraft });

/**
 * PUT /desk/v1/places/:id -> openPlace with the next `rev`. Whoever changes it has looked at it (`checked`). The problem
 * `conflict` when somebody else changed it since (`details.by`, `details.at`, `details.rev`): nothing was written.
 * A grade that tells less makes everything that was ever noted of the place as coarse, for good; one that tells more needs
 * `place-grades` (`not-allowed`), and brings nothing back.
 */
export const placeChange = z.strictObject({ rev: count, entry: placeDraft });

/**
 * POST /desk/v1/places/:id/words -> openPlace: what becomes of a piece that is kept back. `keep`: it goes to everybody, as
 * long as the grade is no stricter than now. `out`: it is taken out of the entry and of every note about it, for good.
 */
export const wordsDecision = z.strictObject({ rev: count, piece: text(1000), decide: z.enum(['keep', 'out']) });
export type WordsDecision = z.output<typeof wordsDecision>;

/** POST /desk/v1/places/:id/check, POST .../unmerge -> openPlace. */
export const placeRev = z.strictObject({ rev: count });
/** POST /desk/v1/places/:id/close -> openPlace. `closed` false opens it again. */
export const placeClosing = z.strictObject({ rev: count, closed: z.boolean() });
/**
 * POST /desk/v1/places/:id/merge -> openPlace of `into`. Both keep their histories; both are told no finer than the
 * stricter grade of the two from now on. Not into itself, nor in a ring (`bad-request`, field `into`).
 */
export const placeMerge = z.strictObject({ rev: count, into: entryId, intoRev: count });
export type PlaceMerge = z.output<typeof placeMerge>;

// --- many at once -------------------------------------------------------------------------------------------------

/**
 * POST /desk/v1/places/import -> importedPlaces. Rows that the browser has read from a file and snapped; each is parsed
 * here again (`placeDraft`) and answered for itself. `try`: told what would happen, nothing written. A row whose `entryId`
 * is there, or whose type and name are, is left as it is (`there`). Those that can be written are written together.
 */
export const placeImport = z.strictObject({
  try: z.boolean(),
  rows: z
    .array(z.object({ line: count, entryId: z.nullable(entryId), entry: z.unknown() }))
    .check(z.maxLength(MAX_IMPORT_ROWS)),
});
export type PlaceImport = z.output<typeof placeImport>;
export const importedPlaces = z.object({
  rows: z.array(
    z.object({
      line: count,
      done: z.enum(['added', 'there', 'refused']),
      entryId: z.nullable(entryId),
      /** Why it was refused: `finer` than its grade, or it does not `fit`. */
      reason: z.nullable(z.enum(['finer', 'fit', 'twice'])),
      /** Which field. */
      field: text(80),
    }),
  ),
});
export type ImportedPlaces = z.output<typeof importedPlaces>;

/** POST /desk/v1/places/exported -> 204: the audit log says that a file was made of so many entries, before it is saved. */
export const placesExported = z.strictObject({ as: z.enum(['csv', 'geojson', 'profile']), places: count });
export type PlacesExported = z.output<typeof placesExported>;

// --- who was asked ------------------------------------------------------------------------------------------------

const wanted = z.object({ code: text(40), days: count });
/** One entry, with its parts counted in where it is a community or a network. */
const coverageLine = z.object({
  entryId,
  name: text(120),
  type: entryType,
  /** Never met or asked, whatever was noted of it. */
  never: z.boolean(),
  /** Nothing was noted of it for six months. */
  fading: z.boolean(),
  lastContact: z.nullable(day),
  lastSeen: z.nullable(day),
  /** Days of the last 90 on which somebody was met or asked there. */
  asked90: count,
  /** `asked90` has reached the organisation's limit. */
  tooOften: z.boolean(),
  /** Needs, dangers and what is in the way that nobody said is better, with what is kept for the office. */
  openNeeds: count,
  /** Good times of the place, and on how many days of the last year somebody came at such a time. */
  times: z.array(z.object({ code: goodTime, days: count })),
  /** Languages spoken there, and on how many days of the last year people were spoken with in them. */
  languages: z.array(wanted),
});
export type CoverageLine = z.output<typeof coverageLine>;

/** GET /desk/v1/places/coverage -> coverage: every live entry, what needs somebody first. Days, never persons. */
export const coverage = z.object({ places: z.array(coverageLine), loadLimit: count, today: day });
export type Coverage = z.output<typeof coverage>;
