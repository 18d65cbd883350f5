import * as z from 'zod/mini';
import { numberedCsv } from '../domain/csv.ts';
import { placeDraft, type PlaceDraft } from '../domain/desk-places.ts';
import { positionsIn } from '../domain/positions-in-words.ts';
import { LISTS } from '../domain/lists/lists.ts';
import { entryId, NOWHERE } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';
import { COLUMNS, type Column } from './export.ts';
import { fold } from './fold.ts';
import { languageInFile } from './language-in-file.ts';
import { positionInWords } from './position-in-words.ts';
import type { RowProblem, RowReason } from './row-problem.ts';
import { geoJsonShape, whereInFile, type FileShape, type FoundWhere } from './where-in-file.ts';
import { WKT_COLUMNS, wktShape } from './wkt.ts';

/**
 * Places out of a spreadsheet (CSV) or GeoJSON. Files hold exact positions: they are made as coarse as the grade of
 * their row says before anything leaves this function, and a row whose grade is not told is shielded.
 */

export interface ReadRow {
  /** Row of the table as a spreadsheet counts them; of GeoJSON the number of the feature. From 1. */
  readonly line: number;
  readonly name: string;
  /** null: the row cannot be taken. */
  readonly entry: PlaceDraft | null;
  /** Its own id in the file, where that may be one here. */
  readonly entryId: string | null;
  /** Why not; or, where `entry` is there, what was left out or assumed. */
  readonly problems: readonly RowProblem[];
  /** No grade was told, so it is taken as shielded and its position is forgotten. */
  readonly assumedShielded: boolean;
}

export type ReadPlaces =
  | { readonly rows: readonly ReadRow[]; readonly unknownColumns: readonly string[] }
  /** The file as a whole is none. */
  | { readonly wrong: 'empty' | 'no-name-column' | 'not-json' | 'not-geojson' };

interface RawRow {
  readonly line: number;
  readonly cells: Partial<Record<Column, string>>;
  readonly shape: FileShape | null;
}

/** Other names columns go by, folded. */
const ALSO: Readonly<Record<string, Column>> = {
  lng: 'longitude',
  lon: 'longitude',
  long: 'longitude',
  x: 'longitude',
  easting: 'longitude',
  lat: 'latitude',
  y: 'latitude',
  kind: 'type',
  title: 'name',
  place: 'name',
  alsocalled: 'also called',
  aliases: 'also called',
  goodtimes: 'good times',
  times: 'good times',
  whomeets: 'who meets',
  area: 'council',
  'council area': 'council',
  precision: 'grade',
  entryid: 'id',
};

const plainName = (name: string): string => fold(name.trim()).replaceAll(/[_-]+/g, ' ');
const columnOf = (name: string): Column | null => {
  const plain = plainName(name);
  return COLUMNS.find((column) => column === plain) ?? ALSO[plain] ?? null;
};

/** A table with a heading line. A column of shapes as words (`wkt.ts`) goes before longitude and latitude. */
export function readTable(text: string): ReadPlaces {
  const [first, ...lines] = numberedCsv(text);
  if (first === undefined) return { wrong: 'empty' };
  const heading = first.cells;
  const columns = heading.map(columnOf);
  if (!columns.includes('name')) return { wrong: 'no-name-column' };
  const shapeAt = heading.findIndex((name) => WKT_COLUMNS.includes(plainName(name)));
  const rows = lines.map(({ number, cells: line }): RawRow => {
    const cells = Object.fromEntries(
      columns.flatMap((column, index) => (column === null ? [] : [[column, (line[index] ?? '').trim()]])),
    ) as RawRow['cells'];
    const shape = (line[shapeAt] ?? '').trim();
    return { line: number, cells, shape: shape === '' ? null : wktShape(shape) };
  });
  const unknownColumns = heading.filter((_, at) => columns[at] === null && at !== shapeAt);
  return { rows: rows.map(readRow), unknownColumns };
}

const feature = z.object({
  type: z.literal('Feature'),
  id: z.optional(z.union([z.string(), z.number()])),
  geometry: z.nullable(z.object({ type: z.string(), coordinates: z.optional(z.unknown()) })),
  properties: z.nullable(z.record(z.string(), z.unknown())),
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** GeoJSON: a collection of features with points, lines or outlines in WGS 84. Of several parts one is taken. */
export function readGeoJson(text: string): ReadPlaces {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrong: 'not-json' };
  }
  const found = collection.safeParse(json);
  if (!found.success) return { wrong: 'not-geojson' };
  const unknown = new Set<string>();
  const rows = found.data.features.map((one, at): ReadRow => {
    const line = at + 1;
    const parsed = feature.safeParse(one);
    if (!parsed.success)
      // What stands there is not told: it may well be where it is.
      return refused(line, '', { reason: 'unknown-shape', field: 'type', found: '' });
    const { id, geometry, properties } = parsed.data;
    const cells: Partial<Record<Column, string>> = id === undefined ? {} : { id: String(id) };
    for (const [name, value] of Object.entries(properties ?? {})) {
      const column = columnOf(name);
      if (column === null || column === 'longitude' || column === 'latitude') unknown.add(name);
      else if (value !== null && value !== undefined)
        cells[column] = Array.isArray(value) ? value.join('; ') : String(value as string | number);
    }
    return readRow({ line, cells, shape: geometry === null ? null : geoJsonShape(geometry) });
  });
  return { rows, unknownColumns: [...unknown] };
}

const holdsPosition = (text: string): boolean => positionsIn(text).length > 0;
/** A number as fine as a degree needs it: half a position, and the other half stands in the next cell. */
const DEGREES = /\d[.,]\d{3}/;

/** What stands in a cell, shortened; nothing where it is a position. */
const shown = (text: string): string =>
  holdsPosition(text) || DEGREES.test(text) ? '' : text.length <= 60 ? text : `${text.slice(0, 59)}…`;

/** Whatever it is refused for: a name that is a position goes into no list. */
function refused(line: number, name: string, ...problems: readonly RowProblem[]): ReadRow {
  const told = holdsPosition(name) ? '' : name;
  return { line, name: told, entry: null, entryId: null, problems, assumedShielded: false };
}

const isCode = <Code extends string>(codes: readonly Code[], text: string): text is Code =>
  codes.some((code) => code === text);
const coded = (text: string): string => fold(text.trim()).replaceAll(/[\s_]+/g, '-');
const parts = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function readRow({ line, cells, shape }: RawRow): ReadRow {
  const problems: RowProblem[] = [];
  const note = (reason: RowReason, field: string, found: string): void => {
    problems.push({ reason, field, found: shown(found) });
  };
  const name = cells.name ?? '';
  if (name === '') return refused(line, '', { reason: 'no-name', field: 'name', found: '' });
  const type = cells.type === undefined || cells.type === '' ? 'venue' : coded(cells.type);
  if (!isCode(LISTS.entryTypes, type))
    return refused(line, name, { reason: 'unknown-type', field: 'type', found: shown(cells.type ?? '') });

  const told = (cells.grade ?? '') === '' ? null : coded(cells.grade ?? '');
  if (told !== null && told !== 'open' && told !== 'area' && told !== 'shielded')
    return refused(line, name, { reason: 'unknown-grade', field: 'grade', found: shown(cells.grade ?? '') });
  const grade: PlaceGrade = told ?? 'shielded';

  const settingCode = coded(cells.setting ?? '');
  const setting = isCode(LISTS.settings, settingCode) ? settingCode : null;
  if (setting === null && settingCode !== '') note('unknown-setting', 'setting', cells.setting ?? '');
  const codesOf = <Code extends string>(column: Column, codes: readonly Code[]): Code[] =>
    parts(cells[column]).flatMap((one) => {
      const code = coded(one);
      if (isCode(codes, code)) return [code];
      note('unknown-code', column, one);
      return [];
    });

  const words = positionInWords(cells, grade);
  if (words.refused !== null) return refused(line, name, ...problems, words.refused);
  problems.push(...words.notes);
  const found = whereOf(cells, shape, grade);
  if ('refused' in found)
    return refused(line, name, ...problems, { ...found.refused, found: shown(found.refused.found) });
  const { where } = found;
  problems.push(...found.notes);
  const council = cells.council ?? '';
  const goodTimes = codesOf('good times', LISTS.goodTimes);
  const access = codesOf('access', LISTS.placeAccess);
  const languages = parts(cells.languages).flatMap((one) => {
    const tag = languageInFile(one);
    if (tag === null) note('unknown-code', 'languages', one);
    return tag ?? [];
  });
  const whoMeets = cells['who meets'] ?? '';
  const draft = {
    type,
    name,
    alsoCalled: parts(cells['also called']),
    setting,
    grade,
    where: grade === 'shielded' && council !== '' ? { as: 'council' as const, council } : where,
    council,
    status: null,
    facts: {
      ...(whoMeets === '' ? {} : { whoMeets }),
      ...(languages.length === 0 ? {} : { languages: [...new Set(languages)] }),
      ...(goodTimes.length === 0 ? {} : { goodTimes }),
      ...(access.length === 0 ? {} : { access }),
    },
    size: null,
    notes: cells.notes ?? '',
    culture: [],
    askable: [],
    links: [],
  };
  const parsed = placeDraft.safeParse(draft);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path.at(-1) ?? '');
    return refused(line, name, ...problems, { reason: 'too-long', field, found: '' });
  }
  const id = entryId.safeParse(cells.id);
  return {
    line,
    name,
    entry: parsed.data,
    entryId: id.success && (cells.id ?? '') !== '' ? id.data : null,
    problems,
    assumedShielded: told === null,
  };
}

/** Where it is, already as coarse as the grade. */
function whereOf(cells: RawRow['cells'], shape: RawRow['shape'], grade: PlaceGrade): FoundWhere {
  if (shape !== null) return whereInFile(shape, grade);
  const { longitude = '', latitude = '' } = cells;
  if (grade === 'shielded' || (longitude === '' && latitude === '')) return { where: NOWHERE, notes: [] };
  if (longitude === '' || latitude === '') {
    const field = longitude === '' ? 'longitude' : 'latitude';
    return { refused: { reason: 'half-a-position', field, found: '' } };
  }
  const points = [[numberOf(longitude), numberOf(latitude)]];
  return whereInFile({ type: 'Point', as: 'point', parts: [{ points, holes: 0 }] }, grade);
}

/** Decimal degrees; a comma for the point is understood. */
const numberOf = (text: string): number =>
  /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
