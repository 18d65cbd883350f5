import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../domain/survey.ts';
import { useSound } from './use-sound.tsx';

/**
 * Where a film can be shown from, while it is shown. `address` is null until it was found and checked; `gone` when this
 * tablet does not hold it whole.
 */
export function useFilm(film: Clip | null): { readonly address: string | null; readonly gone: boolean } {
  const sound = useSound();
  const sha256 = film?.sha256 ?? null;
  const [found, show] = useState<{ readonly of: string; readonly address: string | null } | null>(null);
  useEffect(() => {
    if (film === null || sha256 === null) return undefined;
    let over = false;
    let address: string | null = null;
    const find = async (): Promise<void> => {
      const bytes = await sound.film(film);
      if (over) return;
      address = bytes === null ? null : URL.createObjectURL(bytes);
      show({ of: sha256, address });
    };
    void find();
    return () => {
      over = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
    // `film` of the same bytes is the same film.
  }, [sha256, sound.film]);
  const mine = found?.of === sha256 ? found : null;
  return { address: mine?.address ?? null, gone: mine !== null && mine.address === null };
}
