import type { VNode } from 'preact';
import type { Ways } from '../../surveys/answering.ts';
import { SoundControls } from '../../sound/sound-controls.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { ownWords } from '../words.ts';

const PACES_MS = [1000, 1500, 2000, 3000, 4000, 5000];

/** More ways of answering, for this person: said aloud, easy words, no pictures, one switch or two. */
export function WaysScreen(): VNode {
  const stand = useStand();
  const { walk, ways, state } = stand;
  const become = (change: Partial<Ways>): void => walk.setWays({ ...ways, ...change });
  const easy = state.readingMode === 'easy';
  const pace = (step: 1 | -1): void => {
    const at = PACES_MS.indexOf(ways.paceMs) + step;
    become({ paceMs: PACES_MS[Math.max(0, Math.min(PACES_MS.length - 1, at))] ?? 2000 });
  };
  return (
    <PlayerScreen
      name="ways"
      heading={ownWords(stand, 'ways.title')}
      help={[ownWords(stand, 'ways.text')]}
      actions={{ back: walk.close, next: walk.close }}
    >
      <div class="tiles tiles--three">
        <Tile
          text={ownWords(stand, 'ways.aloud')}
          picture="mode-listen"
          chosen={state.listen}
          onTouch={() => walk.speak({ listen: !state.listen }, false)}
        />
        <Tile
          text={ownWords(stand, 'how.easy')}
          picture="mode-easy"
          chosen={easy}
          onTouch={() => walk.speak({ readingMode: easy ? 'standard' : 'easy' }, false)}
        />
        <Tile
          text={ownWords(stand, 'ways.wordsOnly')}
          picture="mode-read"
          chosen={!ways.pictures}
          onTouch={() => become({ pictures: !ways.pictures })}
        />
        <Tile
          text={ownWords(stand, 'ways.one')}
          detail={ownWords(stand, 'ways.oneHow')}
          picture="pointed"
          chosen={ways.scan === 'one'}
          onTouch={() => become({ scan: ways.scan === 'one' ? null : 'one' })}
        />
        <Tile
          text={ownWords(stand, 'ways.two')}
          detail={ownWords(stand, 'ways.twoHow')}
          picture="pointed"
          chosen={ways.scan === 'two'}
          onTouch={() => become({ scan: ways.scan === 'two' ? null : 'two' })}
        />
      </div>
      {state.listen && <SoundControls sample={ownWords(stand, 'ways.title')} />}
      {ways.scan === 'one' && (
        <div class="pace">
          <button type="button" class="player__more" onClick={() => pace(-1)}>
            <Said text={ownWords(stand, 'ways.faster')} />
          </button>
          <LiveRegion visible>
            <Said text={ownWords(stand, 'ways.pace', { count: ways.paceMs / 1000 })} />
          </LiveRegion>
          <button type="button" class="player__more" onClick={() => pace(1)}>
            <Said text={ownWords(stand, 'ways.slower')} />
          </button>
        </div>
      )}
    </PlayerScreen>
  );
}
