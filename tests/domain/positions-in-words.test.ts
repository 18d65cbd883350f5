import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksPersonal } from '../../src/domain/looks-personal.ts';
import { positionsIn } from '../../src/domain/positions-in-words.ts';

const found = (text: string) => positionsIn(text).map(({ text: piece }) => piece);

describe('a position written in words is found', () => {
  test.each([
    // Degrees.
    ['they are at 51.45451, -2.58791 now', '51.45451, -2.58791'],
    ['51.45451,-2.58791.', '51.45451,-2.58791'],
    ['at 51.454, -2.588', '51.454, -2.588'],
    ['(51.45451 -2.58791)', '51.45451 -2.58791'],
    ['51.45451; 0.12791', '51.45451; 0.12791'],
    ['51,45451; -2,58791', '51,45451; -2,58791'],
    ['Hall,51.45451,-2.58791,40 chairs', '51.45451,-2.58791'],
    ['Hall,-2.58791,51.45451', '-2.58791,51.45451'],
    ['1,51.45451,-2.58791,2026', '51.45451,-2.58791'],
    ['51.45451,-2.58791,17z', '51.45451,-2.58791'],
    ['Lat51.45451 Lng-2.58791', 'Lat51.45451 Lng-2.58791'],
    ['from 10.30, 51.45451, -2.58791', '51.45451, -2.58791'],
    ['it took 1.50 51.45451 -2.58791', '51.45451 -2.58791'],
    ['lat 51.454 long -2.588', 'lat 51.454 long -2.588'],
    ['Latitude: 51.45451, Longitude: −2.58791', 'Latitude: 51.45451, Longitude: −2.58791'],
    ['51.4545° N, 2.5879° W', '51.4545° N, 2.5879° W'],
    ['51.45N 2.59W', '51.45N 2.59W'],
    ['N 51.4545, W 2.5879', 'N 51.4545, W 2.5879'],
    ['51.4545 north, 2.5879 west', '51.4545 north, 2.5879 west'],
    ['51°27\'16.2"N 2°35\'16.5"W', '51°27\'16.2"N 2°35\'16.5"W'],
    ['51° 27′ 16″ N, 2° 35′ 16″ W', '51° 27′ 16″ N, 2° 35′ 16″ W'],
    ['at 51°27.27’N', '51°27.27’N'],
    ['N51 27.267 W002 35.267', 'N51 27.267 W002 35.267'],
    ['المكان ٥١٫٤٥٤٥١، -٢٫٥٨٧٩١ هنا', '٥١٫٤٥٤٥١، -٢٫٥٨٧٩١'],
    ['۵۱٫۴۵۴۵۱ -۲٫۵۸۷۹۱', '۵۱٫۴۵۴۵۱ -۲٫۵۸۷۹۱'],
    // Links.
    ['see https://maps.app.goo.gl/AbC123xyz.', 'https://maps.app.goo.gl/AbC123xyz'],
    ['goo.gl/maps/AbC123', 'goo.gl/maps/AbC123'],
    ['https://www.google.co.uk/maps/@51.45451,-2.58791,17z', 'https://www.google.co.uk/maps/@51.45451,-2.58791,17z'],
    ['https://maps.google.com/?q=51.4,-2.5', 'https://maps.google.com/?q=51.4,-2.5'],
    [
      'https://www.openstreetmap.org/#map=19/51.45451/-2.58791',
      'https://www.openstreetmap.org/#map=19/51.45451/-2.58791',
    ],
    ['osm.org/go/euu4oRnC--', 'osm.org/go/euu4oRnC--'],
    ['(https://maps.apple.com/?ll=51.4,-2.5)', 'https://maps.apple.com/?ll=51.4,-2.5'],
    ['https://what3words.com/example.words.here', 'https://what3words.com/example.words.here'],
    ['w3w.co/example.words.here', 'w3w.co/example.words.here'],
    ['geo:51.45451,-2.58791?z=17', 'geo:51.45451,-2.58791?z=17'],
    // Three words.
    ['by the gate ///example.words.here', '///example.words.here'],
    ['///пример.слова.здесь', '///пример.слова.здесь'],
    ['what3words: example.words.here', 'what3words: example.words.here'],
    // Plus codes.
    ['9C3WFC3V+8Q', '9C3WFC3V+8Q'],
    ['FC3V+8Q Bristol', 'FC3V+8Q'],
    ['it is fc3v+8q, bristol', 'fc3v+8q'],
    // The British grid.
    ['ST 5932 7312', 'ST 5932 7312'],
    ['ST59327312', 'ST59327312'],
    ['at ST 59321 73123,', 'ST 59321 73123'],
    ['TQ3000080000', 'TQ3000080000'],
    ['ST 593 731', 'ST 593 731'],
    ['SU593731', 'SU593731'],
    ['NO 5932 7312', 'NO 5932 7312'],
    ['tq 3012 8034', 'tq 3012 8034'],
  ])('%s', (text, piece) => expect(found(text)).toEqual([piece]));
});

describe('what is none is left alone', () => {
  test.each([
    '',
    'on 22.11.2026, or 23.11.2026',
    'from 22/11/2026 to 3/12/2026, 10.30, 14.15',
    'It cost 12.50, then 13.75, and 1,200.00 in all',
    '1,234 5,678 people came',
    '12.500, 13.000 Euro',
    'she is 51, he is 49, the children 2.5 and 4.5',
    'number 51, flat 2, and 14 Harbour Street',
    'ST1 is full; ST1 4AB is a postcode and ST 12 a stop',
    'Elm St 1234 5678',
    'No 123 456, no 1234 5678, NO 123 456',
    'so 2019 2020 were hard, SO 123 456',
    'open 9.00-12.30, 13.30-17.00',
    '37.5°, 38.1° and 120/80',
    'he is 5\'11" tall and it was 20° outside',
    'ring 07700 900123 or +44 (0)7700 900 456',
    'www.example.org.uk and e.g. this.that.other',
    'file:///one.two.three',
    'read it at openstreetmap.org or on google maps',
    '5678+92 and 2023+24, ages 50+, C++',
    'Room 3.014, shelf 12.345',
    'ratio 3.14159 and nothing beside it',
    'version 1.234.5678, 2.345.6789',
    'ورد في ٢٢.١١.٢٠٢٦',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

test('every position of Britain is found, as a phone or a map writes it', () => {
  const lat = fc.double({ min: 49.9, max: 60.8, noNaN: true });
  const lng = fc.double({ min: -8.1, max: 1.7, noNaN: true });
  fc.assert(
    fc.property(
      lat,
      lng,
      fc.integer({ min: 4, max: 14 }),
      fc.constantFrom(', ', ',', ' ', '; '),
      (north, east, digits, between) => {
        const written = `${north.toFixed(digits)}${between}${east.toFixed(digits)}`;
        expect(found(`At ${written}.`)).toEqual([written]);
      },
    ),
  );
});

test('it stands where it stands, beside what else is personal, and is no phone', () => {
  const text = 'Nurse Example waits at ST 59321 73123 or 51.45451, -2.58791; ring 07700 900123';
  const pieces = looksPersonal(text);
  expect(pieces.map(({ looksLike }) => looksLike)).toEqual(['name', 'position', 'position', 'phone']);
  for (const { text: piece, at } of pieces) expect(text.slice(at, at + piece.length)).toBe(piece);
});

test('a long text is looked at in a moment', { timeout: 10_000 }, () => {
  // So long that looking back and forth over it would take minutes.
  for (const piece of ['51.4545 1.2 lat N 12.34 ', '9C3WFC3V ST 59 ', "51° 27' 3 ", 'a.b.c/// ', 'www.google.'])
    positionsIn(piece.repeat(4000));
  positionsIn('1.2345'.repeat(15_000) + '9'.repeat(50_000) + ' '.repeat(50_000));
});
