import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { useDesk } from '../desk-context.ts';
import { placesPath } from '../place.ts';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { useAct } from '../use-asked.ts';
import { ChangeProblem } from './change-problem.tsx';
import { blankDraft } from './draft-of.ts';

const EditPlace = lazyRoom(async () => (await import('./edit-place.tsx')).EditPlace, ['places', 'map']);

/** Somewhere or somebody the office knows of: on every tablet after its next sync. */
export function NewPlace({ onLeave }: { onLeave: () => void }) {
  const t = useText('desk-places');
  const { client, go } = useDesk();
  const { busy, problem, act } = useAct();
  const [draft, setDraft] = useState<PlaceDraft>(() => blankDraft('venue'));
  const keep = (): void =>
    void act(async () => {
      const { entry } = await client.newPlace(draft);
      go(placesPath({ show: 'one', entryId: entry.entryId }));
    });
  return (
    <section class="desk-sheet">
      {problem !== null && <ChangeProblem problem={problem} onAgain={onLeave} />}
      <EditPlace
        title={t.el('new.title')}
        stored={null}
        draft={draft}
        onChange={setDraft}
        busy={busy}
        onKeep={keep}
        onLeave={onLeave}
      />
    </section>
  );
}
