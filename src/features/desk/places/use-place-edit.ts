import { useCallback, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isChanged, type PlaceEdit } from './place-edit.ts';

/** Under which an entry that is not yet in the directory is held. */
export const NEW_PLACE = '';

/**
 * The edit of one entry that is under way. What is written and not yet kept outlives walking to another part of the
 * desk: `edit` begins as it was left. `settle` is for what comes back later: when more was written since, it does nothing
 * and is false.
 */
export function usePlaceEdit(entryId: string) {
  const { edits, me } = useDesk();
  const [edit, show] = useState<PlaceEdit | null>(() => edits.get(me.actorId, entryId));
  const setEdit = useCallback(
    (next: PlaceEdit | null): void => {
      edits.set(me.actorId, entryId, held(next));
      show(next);
    },
    [edits, me.actorId, entryId],
  );
  const settle = useCallback(
    (was: PlaceEdit, next: PlaceEdit | null): boolean => {
      if (edits.get(me.actorId, entryId) !== held(was)) return false;
      setEdit(next);
      return true;
    },
    [edits, me.actorId, entryId, setEdit],
  );
  return { edit, setEdit, settle };
}

const held = (edit: PlaceEdit | null): PlaceEdit | null => (edit !== null && isChanged(edit) ? edit : null);
