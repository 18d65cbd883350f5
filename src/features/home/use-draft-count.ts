import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';

/** How many records this worker has not finished; null until it is known. The end of a visit is not counted. */
export function useDraftCount(): number | null {
  const { draftStore } = useServices();
  const { worker } = useUnlocked();
  const [count, show] = useState<number | null>(null);
  useEffect(() => {
    const look = () =>
      void draftStore.list(worker.actorId).then(
        (rows) => show(rows.filter((row) => row.kind !== 'visit').length),
        () => show(null),
      );
    look();
    return draftStore.subscribe(look);
  }, [draftStore, worker.actorId]);
  return count;
}
