import type { VNode } from 'preact';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';

/** A no is fine: nothing is kept, and it is counted that we asked. */
export function NoConsentScreen(): VNode {
  const stand = useStand();
  const { walk } = stand;
  return (
    <PlayerScreen
      name="no-consent"
      agreed="promised"
      heading={ownWords(stand, 'noConsent.title')}
      help={[ownWords(stand, 'noConsent.text')]}
      actions={{ back: walk.close, next: () => walk.end('no-consent') }}
    >
      {stand.ways.pictures && (
        <div class="consent-drawing consent-drawing--large">
          <SetPicture name="done" alt="" />
        </div>
      )}
    </PlayerScreen>
  );
}
