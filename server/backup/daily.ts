import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, type BackupOptions } from './backup.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { toEntry } from './media-pool.ts';
import { readPart } from './parts.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const POOL = 'media';

/**
 * Today's backup into a folder of its own below `backupsDir`, files shared between the days; keeps the newest `keep`
 * days. What was withdrawn leaves the backups when the last day that held it goes.
 */
export async function dailyBackup(
  options: Omit<BackupOptions, 'dir' | 'mediaDir'> & { readonly backupsDir: string; readonly keep?: number },
): Promise<Manifest> {
  const { backupsDir, keep = 7, now = new Date() } = options;
  await mkdir(join(backupsDir, POOL), { recursive: true });
  const dir = join(backupsDir, now.toISOString().slice(0, 10));
  const manifest = await backup({ ...options, now, dir, mediaDir: join(backupsDir, POOL) });
  await forgetOld(backupsDir, keep);
  return manifest;
}

async function forgetOld(backupsDir: string, keep: number): Promise<void> {
  const days = (await readdir(backupsDir)).filter((name) => DAY.test(name)).sort();
  const kept = days.slice(-keep);
  for (const day of days.slice(0, -keep)) await rm(join(backupsDir, day), { recursive: true, force: true });
  const needed = new Set<string>();
  for (const day of kept) {
    const dir = join(backupsDir, day);
    const manifest = await readManifest(dir);
    // A day that cannot be read may still need any chunk: then none is forgotten.
    if (manifest === null) return;
    for await (const row of readPart(join(dir, manifest.folder, manifest.media.file))) needed.add(toEntry(row).sha256);
  }
  for (const shelf of await readdir(join(backupsDir, POOL))) {
    for (const name of await readdir(join(backupsDir, POOL, shelf))) {
      if (!needed.has(name)) await unlink(join(backupsDir, POOL, shelf, name));
    }
  }
}
