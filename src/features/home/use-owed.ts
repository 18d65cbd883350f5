import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Owed } from '../../domain/protocol.ts';
import type { VisitStamp } from '../../domain/record.ts';

/** What is owed to the group of this visit, the earliest due first. Without a visit: nothing. */
export function useOwed(visit: VisitStamp | null): readonly Owed[] {
  const { reference } = useServices();
  const [all, show] = useState<readonly Owed[]>([]);
  useEffect(() => {
    const look = () => void reference.owed().then(show, () => show([]));
    look();
    return reference.subscribe(look);
  }, [reference]);
  return visit === null ? [] : owedToGroup(all, visit);
}

/**
 * By the entry that was visited when it was promised. What has none, or another one of the same place, goes by the group's
 * name; where a place has no group name, by the place. Names are compared as people would.
 */
export function owedToGroup(
  all: readonly Owed[],
  visit: Pick<VisitStamp, 'groupName' | 'placeName' | 'placeId'>,
): readonly Owed[] {
  const same = (a: string, b: string) =>
    a.trim() !== '' && a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'base' }) === 0;
  const { groupName, placeName, placeId } = visit;
  return all
    .filter((one) => {
      const known = placeId !== undefined && one.placeId !== undefined;
      const here = same(one.placeName, placeName);
      if (known && (one.placeId === placeId || !here)) return one.placeId === placeId;
      return groupName.trim() === '' ? here : same(one.groupName, groupName);
    })
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}
