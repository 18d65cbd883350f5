import { v7 } from 'uuid';
import type { Random } from '../../ports/random.ts';

export function createBrowserRandom(): Random {
  return {
    bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    uuid: () => v7(),
    fraction: () => Math.random(),
  };
}
