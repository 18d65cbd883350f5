import { useCallback, useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';

/** Under this, an afternoon of photos and voices may not fit. */
const LOW_BYTES = 200_000_000;

export interface StorageState {
  /** Whether the browser has promised to keep our data; null where it does not say. */
  readonly persisted: boolean | null;
  readonly freeBytes: number | null;
  readonly low: boolean;
  look(): Promise<void>;
}

/** Asks the browser once to keep everything, and says plainly what it answered. */
export function useStorage(): StorageState {
  const { tablet } = useServices();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  const look = useCallback(async () => {
    const space = await tablet.space().catch(() => null);
    setFreeBytes(space?.freeBytes ?? null);
    setPersisted(await tablet.persisted().catch(() => null));
  }, [tablet]);
  useEffect(() => {
    void tablet
      .askToPersist()
      .catch(() => null)
      .then(look);
  }, [tablet, look]);
  return { persisted, freeBytes, low: freeBytes !== null && freeBytes < LOW_BYTES, look };
}
