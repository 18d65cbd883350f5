import type { VNode } from 'preact';
import { useSound } from '../../sound/use-sound.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { ownWords, surveyWords } from '../words.ts';

/** Listening, reading, or easy reading: three big pictures, said by themselves to who cannot read which is which. */
export function HowScreen(): VNode {
  const stand = useStand();
  const sound = useSound();
  const { walk } = stand;
  const purpose = surveyWords(stand, 'purpose');
  const silent = sound.sourceFor(purpose.language, purpose.clip) === 'none';
  return (
    <PlayerScreen
      name="how"
      heading={ownWords(stand, 'how.question')}
      alsoSaid={['how.listen', 'how.read', 'how.easy'].map((key) => ownWords(stand, key))}
      saysItself
      actions={{ back: walk.back, stop: () => walk.open('stop') }}
    >
      <div class="tiles tiles--three tiles--big">
        <Tile
          text={ownWords(stand, 'how.listen')}
          detail={silent ? ownWords(stand, 'how.silent') : undefined}
          picture="mode-listen"
          onTouch={() => walk.speak({ readingMode: 'standard', listen: true }, true)}
        />
        <Tile
          text={ownWords(stand, 'how.read')}
          picture="mode-read"
          onTouch={() => walk.speak({ readingMode: 'standard', listen: false }, true)}
        />
        <Tile
          text={ownWords(stand, 'how.easy')}
          picture="mode-easy"
          onTouch={() => walk.speak({ readingMode: 'easy', listen: false }, true)}
        />
      </div>
      <button type="button" class="player__more" onClick={() => walk.open('ways')}>
        <Icon name="settings" />
        <Said text={ownWords(stand, 'ways.open')} />
      </button>
    </PlayerScreen>
  );
}
