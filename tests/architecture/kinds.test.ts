import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type findKind as knownKind, KINDS, type KindName } from '../../src/kinds/registry.ts';

const folders = readdirSync('src/kinds', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const at = (texts: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], texts);

/** A withdrawal, the end of a visit and a survey have screens of their own. */
const WITHOUT_CAPTURE = ['withdrawal', 'visit', 'survey-response'];

describe('every kind of record', () => {
  test('has one folder and one line in the registry', () => {
    expect(Object.keys(KINDS).sort()).toEqual(folders);
    for (const [name, kind] of Object.entries(KINDS)) expect(kind.name).toBe(name);
  });

  test.each(folders)('%s has its schema, summary, specimens and words in both ways of reading', (folder) => {
    const parts = ['schema.ts', 'summary.tsx', 'specimens.ts'];
    if (!WITHOUT_CAPTURE.includes(folder)) parts.push('capture.tsx');
    expect(parts.filter((part) => !existsSync(`src/kinds/${folder}/${part}`))).toEqual([]);
    for (const file of [`locales/en/standard/kind-${folder}.json`, `locales/en/easy/kind-${folder}.json`]) {
      expect(existsSync(file), file).toBe(true);
    }
    const texts = json(`locales/en/standard/kind-${folder}.json`);
    for (const key of ['name', 'about', 'saved']) expect(at(texts, key), key).toEqual(expect.any(String));
  });

  test.each(folders)('%s has specimens that its schema takes as they are', async (folder) => {
    const { specimens } = (await import(`../../src/kinds/${folder}/specimens.ts`)) as {
      specimens: Record<string, unknown>;
    };
    const kind = KINDS[folder as KindName];
    expect(Object.keys(specimens).length).toBeGreaterThan(0);
    for (const [name, body] of Object.entries(specimens)) {
      const parsed = kind.schema.parse(body);
      expect(parsed, name).toEqual(body);
      expect(kind.headline(parsed as never).length).toBeLessThanOrEqual(160);
    }
  });

  test.each(folders.filter((folder) => !WITHOUT_CAPTURE.includes(folder)))(
    '%s has a heading for each step, and says what is needed where something is',
    (folder) => {
      const source = readFileSync(`src/kinds/${folder}/capture.tsx`, 'utf8');
      const texts = json(`locales/en/standard/kind-${folder}.json`);
      const steps = [...source.matchAll(/\bid: '([a-z-]+)'/g)].map(([, id]) => id ?? '');
      expect(steps.length).toBeGreaterThan(0);
      for (const id of steps) expect(at(texts, `steps.${id}`), id).toEqual(expect.any(String));
      const needing = [...source.matchAll(/\bid: '([a-z-]+)',[^}]*?\bready:/g)].map(([, id]) => id ?? '');
      for (const id of needing) expect(at(texts, `needed.${id}`), id).toEqual(expect.any(String));
    },
  );
});

describe('adding a kind, as the guide says', () => {
  const room = mkdtempSync(join(tmpdir(), 'a-new-kind-'));
  const NEW = 'greeting';
  const guide = readFileSync('docs/guides/add-a-record-kind.md', 'utf8');
  const files = [...guide.matchAll(/^`([^`\n]+)`:?\n+```(?:ts|tsx|json)\n([\s\S]*?)^```$/gm)].map(
    ([, path, text]) => [path ?? '', text ?? ''] as const,
  );

  beforeAll(() => {
    for (const folder of ['src', 'locales']) cpSync(folder, join(room, folder), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json']) cpSync(file, join(room, file));
    symlinkSync(resolve('node_modules'), join(room, 'node_modules'));
  });
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  test('writes new files only, and changes the registry by an import and one line', () => {
    const touched = files.map(([path]) => path).filter((path) => existsSync(join(room, path)));
    expect(touched).toEqual([]);
    expect(files.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        `src/kinds/${NEW}/schema.ts`,
        `src/kinds/${NEW}/capture.tsx`,
        `src/kinds/${NEW}/summary.tsx`,
        `src/kinds/${NEW}/specimens.ts`,
        `locales/en/standard/kind-${NEW}.json`,
        `locales/en/easy/kind-${NEW}.json`,
      ]),
    );
    for (const [path, text] of files) {
      mkdirSync(join(room, path, '..'), { recursive: true });
      writeFileSync(join(room, path), text);
    }
    const added = [...guide.matchAll(/^\+ ?(.*)$/gm)].map(([, line]) => line ?? '');
    expect(added).toHaveLength(2);
    const [importLine, registryLine] = added as [string, string];
    const registry = join(room, 'src/kinds/registry.ts');
    const changed = readFileSync(registry, 'utf8')
      .replace(/^import \{ immediateNeed/m, (next) => `${importLine}\n${next}`)
      .replace(/^ {2}'immediate-need': /m, (next) => `${registryLine}\n${next}`);
    writeFileSync(registry, changed);
    const before = readFileSync('src/kinds/registry.ts', 'utf8').split('\n');
    expect(changed.split('\n').filter((line) => !before.includes(line))).toEqual([importLine, registryLine]);
  });

  test('fits the types of the whole app', { timeout: 120_000 }, () => {
    const tsc = resolve('node_modules/.bin/tsc');
    let out = '';
    try {
      execFileSync(tsc, ['-p', 'tsconfig.json'], { cwd: room, encoding: 'utf8' });
    } catch (failed) {
      out = (failed as { stdout: string }).stdout;
    }
    expect(out.split('\n').filter((line) => line.includes(`kinds/${NEW}/`) || line.includes('kinds/registry'))).toEqual(
      [],
    );
  });

  test('is known to the app by its name, and takes its specimens', async () => {
    const { findKind } = (await import(/* @vite-ignore */ join(room, 'src/kinds/registry.ts'))) as {
      findKind: typeof knownKind;
    };
    const { specimens } = (await import(/* @vite-ignore */ join(room, `src/kinds/${NEW}/specimens.ts`))) as {
      specimens: Record<string, unknown>;
    };
    const kind = findKind(NEW);
    expect(kind?.name).toBe(NEW);
    for (const body of Object.values(specimens)) expect(kind?.schema.parse(body)).toEqual(body);
    expect(() => kind?.schema.parse({ words: 7 })).toThrow();
  });
});
