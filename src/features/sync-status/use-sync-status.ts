import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { SyncStatus } from '../../sync/status.ts';

/** The present state of sending; the caller is shown again with every change. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useServices();
  const [status, show] = useState(() => sync.status());
  useEffect(() => {
    show(sync.status());
    return sync.subscribe(() => show(sync.status()));
  }, [sync]);
  return status;
}
