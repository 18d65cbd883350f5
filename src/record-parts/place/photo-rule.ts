import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { CodeOf } from '../../domain/lists/lists.ts';
import { photoRule } from '../../places/differing.ts';
import { directoryOf } from '../../places/history.ts';
import { visitPlaces } from '../../places/visit-place.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';

type Rule = CodeOf<'photoRules'>;
type Reference = Pick<ReferenceStore, 'entries' | 'own' | 'observations'>;

/** The strictest that holds at these entries, whoever told it, and for the group that is visited with a place. */
async function strictest(reference: Reference, wanted: readonly string[], today: string): Promise<'never' | null> {
  const [entries, own] = await Promise.all([reference.entries(), reference.own()]);
  const named = directoryOf(entries, [], own, today);
  const met = visitPlaces(named, []);
  const ids = wanted.flatMap((id) => {
    const known = named.find(id);
    if (known === null) return [];
    const together = met.find(({ placeId }) => placeId === known.entry.entryId)?.about ?? [];
    return [known, ...together].flatMap((one) => one.ids);
  });
  const told = directoryOf(entries, await reference.observations([...new Set(ids)]), own, today);
  const rules = ids.map((id): Rule | null => {
    const known = told.find(id);
    return known === null ? null : photoRule(known, today);
  });
  return rules.includes('never') ? 'never' : null;
}

/**
 * `never` where the place of the visit, or what the record is about, wants no photos at all; `unknown` until that has
 * been read. Without any such place, and where the directory cannot be read, there is nothing to keep to.
 */
export function usePhotoRule(at: readonly (string | null | undefined)[], today: string): 'never' | 'unknown' | null {
  const { reference } = useServices();
  const wanted = [...new Set(at.flatMap((id) => id ?? []))].join(' ');
  const [found, setFound] = useState<{ of: string; rule: 'never' | null } | null>(null);
  useEffect(() => {
    if (wanted === '') return undefined;
    let left = false;
    const read = async (): Promise<void> => {
      const rule = await strictest(reference, wanted.split(' '), today).catch(() => null);
      if (!left) setFound({ of: wanted, rule });
    };
    void read();
    const stop = reference.subscribe(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [reference, wanted, today]);
  if (wanted === '') return null;
  return found?.of === wanted ? found.rule : 'unknown';
}
