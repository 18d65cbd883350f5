import type { VNode } from 'preact';
import { useSound } from '../../sound/use-sound.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { useChoosing } from '../use-choosing.ts';
import { ownWords, surveyWords } from '../words.ts';

const SPEAKS = {
  listen: { readingMode: 'standard', listen: true },
  read: { readingMode: 'standard', listen: false },
  easy: { readingMode: 'easy', listen: false },
} as const;
type Way = keyof typeof SPEAKS;
const WAYS = ['listen', 'read', 'easy'] as const satisfies readonly Way[];

/** Listening, reading, or easy reading: three big pictures, said by themselves to who cannot read which is which. */
export function HowScreen(): VNode {
  const stand = useStand();
  const sound = useSound();
  const { walk } = stand;
  const purpose = surveyWords(stand, 'purpose');
  const silent = sound.sourceFor(purpose.language, purpose.clip) === 'none';
  const take = (way: Way): void => walk.speak(SPEAKS[way], true);
  const choosing = useChoosing<Way>(take);
  const { pointed } = choosing;
  return (
    <PlayerScreen
      name="how"
      heading={ownWords(stand, 'how.question')}
      alsoSaid={WAYS.map((way) => ownWords(stand, `how.${way}`))}
      saysItself
      actions={{
        back: walk.back,
        stop: () => walk.open('stop'),
        // A touch takes it: "Next" is for what is pointed at.
        ...(pointed === null ? {} : { next: () => take(pointed) }),
      }}
    >
      <div class="tiles tiles--three tiles--big">
        {WAYS.map((way) => {
          const text = ownWords(stand, `how.${way}`);
          return (
            <Tile
              key={way}
              text={text}
              detail={way === 'listen' && silent ? ownWords(stand, 'how.silent') : undefined}
              picture={`mode-${way}`}
              pointed={pointed === way}
              onTouch={() => choosing.touch(way, text)}
            />
          );
        })}
      </div>
      <button type="button" class="player__more" onClick={() => walk.open('ways')}>
        <Icon name="settings" />
        <Said text={ownWords(stand, 'ways.open')} />
      </button>
    </PlayerScreen>
  );
}
