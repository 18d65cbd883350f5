import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** A second build of the app, one version on, into a folder that holds the first: as on a server that is updated. */
export async function buildNext(folder: string, version: string): Promise<void> {
  const config = {
    root: ROOT,
    logLevel: 'error',
    build: { outDir: folder },
    define: { __APP_VERSION__: `"${version}"` },
  };
  const code = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
  const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, env, stdio: 'inherit' });
  const [exit] = (await once(child, 'exit')) as [number | null];
  if (exit !== 0) throw new Error('the next version could not be built');
}
