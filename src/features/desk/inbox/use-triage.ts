import { useRef, useState } from 'preact/hooks';
import type { InboxDetail, InboxItem, Person } from '../../../domain/desk.ts';
import type { Text } from '../../../i18n/use-text.tsx';
import { useDesk } from '../desk-context.ts';
import { changeItem, type WantedChange } from '../record/change-item.ts';
import type { OpenItem } from '../record/open-item.ts';

export interface Did {
  readonly words: string;
  /** Whether there is something to take back. */
  readonly canUndo: boolean;
}

/**
 * Changing state and owner from anywhere in the inbox, with one step back. The record that is open is changed through
 * its own queue; any other is fetched first, because a change must say on what it was decided.
 */
export function useTriage(options: {
  open: OpenItem | null;
  people: readonly Person[];
  t: Text;
  onDetail: (detail: InboxDetail) => void;
}): {
  did: Did | null;
  apply: (item: InboxItem, wanted: WantedChange) => Promise<boolean>;
  undo: () => Promise<void>;
} {
  const { client, me } = useDesk();
  const { open, people, t, onDetail } = options;
  const [did, setDid] = useState<Did | null>(null);
  const back = useRef<{ item: InboxItem; wanted: WantedChange } | null>(null);

  async function change(entityId: string, wanted: WantedChange): Promise<boolean> {
    if (open !== null && open.entityId === entityId && open.state().detail !== null) return await open.change(wanted);
    try {
      const { detail } = await changeItem(client, await client.item(entityId), wanted);
      onDetail(detail);
      return true;
    } catch {
      return false;
    }
  }

  function wordsFor(wanted: WantedChange): string {
    if (wanted.state !== undefined) return t(`did.${wanted.state}`);
    if (wanted.ownerId === null) return t('did.ownerNobody');
    const name = wanted.ownerId === me.actorId ? me.displayName : nameOf(people, wanted.ownerId);
    return t('did.owner', { name });
  }

  return {
    did,
    async apply(item, wanted) {
      const before: WantedChange = {
        ...(wanted.state === undefined ? {} : { state: item.state }),
        ...(wanted.ownerId === undefined ? {} : { ownerId: item.ownerId }),
      };
      const made = await change(item.entityId, wanted);
      if (made) back.current = { item, wanted: before };
      setDid(made ? { words: wordsFor(wanted), canUndo: true } : { words: t('did.failed'), canUndo: false });
      return made;
    },
    async undo() {
      const last = back.current;
      if (last === null) return;
      const made = await change(last.item.entityId, last.wanted);
      if (made) back.current = null;
      setDid({ words: t(made ? 'did.undone' : 'did.failed'), canUndo: !made });
    },
  };
}

function nameOf(people: readonly Person[], actorId: string | undefined): string {
  return people.find((one) => one.actorId === actorId)?.displayName ?? '';
}
