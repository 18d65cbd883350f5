import type { VNode } from 'preact';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';

/** Thank you. Nothing leads back from here; "Next" hands over to the receipt. */
export function DoneScreen(): VNode {
  const stand = useStand();
  const { walk, state } = stand;
  const how = state.ended === 'stopped' ? 'stopped' : 'finished';
  return (
    <PlayerScreen
      name="done"
      heading={ownWords(stand, 'done.title')}
      help={[ownWords(stand, `done.${how}`), ownWords(stand, 'done.giveBack')]}
      actions={{ next: () => walk.end(how) }}
    >
      {stand.ways.pictures && (
        <div class="consent-drawing consent-drawing--large">
          <SetPicture name="done" alt="" />
        </div>
      )}
    </PlayerScreen>
  );
}
