import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answered } from '../../domain/survey-response.ts';
import type { PictureName } from '../../ui/pictures/set.ts';
import { setVoice } from '../../surveys/flow.ts';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { Tile } from '../tile.tsx';
import { useChoosing } from '../use-choosing.ts';
import { ownWords } from '../words.ts';

type Part = 'who' | 'help' | 'other' | 'child';
type Voice = Answered['voice'];
interface Way {
  readonly code: string;
  readonly picture: PictureName;
  /** Another question, whose answers they are, or what a child's answers need. */
  readonly leads: { part: Part } | { voice: Voice; child?: true } | 'play-only';
}

const PARTS: Readonly<Record<Part, readonly Way[]>> = {
  who: [
    { code: 'me', picture: 'who-me', leads: { voice: 'own' } },
    { code: 'helped', picture: 'who-helped', leads: { part: 'help' } },
    { code: 'other', picture: 'who-other', leads: { part: 'other' } },
    { code: 'child', picture: 'who-child', leads: { part: 'child' } },
  ],
  help: [
    { code: 'reading', picture: 'mode-read', leads: { voice: 'helped-reading' } },
    { code: 'choosing', picture: 'who-helped', leads: { voice: 'helped-choosing' } },
    { code: 'interpreted', picture: 'interpreter', leads: { voice: 'interpreted' } },
  ],
  other: [
    { code: 'family', picture: 'family', leads: { voice: 'proxy-family' } },
    { code: 'worker', picture: 'worker', leads: { voice: 'proxy-worker' } },
  ],
  child: [
    { code: 'grownUpYes', picture: 'yes', leads: { voice: 'own', child: true } },
    { code: 'grownUpNo', picture: 'no', leads: 'play-only' },
  ],
};

/** Whose answers these are; later kept apart, and never guessed. */
export function WhoScreen(): VNode {
  const stand = useStand();
  const { walk, state } = stand;
  const [part, setPart] = useState<Part>('who');
  const take = (way: Way): void => {
    const { leads } = way;
    if (leads === 'play-only') walk.open('child-practice');
    else if ('part' in leads) setPart(leads.part);
    else {
      const { child: _before, ...rest } = setVoice(state, leads.voice);
      walk.forward(leads.child === true ? { ...rest, child: true } : rest);
    }
  };
  const choosing = useChoosing<string>((code) => {
    const way = PARTS[part].find((one) => one.code === code);
    if (way !== undefined) take(way);
  });
  const { pointed } = choosing;
  const next = (): void => {
    const way = PARTS[part].find(({ code }) => code === pointed);
    if (way !== undefined) take(way);
    else walk.setProblem(ownWords(stand, 'who.needed'));
  };
  return (
    <PlayerScreen
      name={`who.${part}`}
      heading={ownWords(stand, `who.${part}Question`)}
      help={part === 'help' ? [ownWords(stand, 'who.helpNote')] : []}
      actions={{
        back: () => (part === 'who' ? walk.back() : setPart('who')),
        stop: () => walk.open('stop'),
        // A touch takes it: "Next" is for what is pointed at.
        ...(stand.touch === 'say-first' ? { next } : {}),
      }}
    >
      <div class="tiles tiles--two" key={part}>
        {PARTS[part].map((way) => {
          const text = ownWords(stand, `who.${way.code}`);
          return (
            <Tile
              key={way.code}
              text={text}
              picture={way.picture}
              pointed={pointed === way.code}
              onTouch={() => choosing.touch(way.code, text)}
            />
          );
        })}
      </div>
    </PlayerScreen>
  );
}
