import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { placesPath } from '../place.ts';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { useAct } from '../use-asked.ts';
import { ChangeProblem } from './change-problem.tsx';
import { blankDraft } from './draft-of.ts';
import { beginEdit, withLink } from './place-edit.ts';
import { NEW_PLACE, usePlaceEdit } from './use-place-edit.ts';

const EditPlace = lazyRoom(async () => (await import('./edit-place.tsx')).EditPlace, ['places', 'map']);

/** Somewhere or somebody the office knows of: on every tablet after its next sync. */
export function NewPlace({ onLeave }: { onLeave: () => void }) {
  const t = useText('desk-places');
  const { client, go } = useDesk();
  const { busy, problem, act } = useAct();
  const { edit: held, setEdit, settle } = usePlaceEdit(NEW_PLACE);
  const [back] = useState(held !== null);
  const edit = held ?? beginEdit(0, blankDraft('venue'));
  const leave = (): void => {
    setEdit(null);
    onLeave();
  };
  const keep = (): void =>
    void act(async () => {
      const mine = withLink(edit);
      setEdit(mine);
      const { entry } = await client.newPlace(mine.draft);
      settle(mine, null);
      go(placesPath({ show: 'one', entryId: entry.entryId }));
    });
  return (
    <section class="desk-sheet">
      {problem !== null && <ChangeProblem problem={problem} onAgain={onLeave} />}
      {back && <LiveRegion visible>{t.el('edit.unkept')}</LiveRegion>}
      <EditPlace
        title={t.el('new.title')}
        stored={null}
        edit={edit}
        onChange={setEdit}
        busy={busy}
        onKeep={keep}
        onLeave={leave}
      />
    </section>
  );
}
