import { Problem } from '../../domain/problems.ts';
import type { FieldPack } from '../../domain/field-pack.ts';
import type { PackFiles } from '../../ports/pack-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A cache and a server in memory. `server` null: out of reach. */
export function createMemoryPackFiles(parts: {
  pack: FieldPack | null;
  kept: Map<string, Bytes[]>;
  server: ReadonlyMap<string, Bytes> | null;
}): PackFiles {
  return {
    pack: async () => parts.pack,
    copies: async (url) => parts.kept.get(url) ?? [],
    async fetch(url) {
      if (parts.server === null) throw new Problem('unreachable');
      const bytes = parts.server.get(url);
      if (bytes === undefined) throw new Problem('not-found');
      return bytes;
    },
    put: async ({ url }, bytes) => void parts.kept.set(url, [bytes]),
  };
}
