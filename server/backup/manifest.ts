import { open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { TABLE_NAMES } from './tables.ts';

const part = z.object({ file: z.string(), sha256: z.string(), bytes: z.number(), rows: z.number() });

/** What a backup says of itself. The private keys are not in it: `keyIds` names those needed to read it. */
const manifest = z.object({
  about: z.string(),
  format: z.literal(1),
  createdAt: z.string(),
  schemaVersion: z.int(),
  epoch: z.string().nullable(),
  keyIds: z.array(z.string()),
  /** Folder of this backup's tables, beside the manifest. */
  folder: z.string().regex(/^tables-[0-9a-zA-Z-]+$/),
  /** One made by an older Said & Done lacks the tables that came later. */
  tables: z.partialRecord(z.enum(TABLE_NAMES), part),
  /** Which chunk of which file has which content. */
  media: part,
  /** Where chunks lie by the hash of their content, from the manifest's own folder. */
  mediaFolder: z.string(),
  mediaBytes: z.number(),
});
export type Manifest = z.infer<typeof manifest>;

const FILE = 'manifest.json';

/** null when there is no backup in the folder; throws with a plain sentence when there is one that cannot be read. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(join(dir, FILE), 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch (thrown) {
    throw new Error(`The list of the backup in ${dir} is damaged or of another version.`, { cause: thrown });
  }
}

/** In one step and flushed, so that a folder always holds a whole backup: the one before or this one. */
export async function writeManifest(dir: string, content: Manifest): Promise<void> {
  const next = join(dir, `${FILE}.part`);
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, join(dir, FILE));
  await flushFolder(dir);
  await flushFolder(dirname(dir));
}

export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
