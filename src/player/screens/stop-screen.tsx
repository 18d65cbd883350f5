import type { VNode } from 'preact';
import { stop } from '../../surveys/flow.ts';
import type { PictureName } from '../../ui/pictures/set.ts';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { useChoosing } from '../use-choosing.ts';
import { ownWords } from '../words.ts';

type Way = 'keep' | 'throwAway' | 'goOn';
const PICTURES: Readonly<Record<Way, PictureName>> = { keep: 'keep', throwAway: 'throw-away', goOn: 'back' };

/** Stop asks one thing only: keep what I said, or throw it away. Or go back to the question. Nobody is asked why. */
export function StopScreen(): VNode {
  const stand = useStand();
  const { walk, survey, state } = stand;
  const said = Object.keys(state.answers).length > 0;
  const take = (way: Way): void => {
    if (way === 'goOn') walk.close();
    else if (way === 'throwAway') walk.end('thrown-away');
    else walk.go(stop(state, survey));
  };
  const choosing = useChoosing<Way>(take);
  const { pointed } = choosing;
  const next = (): void => {
    if (pointed !== null) take(pointed);
    else walk.setProblem(ownWords(stand, 'who.needed'));
  };
  const ways: readonly Way[] = said ? ['keep', 'throwAway', 'goOn'] : ['throwAway', 'goOn'];
  return (
    <PlayerScreen
      name="stop"
      heading={ownWords(stand, said ? 'stop.question' : 'stop.nothingYet')}
      actions={{
        back: walk.close,
        // A touch takes it: "Next" is for what is pointed at.
        ...(stand.touch === 'say-first' ? { next } : {}),
      }}
    >
      <div class="tiles tiles--three">
        {ways.map((way) => {
          const text = ownWords(stand, way === 'throwAway' && !said ? 'stop.now' : `stop.${way}`);
          return (
            <Tile
              key={way}
              text={text}
              picture={way === 'throwAway' && !said ? 'stop' : PICTURES[way]}
              pointed={pointed === way}
              onTouch={() => choosing.touch(way, text)}
            />
          );
        })}
      </div>
    </PlayerScreen>
  );
}
