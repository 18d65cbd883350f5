import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { fromCsv } from '../../src/domain/csv.ts';
import { isSnapped, snap } from '../../src/domain/place-grid.ts';
import { toGeoJson, toTable } from '../../src/places/export.ts';
import { readGeoJson, readTable, type ReadRow } from '../../src/places/import.ts';
import { maybeSame } from '../../src/places/duplicates.ts';
import { anEntry } from '../helpers/directory.ts';

const entry = (over: Partial<DirectoryEntry> = {}): DirectoryEntry =>
  anEntry('hall', {
    name: 'Harbour Street hall',
    setting: 'community-centre',
    grade: 'open',
    where: { as: 'point', grade: 'open', points: [[...snap('open', -2.58791, 51.45451)]] },
    council: 'Bristol',
    facts: { languages: ['en', 'so'], goodTimes: ['weekday-morning'] },
    ...over,
  });
const rowsOf = (read: ReturnType<typeof readTable>): readonly ReadRow[] => {
  if ('wrong' in read) throw new Error(read.wrong);
  return read.rows;
};
/** Every number with three decimals or more that stands anywhere in a text. */
const positionsIn = (text: string): number[] => [...text.matchAll(/-?\d+\.\d{3,}/g)].map(([found]) => Number(found));

describe('taking places out', () => {
  test('a shielded place goes with its code name and its council, and without any position', () => {
    const shielded = entry({ grade: 'shielded', name: 'Elm Tree', council: 'North District' });
    for (const file of [toGeoJson([shielded]), toTable([shielded])]) {
      expect(file).toContain('Elm Tree');
      expect(file).toContain('North District');
      expect(positionsIn(file)).toEqual([]);
    }
  });

  test('of a hidden place neither other names nor notes go out: they may well say where it is', () => {
    const shielded = entry({
      grade: 'shielded',
      name: 'Elm Tree',
      alsoCalled: ['Dock Lane site'],
      notes: 'By the second gate.',
      facts: { whoMeets: 'Families of Dock Lane' },
    });
    expect(toGeoJson([shielded]) + toTable([shielded])).not.toMatch(/Dock Lane|second gate/);
    const open = entry({ alsoCalled: ['The old hall'], notes: 'Ring twice.' });
    expect(toTable([open])).toMatch(/The old hall.*Ring twice/);
  });

  test('words that say where an area is stay out until somebody decided on them; what was kept knowingly goes', () => {
    const area = entry({
      grade: 'area',
      where: { as: 'nowhere' },
      name: 'Hall, BS3 4AB',
      alsoCalled: ['ST 593 731 hall'],
      notes: 'Ring at 51.45451, -2.58791.',
    });
    const files = (of: Parameters<typeof toTable>[0][number]) => toGeoJson([of]) + toTable([of]);
    expect(files({ ...area, keptBack: ['BS3 4AB', '51.45451, -2.58791'] })).not.toMatch(/BS3|51\.45/);
    expect(files({ ...area, keptBack: ['BS3 4AB', '51.45451, -2.58791'] })).toMatch(
      /Hall, ….*ST 593 731 hall.*Ring at …\./s,
    );
    // Where nobody says what was decided, nothing of the kind goes.
    expect(files(area)).not.toMatch(/BS3|51\.45|593/);
    expect(files(entry({ notes: 'Ring at BS3 4AB.' }))).toContain('Ring at BS3 4AB.');
  });

  test('no export holds a position finer than the grade, whatever an entry holds', () => {
    const grade = fc.constantFrom('open' as const, 'area' as const, 'shielded' as const);
    const spot = fc.tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    fc.assert(
      fc.property(
        grade,
        fc.array(spot, { minLength: 3, maxLength: 8 }),
        fc.constantFrom('point', 'line', 'area'),
        (of, spots, as) => {
          const points = spots.map(([lng, lat]): [number, number] => [...snap('open', lng, lat)] as [number, number]);
          const where = {
            as,
            grade: 'open',
            points: as === 'point' ? points.slice(0, 1) : points,
          } as DirectoryEntry['where'];
          const one = entry({ grade: of, where });
          const found = JSON.parse(toGeoJson([one])) as { features: { geometry: { coordinates: unknown } | null }[] };
          const flat = (found.features[0]?.geometry ?? { coordinates: [] }).coordinates as unknown[];
          const numbers = flat.flat(3) as number[];
          const [, cells = []] = fromCsv(toTable([one]));
          const written = cells
            .slice(7, 9)
            .filter((cell) => cell !== '')
            .map(Number);
          if (of === 'shielded') return void expect([...numbers, ...written]).toEqual([]);
          expect(numbers.length).toBeGreaterThan(0);
          for (const list of [numbers, written])
            for (let at = 0; at < list.length; at += 2)
              expect(isSnapped(of, [list[at] ?? 0, list[at + 1] ?? 0])).toBe(true);
        },
      ),
    );
  });

  test('closed and merged entries stay at home; a name is no formula', () => {
    const table = toTable([
      entry({ closed: true }),
      entry({ mergedInto: 'other' }),
      entry({ name: '=HYPERLINK("x")' }),
    ]);
    expect(fromCsv(table)).toHaveLength(2);
    expect(table).toContain("'=HYPERLINK");
  });
});

describe('bringing places in', () => {
  test('what was taken out comes back as it was', () => {
    const all = [
      entry(),
      entry({
        entryId: 'site',
        name: 'Elm Tree',
        grade: 'shielded',
        where: { as: 'council', council: 'North' },
        council: 'North',
      }),
      entry({
        entryId: 'estate',
        grade: 'area',
        where: { as: 'point', grade: 'area', points: [[...snap('area', -2.5, 51.4)]] },
      }),
    ];
    const back = rowsOf(readTable(toTable(all)));
    expect(back.map(({ entryId }) => entryId)).toEqual(['hall', 'site', 'estate']);
    expect(back.map(({ entry: read }) => read?.where)).toEqual(all.map(({ where }) => where));
    expect(back.map(({ entry: read }) => read?.facts)).toEqual(all.map(({ facts }) => facts));
    const shapes = rowsOf(readGeoJson(toGeoJson(all)));
    expect(shapes.map(({ entry: read }) => read?.where)).toEqual(all.map(({ where }) => where));
  });

  test('a row without a grade is shielded and its position forgotten, and the row says so', () => {
    const [row] = rowsOf(readTable('name,lng,lat,council\nThe camp,-2.5879123,51.4545123,Bristol\n'));
    expect(row?.assumedShielded).toBe(true);
    expect(row?.entry?.grade).toBe('shielded');
    expect(JSON.stringify(row)).not.toMatch(/2\.58|51\.45/);
  });

  test('each bad row says which line, which column and why; the good ones still come', () => {
    const rows = rowsOf(
      readTable(
        [
          'name;type;grade;longitude;latitude;good times',
          'Good hall;venue;open;-2,5;51,4;Weekday morning',
          ';venue;open;;;',
          'Strange;castle;open;;;',
          'Half;venue;open;-2.5;;',
          'Nowhere;venue;open;north;51;',
          'Far;venue;area;-200;51;',
          'Vague;venue;public;;;',
          'Odd times;venue;open;;;at dawn',
        ].join('\n'),
      ),
    );
    expect(rows.map(({ line, problems }) => [line, problems[0]?.reason ?? null, problems[0]?.field ?? null])).toEqual([
      [2, null, null],
      [3, 'no-name', 'name'],
      [4, 'unknown-type', 'type'],
      [5, 'half-a-position', 'latitude'],
      [6, 'not-a-position', 'position'],
      [7, 'not-a-position', 'position'],
      [8, 'unknown-grade', 'grade'],
      [9, 'unknown-code', 'good times'],
    ]);
    expect(rows.map(({ entry: read }) => read !== null)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(rows[0]?.entry?.facts.goodTimes).toEqual(['weekday-morning']);
  });

  test('a row is told by the number it has in the spreadsheet, empty rows counted too', () => {
    const table = 'name,grade\r\n\r\nHall,open\r\n,,\r\n"Two\nlines",open\r\n,open\r\n';
    expect(rowsOf(readTable(table)).map(({ line, name }) => [line, name])).toEqual([
      [3, 'Hall'],
      [5, 'Two\nlines'],
      [6, ''],
    ]);
  });

  test('languages come in as tags, however they are written; what is none is left out and told', () => {
    const table =
      'name,grade,languages\nHall,open,Polish; English; Dari; ur; PA-guru; Sylheti; Farsi; polish; whatever they like';
    const [row] = rowsOf(readTable(table));
    expect(row?.entry?.facts.languages).toEqual(['pl', 'en', 'fa-AF', 'ur', 'pa-Guru', 'syl', 'fa']);
    expect(row?.problems).toEqual([{ reason: 'unknown-code', field: 'languages', found: 'whatever they like' }]);
  });

  test('nothing that is read holds a finer position than its grade, whatever the file says', () => {
    const spot = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    const grade = fc.constantFrom('open', 'area', 'shielded', '', 'Open ', 'secret');
    fc.assert(
      fc.property(
        grade,
        fc.array(spot, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('Point', 'LineString', 'Polygon'),
        (of, spots, type) => {
          const coordinates = type === 'Point' ? spots[0] : type === 'LineString' ? spots : [[...spots, spots[0]]];
          const file = {
            type: 'FeatureCollection',
            features: [{ type: 'Feature', geometry: { type, coordinates }, properties: { name: 'x', grade: of } }],
          };
          for (const { entry: read } of rowsOf(readGeoJson(JSON.stringify(file)))) {
            if (read === null || read.where.as === 'nowhere' || read.where.as === 'council') continue;
            for (const point of read.where.points)
              expect(isSnapped(read.grade === 'area' ? 'area' : 'open', point)).toBe(true);
          }
        },
      ),
    );
  });

  test('a way and an area of one part come in as squares, however they are written', () => {
    const ring = [
      [9.52, 47.13],
      [9.54, 47.13],
      [9.54, 47.15],
      [9.52, 47.13],
    ];
    const features = [
      { type: 'LineString', coordinates: ring.slice(0, 3) },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
      { type: 'MultiLineString', coordinates: [ring.slice(0, 3)] },
      { type: 'MultiPoint', coordinates: [ring[0]] },
      { type: 'GeometryCollection' },
    ].map((geometry) => ({ type: 'Feature', geometry, properties: { name: 'x', grade: 'open' } }));
    const rows = rowsOf(readGeoJson(JSON.stringify({ type: 'FeatureCollection', features })));
    expect(rows.map(({ entry: read }) => read?.where.as ?? null)).toEqual([
      'line',
      'area',
      'area',
      'line',
      'point',
      null,
    ]);
    expect(rows[2]?.entry?.where).toEqual(rows[1]?.entry?.where);
    expect(rows[5]?.problems).toEqual([{ reason: 'unknown-shape', field: 'geometry', found: 'GeometryCollection' }]);
  });

  test('a row that cannot be read is not shown: it may hold where something is', () => {
    const exact = { geometry: { type: 'Point', coordinates: [9.521347, 47.139862] } };
    const rows = rowsOf(readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [exact] })));
    expect(rows[0]?.problems[0]?.reason).toBe('unknown-shape');
    expect(JSON.stringify(rows)).not.toMatch(/9\.52|47\.13/);
  });

  test('an exact position in words is finer than any grade: refused where that could do harm, told where it is open', () => {
    const written = ['51.45451, -2.58791', 'FC3V+8Q Bristol', '///example.words.here', 'ST 59321 73123'];
    const columns = ['name', 'also called', 'council', 'who meets', 'notes'];
    for (const position of written) {
      for (const column of columns) {
        for (const grade of ['open', 'area', 'shielded', '']) {
          const cells = columns.map((one) =>
            one === column ? `"By ${position}, ring twice"` : one === 'name' ? 'Hall' : '',
          );
          const [row] = rowsOf(readTable(`grade,${columns.join(',')}\n${grade},${cells.join(',')}\n`));
          const open = grade === 'open';
          expect(row?.problems).toEqual([
            { reason: open ? 'position-stays' : 'position-in-words', field: column, found: '' },
          ]);
          expect(row?.entry === null).toBe(!open);
          // What may not be taken is not told again either: not on the screen, not in the list of what was not taken.
          expect(JSON.stringify(row).includes(position)).toBe(open);
        }
      }
    }
    const features = [
      { type: 'Feature', geometry: null, properties: { name: 'Camp', notes: written[0], grade: 'area' } },
    ];
    const shapes = rowsOf(readGeoJson(JSON.stringify({ type: 'FeatureCollection', features })));
    expect(shapes[0]?.problems[0]?.reason).toBe('position-in-words');
  });

  test('a postcode comes in and is told of, where it says more than the area; plain words say nothing', () => {
    const rows = rowsOf(
      readTable(
        'name,grade,notes\nHall,area,Post to ZZ9 9ZZ\nLibrary,open,Post to ZZ9 9ZZ\nSite,shielded,"Since 2019, 40 families, 3.50 a day"\n',
      ),
    );
    expect(rows.map(({ problems }) => problems.map(({ reason, field }) => `${reason} ${field}`))).toEqual([
      ['postcode-stays notes'],
      [],
      [],
    ]);
    expect(rows.every(({ entry: read }) => read !== null)).toBe(true);
  });

  test('a position in a column of codes is passed over without a word of it', () => {
    const [row] = rowsOf(readTable('name,grade,setting,access\nHall,area,"51.45451, -2.58791","51.45451 -2.58791"\n'));
    expect(row?.problems.map(({ reason }) => reason)).toEqual(['unknown-setting', 'unknown-code']);
    expect(JSON.stringify(row)).not.toMatch(/51\.45|2\.58/);
  });

  test('a position in a name, and the halves of one in cells of codes, are told nowhere, whatever a row is refused for', () => {
    const rows = rowsOf(
      readTable(
        [
          'name,type,grade,setting,access',
          '"Camp 51.45451, -2.58791",field,shielded,,',
          '"Camp 51.45451, -2.58791",venue,secret,,',
          'Hall,venue,area,51.45451,"51.45451; -2.58791"',
          'Hall,51.45451,-2.58791,,',
        ].join('\n'),
      ),
    );
    expect(rows.map(({ problems }) => problems.map(({ reason }) => reason))).toEqual([
      ['unknown-type'],
      ['unknown-grade'],
      ['unknown-setting', 'unknown-code', 'unknown-code'],
      ['unknown-type'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/51\.45|2\.58/);
    expect(rows.map(({ name }) => name)).toEqual(['', '', 'Hall', 'Hall']);
  });

  test('what is no such file says so', () => {
    expect(readTable('')).toEqual({ wrong: 'empty' });
    expect(readTable('a,b\n1,2')).toEqual({ wrong: 'no-name-column' });
    expect(readGeoJson('{')).toEqual({ wrong: 'not-json' });
    expect(readGeoJson('{"type":"Point"}')).toEqual({ wrong: 'not-geojson' });
    expect(rowsOf(readGeoJson('{"type":"FeatureCollection","features":[5]}'))[0]?.problems[0]?.reason).toBe(
      'unknown-shape',
    );
  });
});

describe('entries that may be the same', () => {
  test('are those of one name in any order of words, and those of nearly one name in one cell', () => {
    const spot = entry().where;
    const found = maybeSame([
      entry({ entryId: 'a', name: 'The Harbour Hall', where: spot }),
      entry({ entryId: 'b', name: 'Harbour hall, the', where: { as: 'nowhere' }, council: '' }),
      entry({ entryId: 'c', name: 'Harbour community hall', where: spot }),
      entry({ entryId: 'd', name: 'Library', where: spot }),
      entry({ entryId: 'e', name: 'Harbour Hall', type: 'group', where: spot }),
      entry({ entryId: 'f', name: 'The Harbour Hall', closed: true }),
    ]);
    expect(found.map(({ one, other, because }) => [one.entryId, other.entryId, because])).toEqual([
      ['a', 'b', 'name'],
      ['a', 'c', 'spot'],
    ]);
  });

  test('are found among ten thousand in no time', { timeout: 20_000 }, () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      entry({ entryId: `e${at}`, name: `Hall ${at}`, where: { as: 'nowhere' }, council: '' }),
    );
    expect(
      maybeSame([...many, entry({ entryId: 'twin', name: 'Hall 17', where: { as: 'nowhere' }, council: '' })]),
    ).toHaveLength(1);
  });
});
