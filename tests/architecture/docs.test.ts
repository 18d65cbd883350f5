import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PATHS } from '../../src/domain/protocol.ts';

const pages = new Map(
  ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')].map((file) => [file, readFileSync(file, 'utf8')]),
);
const page = (file: string): string => pages.get(file) ?? '';
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);
/** Two guides write what is not there: `kinds.test.ts` and `questions.test.ts` follow them. */
const madeUp = (file: string, path: string): boolean =>
  (file.endsWith('add-a-record-kind.md') && /greeting/.test(path)) ||
  (file.endsWith('add-a-question-type.md') && /weather/.test(path));

test('every link between the documents leads somewhere', () => {
  const links = [...pages].flatMap(([file, text]) =>
    [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to]) => ({ file, to: to ?? '' })),
  );
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter(({ file, to }) => !/^https?:/.test(to) && !existsSync(join(dirname(file), to)))).toEqual([]);
});

test('every file and folder the documents name is there', () => {
  const named = [...pages].flatMap(([file, text]) =>
    [...text.matchAll(/`((?:src|server|sw|tests|bench|locales|scripts|docs|public)\/[^`\s]*)`/g)]
      .map(([, path]) => ({ file, path: path ?? '' }))
      .filter(({ path }) => !/[<{…]/.test(path) && !madeUp(file, path)),
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ path }) => (path.includes('*') ? globSync(path).length === 0 : !existsSync(path)))).toEqual(
    [],
  );
});

test('every setting has its line, and no line names a setting that is not there', () => {
  const [, list = ''] =
    /const environment = z\.object\(\{([^}]*)\}/.exec(readFileSync('server/config.ts', 'utf8')) ?? [];
  const settings = [...list.matchAll(/^ *([A-Z_]+):/gm)].map(([, name]) => name);
  const lines = [...page('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(10);
  expect(lines.toSorted()).toEqual(settings.toSorted());
});

test('every switch of the tests and commands has its line', () => {
  const files = ['scripts/*.mjs', 'tests/**/*.ts'].flatMap((pattern) => globSync(pattern));
  const switches = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/process\.env(?:\.|\[')([A-Z][A-Z_]+)/g)].map(([, name]) => name ?? ''),
  );
  const ordinary = new Set(['PATH', 'NODE_ENV']);
  const wanted = [...new Set(switches)].filter((name) => !ordinary.has(name));
  expect(wanted).toContain('CHROMIUM_PATH');
  expect(wanted.filter((name) => !page('docs/guides/work-on-it.md').includes(`\`${name}\``))).toEqual([]);
});

test('every command of the package is described, and every one described is there', () => {
  const asked = [...pages.values()].flatMap((text) =>
    [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test))\b/g)].map(([, run, short]) => run ?? short ?? ''),
  );
  expect(asked.filter((name) => !scripts.includes(name))).toEqual([]);
  expect(scripts.filter((name) => !asked.includes(name))).toEqual([]);
});

test('every address of the protocol is described', () => {
  expect(Object.values(PATHS).filter((path) => !page('docs/protocol.md').includes(path))).toEqual([]);
});

test('decisions are numbered without a gap and begin with their number', () => {
  const files = globSync('docs/adr/0*.md').sort();
  files.forEach((file, at) => {
    expect(file).toContain(`docs/adr/${String(at + 1).padStart(4, '0')}-`);
    expect(page(file)).toMatch(new RegExp(`^# ${at + 1}\\. `));
  });
  expect(files.length).toBeGreaterThan(8);
});
