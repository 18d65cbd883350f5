import { useEffect, useMemo } from 'preact/hooks';
import { useChanges, useDesk } from '../desk-context.ts';
import type { InboxFilter } from '../place.ts';
import { createInboxList, type InboxList } from './inbox-list.ts';

/** How often the inbox looks for something new while it is looked at. Milliseconds. */
const LOOK_EVERY_MS = 20_000;

/** The live list of one filter: fetched when the filter changes, looked after while the page can be seen. */
export function useInbox(filter: InboxFilter): InboxList {
  const { client, tellCounts } = useDesk();
  const key = JSON.stringify(filter);
  const list = useMemo(() => createInboxList(client, JSON.parse(key) as InboxFilter), [client, key]);
  useChanges(list);
  useEffect(() => {
    void list.load();
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible') void list.look();
    }, LOOK_EVERY_MS);
    const seen = (): void => {
      if (document.visibilityState === 'visible') void list.look();
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(looking);
      document.removeEventListener('visibilitychange', seen);
      list.stop();
    };
  }, [list]);
  const parked = list.state().counts?.quarantine ?? null;
  useEffect(() => {
    if (parked !== null) tellCounts({ quarantine: parked });
  }, [parked, tellCounts]);
  return list;
}
