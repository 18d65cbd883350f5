import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';

/** The visit itself lies among the drafts: that it goes on, and its end while it is being written. */
const NOT_A_RECORD = new Set(['visit', 'current-visit']);

/** How many records this worker has not finished; null until it is known. */
export function useDraftCount(): number | null {
  const { draftStore } = useServices();
  const { worker } = useUnlocked();
  const [count, show] = useState<number | null>(null);
  useEffect(() => {
    const look = () =>
      void draftStore.list(worker.actorId).then(
        (rows) => show(rows.filter((row) => !NOT_A_RECORD.has(row.kind)).length),
        () => show(null),
      );
    look();
    return draftStore.subscribe(look);
  }, [draftStore, worker.actorId]);
  return count;
}
