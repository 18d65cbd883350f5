import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { steps } from '../../src/ui/pictures/place.ts';
import {
  isPictureName,
  PICTURE_CATEGORIES,
  PICTURE_NAMES,
  PICTURES,
  type SetEntry,
} from '../../src/ui/pictures/set.ts';
import { drawnPoints } from '../helpers/path-points.ts';

const entries = Object.entries<SetEntry>(PICTURES);
const css = readFileSync('src/ui/pictures/picture.css', 'utf8');
const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`locales/${language}/standard/pictures.json`, 'utf8')) as Record<string, string>;

/** Who was promised to whom: surveys that exist name these. */
const PROMISED = readFileSync('tests/ui/picture-names.txt', 'utf8').trim().split(/\s+/);

test('every picture that surveys were promised is drawn', () => {
  expect(PROMISED.length).toBeGreaterThan(180);
  expect(PROMISED.filter((name) => !isPictureName(name))).toEqual([]);
  expect(isPictureName('toString')).toBe(false);
});

test('every picture has a category, three ways to find it and a size', () => {
  expect(PICTURE_NAMES.length).toBeGreaterThanOrEqual(130);
  const wrong = entries.filter(
    ([, { category, keywords, size, art }]) =>
      !PICTURE_CATEGORIES.includes(category) ||
      new Set(keywords).size < 3 ||
      keywords.some((word) => word.trim() === '') ||
      size.some((side) => side < 96) ||
      art.length < 1,
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
  expect(PICTURE_CATEGORIES.filter((category) => !entries.some(([, entry]) => entry.category === category))).toEqual(
    [],
  );
});

test.each(['en', 'ar'])('every picture says in %s what it shows, and no text is left over', (language) => {
  const shown = texts(language);
  expect(Object.keys(shown).sort()).toEqual([...PICTURE_NAMES].sort());
  expect(Object.entries(shown).filter(([, alt]) => alt.trim().length < 2 || alt.length > 90)).toEqual([]);
});

test('no picture is drawn twice', () => {
  expect(new Set(entries.map(([, { art }]) => JSON.stringify(art))).size).toBe(entries.length);
});

test('every path is well formed: each command has the numbers it takes', () => {
  const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
  const broken = entries.flatMap(([name, { art }]) =>
    art.flatMap(([, d]) => {
      const read = steps(d);
      const good =
        /^[Mm][\d\s.,MmLlHhVvCcSsQqTtAaZz-]+$/.test(d) &&
        read.every(
          ([command, numbers]) => numbers.length === takes[command.toLowerCase()] && numbers.every(Number.isFinite),
        ) &&
        read.every(
          ([command, numbers]) =>
            command.toLowerCase() !== 'a' || [3, 4].every((at) => [0, 1].includes(numbers[at] ?? -1)),
        );
      return good ? [] : [`${name}: ${d}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('every line stays on its grid with the half of the pen that lies outside it', () => {
  const outside = entries.flatMap(
    ([
      name,
      {
        art,
        size: [width, height],
      },
    ]) => {
      const points = art.flatMap(([, d]) => drawnPoints(d));
      const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
      const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
      const fits = left >= 1.5 && top >= 1.5 && right <= width - 1.5 && bottom <= height - 1.5;
      return fits ? [] : [`${name}: ${[left, top, right, bottom].map((value) => value.toFixed(1)).join(' ')}`];
    },
  );
  expect(outside).toEqual([]);
});

test('each picture fills its place: it is not a small thing in a corner', () => {
  const small = entries.flatMap(([name, { art, size }]) => {
    const points = art.flatMap(([, d]) => drawnPoints(d));
    const across = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
    const down = Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
    return Math.max(across / size[0], down / size[1]) < 0.75 ? [name] : [];
  });
  expect(small).toEqual([]);
});

test('the outline stands out from every colour, also in grey', () => {
  const colour = new Map(
    [...css.matchAll(/\.picture__([\w-]+) \{\s*fill: (#[\da-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
  const ink = /--picture-ink: (#[\da-f]{6})/.exec(css)?.[1] ?? '';
  const used = new Set(entries.flatMap(([, { art }]) => art.map(([paint]) => paint)));
  const weak = [...used]
    .filter((paint) => !['none', 'fine', 'mouth', 'ink', 'deep', 'brown'].includes(paint))
    .map((paint) => [paint, contrast(luminance(colour.get(paint) ?? ''), luminance(ink))] as const)
    .filter(([, ratio]) => !(ratio >= 3));
  expect(weak).toEqual([]);
  // The two dark colours stand out by themselves from what lies beside them.
  for (const dark of ['deep', 'brown'])
    expect(contrast(luminance(colour.get(dark) ?? ''), luminance(colour.get('white') ?? ''))).toBeGreaterThan(4.5);
});

test('people of four skins are everywhere, and none of them is the rule', () => {
  const skins = ['skin-1', 'skin-2', 'skin-3', 'skin-4'] as const;
  const counts = skins.map((skin) => entries.filter(([, { art }]) => art.some(([paint]) => paint === skin)).length);
  const all = counts.reduce((sum, count) => sum + count);
  for (const count of counts) expect(count / all).toBeGreaterThan(0.18);
  for (const count of counts) expect(count / all).toBeLessThan(0.34);
});

test('what points along the line of reading turns round, a clock or a letter does not', () => {
  const turned = PICTURE_NAMES.filter((name) => PICTURES[name].mirrors);
  expect(turned).toEqual(expect.arrayContaining(['back', 'next', 'skip', 'mode-easy']));
  expect(turned.filter((name) => /clock|today|phone|language|badge|listen|dots|glass/.test(name))).toEqual([]);
});

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
