import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe('adding a type of question, as the guide says', () => {
  const room = mkdtempSync(join(tmpdir(), 'a-new-type-'));
  const NEW = 'weather';
  const guide = readFileSync('docs/guides/add-a-question-type.md', 'utf8');
  const files = [...guide.matchAll(/^`([^`\n]+)`:?\n+```(?:ts|tsx|json)\n([\s\S]*?)^```$/gm)].map(
    ([, path, text]) => [path ?? '', text ?? ''] as const,
  );
  /** What a command said: on its own, or when it ended badly. */
  const run = (command: string, ...args: string[]): string => {
    try {
      return execFileSync(resolve('node_modules/.bin', command), args, { cwd: room, encoding: 'utf8', stdio: 'pipe' });
    } catch (ended) {
      const { stdout, stderr } = ended as { stdout: string; stderr: string };
      return `${stdout}\n${stderr}`;
    }
  };

  beforeAll(() => {
    for (const folder of ['src', 'locales', 'scripts', 'tests/questions', 'tests/helpers/dom-patience.ts'])
      cpSync(folder, join(room, folder), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'vite.config.ts'])
      cpSync(file, join(room, file));
    symlinkSync(resolve('node_modules'), join(room, 'node_modules'));
  });
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  test('writes new files only, and changes the registry by an import and one line', () => {
    expect(files.map(([path]) => path).filter((path) => existsSync(join(room, path)))).toEqual([]);
    expect(files.map(([path]) => path).toSorted()).toEqual(
      [
        ...['schema.ts', 'answer.tsx', 'edit.tsx', 'specimens.ts'].map((file) => `src/questions/${NEW}/${file}`),
        ...['en/standard', 'en/easy', 'ar/standard'].map((layer) => `locales/${layer}/question-${NEW}.json`),
      ].toSorted(),
    );
    for (const [path, text] of files) {
      mkdirSync(join(room, path, '..'), { recursive: true });
      writeFileSync(join(room, path), text);
    }
    const added = [...guide.matchAll(/^\+ ?(.*)$/gm)].map(([, line]) => line ?? '');
    expect(added).toHaveLength(2);
    const [importLine, registryLine] = added as [string, string];
    const registry = join(room, 'src/questions/registry.ts');
    const before = readFileSync(registry, 'utf8');
    const changed = before
      .replace(/^import \{ yesNo/m, (next) => `${importLine}\n${next}`)
      .replace(/^ {2}'yes-no': /m, (next) => `${registryLine}\n${next}`);
    writeFileSync(registry, changed);
    expect(changed.split('\n').filter((line) => !before.split('\n').includes(line))).toEqual([
      importLine,
      registryLine,
    ]);
  });

  test('fits the types of the whole app', { timeout: 120_000 }, () => {
    const told = run('tsc', '-p', 'tsconfig.json').split('\n');
    expect(told.filter((line) => line.includes(`questions/${NEW}/`) || line.includes('questions/registry'))).toEqual(
      [],
    );
  });

  test('keeps the contract of every type of question', { timeout: 120_000 }, () => {
    const contracts = ['tests/questions/contract.test.ts', 'tests/questions/contract.dom.test.tsx'];
    const report = join(room, 'report.json');
    run('vitest', 'run', '--reporter=json', `--outputFile=${report}`, '-t', NEW, ...contracts);
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    expect({ numFailedTests, enough: (numPassedTests ?? 0) > 15 }).toEqual({ numFailedTests: 0, enough: true });
  });
});
