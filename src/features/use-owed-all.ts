import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import type { Owed } from '../domain/protocol.ts';

const none = (owed: readonly Owed[]): boolean => owed.length === 0;

/** Everything that is owed to anybody, as it came down. */
export function useOwedAll(): readonly Owed[] {
  const { reference } = useServices();
  const [all, show] = useState<readonly Owed[]>([]);
  useEffect(() => {
    const look = () =>
      void reference.owed().then(
        (found) => show((before) => (none(found) && none(before) ? before : found)),
        () => undefined,
      );
    look();
    return reference.subscribe(look);
  }, [reference]);
  return all;
}
