import { sha256Hex } from '../../domain/bytes.ts';
import type { SurveyAssets } from '../../ports/survey-assets.ts';

/** Memory twin of the tablet's survey files. `kept` may be looked at, and damaged, by a test. */
export function createMemorySurveyAssets(
  kept = new Map<string, { mime: string; bytes: Uint8Array<ArrayBuffer> }>(),
): SurveyAssets {
  return {
    async get(sha256) {
      const one = kept.get(sha256);
      if (one === undefined) return null;
      if ((await sha256Hex(one.bytes)) !== sha256) {
        kept.delete(sha256);
        return null;
      }
      return new Blob([one.bytes], { type: one.mime });
    },
    put: async (sha256, mime, bytes) => void kept.set(sha256, { mime, bytes: bytes.slice() }),
    remove: async (sha256) => void kept.delete(sha256),
    list: async () => [...kept.keys()],
  };
}
