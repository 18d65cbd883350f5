import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { ConsentAnswer, ConsentLayer } from '../../domain/consent.ts';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { consentWords, ownWords } from '../words.ts';
import { YesNoTiles } from './yes-no-tiles.tsx';

const PICTURES: Readonly<Record<ConsentLayer, PictureName>> = {
  talk: 'consent-talk',
  use: 'consent-use',
  share: 'consent-share',
  voice: 'consent-voice',
  photo: 'consent-photo',
  'hear-back': 'consent-hear-back',
  training: 'consent-training',
  press: 'consent-press',
};

/**
 * Layers of consent, one screen each. Each answer is kept before the next screen shows. `mayLeaveOut`: a question may be
 * passed over and counts as not asked.
 */
export function ConsentQuestions(props: {
  layers: readonly ConsentLayer[];
  mayLeaveOut: boolean;
  onAnswered: (layer: ConsentLayer, answer: ConsentAnswer) => 'go-on' | 'stay';
  onDone: () => void;
}): VNode | null {
  const stand = useStand();
  const { walk, lend } = stand;
  const id = useId();
  const pointing = useRef<(() => void) | null>(null);
  const [given, setGiven] = useState(lend.consent.answers);
  const [at, setAt] = useState(() => {
    const { answers } = lend.consent;
    const open = props.layers.findIndex(
      (layer) => answers[layer] === undefined || (!props.mayLeaveOut && answers[layer] === 'no'),
    );
    return open < 0 ? Math.max(0, props.layers.length - 1) : open;
  });
  const layer = props.layers[Math.min(at, props.layers.length - 1)];
  if (layer === undefined) return null;
  const value = given[layer] ?? null;

  const [question, ...notes] = consentWords(stand, layer, lend.consent.shielded);

  const leave = (): void => {
    walk.setProblem(null);
    if (at + 1 < props.layers.length) setAt(at + 1);
    else props.onDone();
  };
  const take = (answer: ConsentAnswer): void => {
    walk.setProblem(null);
    setGiven((before) => ({ ...before, [layer]: answer }));
  };
  const next = (): void => {
    if (pointing.current !== null) {
      pointing.current();
      pointing.current = null;
      return;
    }
    if (value === null) {
      walk.setProblem(ownWords(stand, 'consent.needed'));
      return;
    }
    walk.after(
      () => lend.consent.onAnswer(layer, value),
      () => {
        if (props.onAnswered(layer, value) === 'go-on') leave();
      },
    );
  };
  return (
    <PlayerScreen
      name={`consent.${layer}`}
      agreed="asked"
      heading={question}
      help={notes}
      headingId={id}
      actions={{
        back: () => (at === 0 ? walk.back() : setAt(at - 1)),
        stop: () => walk.open('stop'),
        next,
        ...(props.mayLeaveOut ? { skip: leave } : {}),
      }}
    >
      {stand.ways.pictures && (
        <div class="consent-drawing">
          <SetPicture name={PICTURES[layer]} alt="" />
        </div>
      )}
      <YesNoTiles key={layer} value={value} labelledBy={id} onChange={take} onNext={next} pointing={pointing} />
    </PlayerScreen>
  );
}
