import { harmless, toCsv } from '../domain/csv.ts';
import type { DirectoryEntry } from '../domain/directory.ts';
import type { Where } from '../domain/place.ts';
import { coarsened } from './coarsen.ts';
import { entryTexts, tooFineIn, withoutPieces, withoutWords } from './place-texts.ts';

/**
 * The directory as files for others, told no finer than each entry's grade: a shielded place has its code name and its
 * council area and no geometry at all. Closed and merged entries stay at home.
 */

/** Words for a code, `entryTypes.venue`; the code itself where there are none. */
export type Label = (key: string) => string;

/** `keptBack`: what of its words goes into no file. Where nobody says, all that its grade does not allow. */
export type ExportedEntry = DirectoryEntry & { readonly keptBack?: readonly string[] };

const exported = (entries: readonly ExportedEntry[]): readonly DirectoryEntry[] =>
  entries
    .filter(({ closed, mergedInto }) => !closed && mergedInto === null)
    .map(({ keptBack, ...entry }) =>
      entryTexts(entry, (text) =>
        keptBack === undefined ? withoutPieces(text, tooFineIn(text, entry.grade)) : withoutWords(text, keptBack),
      ),
    );

/** As the grade allows, whatever the entry holds: an export trusts no earlier step. */
const allowed = ({ where, grade, council }: DirectoryEntry): Where => coarsened(where, grade, council);

function geometryOf(where: Where): object | null {
  if (where.as === 'nowhere' || where.as === 'council') return null;
  const [first] = where.points;
  if (where.as === 'point') return { type: 'Point', coordinates: first };
  if (where.as === 'line') return { type: 'LineString', coordinates: where.points };
  return { type: 'Polygon', coordinates: [[...where.points, first]] };
}

/**
 * Other names and what the team tells itself may well say where a hidden place is: of those only the code name, the
 * council area and lists go out.
 */
const wordsOf = ({ grade, alsoCalled, notes, facts }: DirectoryEntry) =>
  grade === 'shielded'
    ? { alsoCalled: [], notes: '', whoMeets: '' }
    : { alsoCalled, notes, whoMeets: facts.whoMeets ?? '' };

const councilOf = ({ where, council }: DirectoryEntry): string => (where.as === 'council' ? where.council : council);

/** GeoJSON (RFC 7946), a feature an entry. `precisionMetres`: the side of the cell the position is the middle of. */
export function toGeoJson(entries: readonly ExportedEntry[]): string {
  const features = exported(entries).map((entry) => {
    const where = allowed(entry);
    return {
      type: 'Feature',
      id: entry.entryId,
      geometry: geometryOf(where),
      properties: {
        name: entry.name,
        alsoCalled: wordsOf(entry).alsoCalled,
        type: entry.type,
        setting: entry.setting,
        grade: entry.grade,
        precisionMetres: 'grade' in where ? (where.grade === 'open' ? 250 : 1000) : null,
        council: councilOf(entry),
        status: entry.status,
        languages: entry.facts.languages ?? [],
        goodTimes: entry.facts.goodTimes ?? [],
        access: entry.facts.access ?? [],
        since: entry.since,
      },
    };
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 2)}\n`;
}

/** The columns of the table; the same names are understood when a table is brought in (`import.ts`). */
export const COLUMNS = [
  'id',
  'type',
  'name',
  'also called',
  'setting',
  'grade',
  'council',
  'longitude',
  'latitude',
  'languages',
  'good times',
  'access',
  'who meets',
  'notes',
  'since',
] as const;
export type Column = (typeof COLUMNS)[number];

const BETWEEN = '; ';

/** A table, a row an entry. Only points have numbers: the corners of a line or an area stand in the GeoJSON. */
export function toTable(entries: readonly ExportedEntry[]): string {
  const rows = exported(entries).map((entry) => {
    const where = allowed(entry);
    const [lng, lat] = (where.as === 'point' ? where.points[0] : undefined) ?? [];
    const cells: Record<Column, string> = {
      id: entry.entryId,
      type: entry.type,
      name: harmless(entry.name),
      'also called': harmless(wordsOf(entry).alsoCalled.join(BETWEEN)),
      setting: entry.setting ?? '',
      grade: entry.grade,
      council: harmless(councilOf(entry)),
      longitude: lng === undefined ? '' : String(lng),
      latitude: lat === undefined ? '' : String(lat),
      languages: (entry.facts.languages ?? []).join(BETWEEN),
      'good times': (entry.facts.goodTimes ?? []).join(BETWEEN),
      access: (entry.facts.access ?? []).join(BETWEEN),
      'who meets': harmless(wordsOf(entry).whoMeets),
      notes: harmless(wordsOf(entry).notes),
      since: entry.since,
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return toCsv([[...COLUMNS], ...rows]);
}
