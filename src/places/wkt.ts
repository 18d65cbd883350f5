import { geoJsonShape, type FileShape } from './where-in-file.ts';

/** Shapes as words, as geographic programs write them into a cell of a table: `POLYGON ((-2.6 51.4, -2.5 51.4, …))`. */

/** Names of the column, folded. */
export const WKT_COLUMNS: readonly string[] = ['wkt', 'geometry', 'geom', 'the geom', 'wkt geom'];

const TYPES: Readonly<Record<string, string>> = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' };
const WHOLE = /^(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM?|M)?\s*(\(.*\))$/is;

/** The shape of well-known text. What is none has no parts, and of what stands there only the first word is told. */
export function wktShape(text: string): FileShape {
  const [, many, type = '', body = ''] = WHOLE.exec(text.trim()) ?? [];
  const one = TYPES[type.toUpperCase()];
  const lists = one === undefined ? null : listsOf(body);
  if (one === undefined || lists === null)
    return { type: /^[a-z]{0,20}/i.exec(text.trim())?.[0] ?? '', as: 'point', parts: [] };
  if (one !== 'Point') return geoJsonShape({ type: many === undefined ? one : `Multi${one}`, coordinates: lists });
  // Points of many stand in brackets of their own, or do not.
  const points = lists.map((list) => (Array.isArray(list) && Array.isArray(list[0]) ? (list[0] as unknown) : list));
  return geoJsonShape(
    many === undefined ? { type: one, coordinates: points[0] } : { type: 'MultiPoint', coordinates: points },
  );
}

/** Brackets in brackets, with lists of numbers in the innermost. */
function listsOf(body: string): readonly unknown[] | null {
  const json = body
    .replaceAll(/[^(),]+/g, (spot) => (spot.trim() === '' ? '' : JSON.stringify(spot.trim().split(/\s+/).map(Number))))
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const lists: unknown = JSON.parse(json);
    return Array.isArray(lists) ? (lists as unknown[]) : null;
  } catch {
    return null;
  }
}
