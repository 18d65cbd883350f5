import * as z from 'zod/mini';
import type { HeardVoices } from '../../ports/sounds.ts';

const KEY = 'said-and-done.voices';
const kept = z.record(z.string(), z.string().check(z.maxLength(300)));
type KeyValues = Pick<Storage, 'getItem' | 'setItem'>;

/** Which voices were heard on this tablet. Nothing about anybody: it may lie in the open. Never throws. */
export function createHeardVoices(storage: KeyValues | null = browserStorage()): HeardVoices {
  let all = read(storage);
  return {
    of: (language) => all[language] ?? null,
    put(language, voice) {
      const { [language]: _before, ...rest } = all;
      all = voice === null ? rest : { ...rest, [language]: voice };
      try {
        storage?.setItem(KEY, JSON.stringify(all));
      } catch {
        // It still holds for this page.
      }
    },
  };
}

function browserStorage(): KeyValues | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function read(storage: KeyValues | null): Readonly<Record<string, string>> {
  try {
    const found = z.safeParse(kept, JSON.parse(storage?.getItem(KEY) ?? '{}'));
    return found.success ? found.data : {};
  } catch {
    return {};
  }
}
