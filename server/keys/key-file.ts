import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

/**
 * The organisation's private keys: one file, readable by its owner alone, never in the database and never in a backup.
 * `records`, `index` and `mac` are 32 bytes each, base64. `pairs` keeps every pair there has been, so that what was
 * sealed to an older key can still be opened.
 */
const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'not a key of 32 bytes');
const keyFile = z.strictObject({
  about: z.string(),
  version: z.literal(1),
  current: z.string().min(1).max(64),
  pairs: z
    .array(
      z.strictObject({
        keyId: z.string().min(1).max(64),
        /** Raw uncompressed point, base64. */
        publicKey: z.base64(),
        /** PKCS 8, base64. */
        privateKey: z.base64(),
        createdAt: z.string(),
      }),
    )
    .min(1),
  records: key,
  index: key,
  mac: key,
});
export type KeyFile = z.infer<typeof keyFile>;

const ABOUT =
  'Private keys of Said & Done. Whoever has this file and the data can read what people said; without it nobody can. Keep a copy apart from the backups.';

/** The key file, made and flushed when there is none. Safe when several processes start at once: one of them makes it. */
export async function readOrMakeKeyFile(file: string, now: string): Promise<KeyFile> {
  const there = await readKeyFile(file);
  if (there !== null) return there;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(newKeys(now), null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(part, file);
  } catch (thrown) {
    if (!hasCode(thrown, 'EEXIST')) throw thrown;
  } finally {
    await rm(part, { force: true });
  }
  await flushFolder(dirname(file));
  const made = await readKeyFile(file);
  if (made === null) throw new Error(`The key file ${file} could not be made.`);
  return made;
}

/** null when there is none; throws with a plain sentence when it is there and cannot be used. */
async function readKeyFile(file: string): Promise<KeyFile | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return null;
    throw thrown;
  }
  try {
    const parsed = keyFile.parse(JSON.parse(text));
    if (parsed.pairs.some(({ keyId }) => keyId === parsed.current)) return parsed;
  } catch {
    // Said below: what is in a key file never goes into a message.
  }
  throw new Error(
    `The key file ${file} cannot be used: it is damaged or of another version. Put a good copy in its place.`,
  );
}

function newKeys(now: string): KeyFile {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // The last 65 bytes of an SPKI of this curve are the uncompressed point.
  const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-65);
  const keyId = `k${now.slice(0, 10).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;
  const pair = {
    keyId,
    publicKey: point.toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    createdAt: now,
  };
  const secret = () => randomBytes(32).toString('base64');
  return { about: ABOUT, version: 1, current: keyId, pairs: [pair], records: secret(), index: secret(), mac: secret() };
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
