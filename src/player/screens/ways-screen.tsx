import type { VNode } from 'preact';
import type { Ways } from '../../surveys/answering.ts';
import { SoundControls } from '../../sound/sound-controls.tsx';
import type { Say } from '../../sound/sound-desk.ts';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { useChoosing } from '../use-choosing.ts';
import { ownWords } from '../words.ts';

const PACES_MS = [1000, 1500, 2000, 3000, 4000, 5000];

interface Way {
  readonly code: string;
  readonly text: Say;
  readonly detail?: Say;
  readonly picture: PictureName;
  readonly chosen: boolean;
  readonly take: () => void;
}

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
  const all: readonly Way[] = [
    {
      code: 'aloud',
      text: ownWords(stand, 'ways.aloud'),
      picture: 'mode-listen',
      chosen: state.listen,
      take: () => walk.speak({ listen: !state.listen }, false),
    },
    {
      code: 'easy',
      text: ownWords(stand, 'how.easy'),
      picture: 'mode-easy',
      chosen: easy,
      take: () => walk.speak({ readingMode: easy ? 'standard' : 'easy' }, false),
    },
    {
      code: 'words-only',
      text: ownWords(stand, 'ways.wordsOnly'),
      picture: 'mode-read',
      chosen: !ways.pictures,
      take: () => become({ pictures: !ways.pictures }),
    },
    ...(['one', 'two'] as const).map((scan): Way => ({
      code: scan,
      text: ownWords(stand, `ways.${scan}`),
      detail: ownWords(stand, `ways.${scan}How`),
      picture: 'pointed',
      chosen: ways.scan === scan,
      take: () => become({ scan: ways.scan === scan ? null : scan }),
    })),
  ];
  const choosing = useChoosing<string>((code) => all.find((way) => way.code === code)?.take());
  return (
    <PlayerScreen
      name="ways"
      heading={ownWords(stand, 'ways.title')}
      help={[ownWords(stand, 'ways.text')]}
      actions={{
        back: walk.close,
        next: walk.close,
        ...(state.stage === 'done' ? {} : { stop: () => walk.open('stop') }),
      }}
    >
      <div class="tiles tiles--three">
        {all.map(({ code, text, detail, picture, chosen }) => (
          <Tile
            key={code}
            text={text}
            detail={detail}
            picture={picture}
            chosen={chosen}
            pointed={choosing.pointed === code}
            onTouch={() => choosing.touch(code, detail === undefined ? text : [text, detail])}
          />
        ))}
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
