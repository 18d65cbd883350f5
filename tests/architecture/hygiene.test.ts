import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const textOf = (file: string) => readFileSync(file, 'utf8');

test('the lock file names no download address', () => {
  expect(textOf('package-lock.json')).not.toMatch(/"resolved": *"https?:/);
});

test('no file names a folder of the machine it was written on', () => {
  const here = `${process.cwd()}/`;
  const sources = tracked.filter((file) => /\.(ts|tsx|mjs|json|md|css|html|yaml|yml)$/.test(file));
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((file) => textOf(file).includes(here))).toEqual([]);
});

test('no test is skipped, left alone or put off', () => {
  const tests = tracked.filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith('hygiene.test.ts'));
  expect(tests.filter((file) => /\b(?:it|test|describe)\.(?:skip|only|todo)\(/.test(textOf(file)))).toEqual([]);
});

test('no screen writes markup from text', () => {
  const screens = tracked.filter((file) => /^(?:src|sw)\/.*\.tsx?$/.test(file));
  expect(
    screens.filter((file) =>
      /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|document\.write\(/.test(textOf(file)),
    ),
  ).toEqual([]);
});
