import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Nastaliq climbs and falls along the line: under 1.9 times its size one line runs through the next. Whatever is drawn
 * tighter for other letters says `max(1.25, var(--least))`, and `--least` is what the language needs.
 */
const NEEDED = 1.9;

/** What holds one line of digits, Latin letters or signs, or says itself how Nastaliq stands in it. */
const APART: Readonly<Record<string, string>> = {
  'src/features/places/network.css': '1.2',
  'src/map/map.css': '1.6',
  'src/map/sheet/sheet.css': '1',
  'src/player/bar.css': '1.85',
  'src/questions/number/number.css': '1.1',
  'src/questions/parts/picture-choices.css': '1',
  'src/ui/code-show/code-show.css': '1.3',
};
const files = globSync('src/**/*.css')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/^src\/(?:features\/desk|gallery)\//.test(path));

test('nothing that people read is drawn in lines too low for Nastaliq', () => {
  const low = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/line-height:\s*([\d.]+)\s*;/g)].map(([, lines]) => ({ path, lines })),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(low.filter(({ lines }) => Number(lines) < NEEDED).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    Object.entries(APART).map(([path, lines]) => ({ path, lines })),
  );
});

test('Urdu and Shahmukhi say what they need, headings included', () => {
  const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8');
  const rule = /\[lang\|='ur'\],\s*\[lang\|='pa-Arab'\] \{([^}]*)\}/.exec(tokens)?.[1] ?? '';
  const said = (name: string): number => Number(new RegExp(`--${name}: ([\\d.]+);`).exec(rule)?.[1]);
  expect(said('least')).toBeGreaterThanOrEqual(NEEDED);
  // Headings are a quarter tighter than what stands under them.
  expect(said('lines') - 0.25).toBeGreaterThanOrEqual(NEEDED - 0.001);
});

test('a Tamil word that is wider than its half of a small glass goes on in the next line', () => {
  // Walked at 320 px: by the width of one word, the page was 371 px wide on every step of a record.
  const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8');
  expect(tokens).toMatch(/\[lang\|='ta'\] body \{\s*overflow-wrap: anywhere;/);
});

test('on a glass of 320 px the step a record is at may have two lines, as it must in Bengali', () => {
  const words = readFileSync('src/ui/progress-words/progress-words.css', 'utf8');
  expect(words).toMatch(/@media \(width < 22\.5rem\) \{\s*\.progress-words__words \{\s*white-space: normal;/);
});
