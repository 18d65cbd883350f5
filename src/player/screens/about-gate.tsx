import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';
import { YesNoTiles } from './yes-no-tiles.tsx';

/** Asks before asking about the person, and says why. A no is as good as a yes. */
export function AboutGate(props: { onYes: () => void; onNo: () => void }): VNode {
  const stand = useStand();
  const { walk } = stand;
  const id = useId();
  const pointing = useRef<(() => void) | null>(null);
  const next = (): void => {
    if (pointing.current === null) walk.setProblem(ownWords(stand, 'consent.needed'));
    else pointing.current();
  };
  return (
    <PlayerScreen
      name="about-you"
      heading={ownWords(stand, 'about.question')}
      headingId={id}
      help={[ownWords(stand, 'about.why')]}
      picture={<SetPicture name="everyone" alt="" />}
      actions={{
        back: walk.back,
        skip: props.onNo,
        stop: () => walk.open('stop'),
        // A touch takes it: "Next" is for what is pointed at.
        ...(stand.touch === 'say-first' ? { next } : {}),
      }}
    >
      <YesNoTiles
        value={null}
        labelledBy={id}
        onChange={(value) => (value === 'yes' ? props.onYes() : props.onNo())}
        onNext={() => undefined}
        pointing={pointing}
      />
    </PlayerScreen>
  );
}
