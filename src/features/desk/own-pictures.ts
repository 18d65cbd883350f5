import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

const addresses = new Map<string, string>();
const fetching = new Map<string, Promise<string>>();

/**
 * Address of a picture or clip the team added, fetched once and kept while the page is open. Blobs only: an uploaded
 * drawing shows as an image, where it can run nothing.
 */
export function useAsset(sha256: string | null): string | null {
  const { client } = useDesk();
  const [, again] = useState(0);
  const known = sha256 === null ? null : (addresses.get(sha256) ?? null);
  useEffect(() => {
    if (sha256 === null || addresses.has(sha256)) return undefined;
    let here = true;
    assetAddress(sha256, (hash) => client.asset(hash)).then(
      () => here && again((n) => n + 1),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [sha256, client]);
  return known;
}

export async function assetAddress(sha256: string, fetch: (sha256: string) => Promise<Blob>): Promise<string> {
  const known = addresses.get(sha256);
  if (known !== undefined) return known;
  let asked = fetching.get(sha256);
  if (asked === undefined) {
    asked = fetch(sha256)
      .then((blob) => {
        const address = URL.createObjectURL(blob);
        addresses.set(sha256, address);
        return address;
      })
      .finally(() => fetching.delete(sha256));
    fetching.set(sha256, asked);
  }
  return await asked;
}

/** The address of one that is here already, or null. */
export const knownAddress = (sha256: string): string | null => addresses.get(sha256) ?? null;
