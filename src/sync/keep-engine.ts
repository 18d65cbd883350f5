import { sha256Hex } from '../domain/bytes.ts';
import { type Problem, toProblem } from '../domain/problems.ts';
import type { PackFile, PackFiles } from '../ports/pack-files.ts';

/** Files of the installed version that draw maps and are not here, or are not as they should be. */
export async function lackingEngine(files: Pick<PackFiles, 'pack' | 'copies'>): Promise<readonly PackFile[]> {
  const lacking: PackFile[] = [];
  for (const file of (await files.pack())?.map ?? []) {
    const hashes = await Promise.all((await files.copies(file.url)).map(sha256Hex));
    if (!hashes.includes(file.sha256)) lacking.push(file);
  }
  return lacking;
}

/**
 * Fetches what draws maps, for a tablet that is offered one: each file checked against its hash before it is kept. What
 * the server no longer has, as it is newer, comes with the update. Resolves with what ended it, or null.
 */
export async function keepEngine(files: PackFiles): Promise<Problem | null> {
  for (const file of await lackingEngine(files)) {
    try {
      const bytes = await files.fetch(file.url);
      if ((await sha256Hex(bytes)) === file.sha256) await files.put(file, bytes, 'map');
    } catch (thrown) {
      const problem = toProblem(thrown, 'unreachable');
      if (problem.code !== 'not-found') return problem;
    }
  }
  return null;
}
