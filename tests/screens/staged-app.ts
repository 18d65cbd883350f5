import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PSEUDO_LONG, pseudoFile, pseudoLong } from './pseudo-long.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WHAT_IS_BUILT =
  'src sw public locales scripts index.html package.json vite.config.ts tsconfig.json tsconfig.base.json'.split(' ');

export interface StagedApp {
  /** The built app: what a server's `DIST_DIR` is set to. */
  readonly dist: string;
  dispose(): Promise<void>;
}

/**
 * The app as it is shipped, built from a copy that has one more language folder: English made long. The copy is where
 * that language is; nothing of it can come into what people get.
 */
export async function buildStaged(): Promise<StagedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'said-staged-'));
  await Promise.all(WHAT_IS_BUILT.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writePseudo(join(folder, 'locales'));
  const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: folder, env, stdio: 'inherit' });
  const [exit] = (await once(child, 'exit')) as [number | null];
  if (exit !== 0) throw new Error('the app could not be built with one more language');
  return { dist: join(folder, 'dist'), dispose: () => rm(folder, { recursive: true, force: true }) };
}

async function writePseudo(locales: string): Promise<void> {
  const into = join(locales, PSEUDO_LONG, 'standard');
  await mkdir(into, { recursive: true });
  const meta = { tag: PSEUDO_LONG, name: pseudoLong('English'), dir: 'ltr', script: 'Latn', status: 'draft' };
  await writeFile(join(locales, PSEUDO_LONG, 'meta.json'), JSON.stringify(meta));
  const from = join(locales, 'en', 'standard');
  for (const name of await readdir(from)) {
    const file: unknown = JSON.parse(await readFile(join(from, name), 'utf8'));
    await writeFile(join(into, name), JSON.stringify(pseudoFile(file)));
  }
}
