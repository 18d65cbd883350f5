import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const START_MS = 60_000;

/**
 * A new, empty database on a real PostgreSQL, which the first test of a run brings up and every other test file shares.
 * Nothing needs to be installed beforehand. `drop` when done with it. `quick` does without waiting for the disk; what is
 * measured must be `durable`.
 */
export async function freshDatabase(
  how: 'quick' | 'durable' = 'quick',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = await runningServer(how);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  return { url: `${server}/${name}`, drop: () => asAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function runningServer(how: 'quick' | 'durable'): Promise<string> {
  // Test files run in processes of their own; the run that started them is their parent.
  const run = process.ppid;
  const folder = join(tmpdir(), `said-and-done-postgres-${how}-${run}`);
  if (isFirst(folder)) {
    const keeper = join(import.meta.dirname, 'postgres-keeper.ts');
    spawn(process.execPath, [keeper, folder, String(run), how], { detached: true, stdio: 'ignore' }).unref();
  }
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(50)) {
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'));
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8');
  }
  throw new Error('PostgreSQL did not start in time.');
}

/** Only one process can make the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
