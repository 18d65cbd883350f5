import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { isAnySigned } from '../../player/use-signed.ts';
import { useAppSounds, useAppWords } from '../../sound/app-words.tsx';
import { useSignedTo, useSigning } from '../../sound/signing.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';
import { useFirstTouch } from '../../sound/use-first-touch.ts';
import { Button } from '../../ui/button/button.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import { Screen } from '../../ui/screen/screen.tsx';
import { HoldButton } from './hold-button.tsx';
import './answer.css';

type CoverWay = 'same' | 'new' | 'finish';
const WAYS = [
  ['same', 'who-me'],
  ['new', 'who-group'],
  ['finish', 'done'],
] as const satisfies readonly (readonly [CoverWay, PictureName])[];

/**
 * A calm picture over the questions: it says nothing of what was asked or answered. From here the same person goes on,
 * a new one begins, or it ends; help for what is serious is one touch away. Inside `Heard` its words can be listened to,
 * and to who is spoken to in signs a first touch signs a way and a second one takes it.
 */
export function Cover(props: {
  /** Something went differently than asked, in words: the passcode, or keeping. */
  told: VNode | null;
  busy: boolean;
  /** Their questions are signed: a first touch took nothing there, and takes nothing here. */
  signed: boolean;
  onSame: () => void;
  onNew: () => void;
  onFinish: () => void;
  onSerious: () => void;
  onWorker: () => void;
}): VNode {
  const t = useText('answer');
  const words = useAppWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [now, sign] = useState<readonly string[] | undefined>(undefined);
  const ownSigned = isAnySigned(useSigning() ?? '', useAppSounds());
  const touch = useSignedTo() && (props.signed || ownSigned) ? 'say-first' : 'choose';
  const choosing = useFirstTouch<CoverWay>(
    {
      touch,
      say: (text) => sign(('id' in text ? [text] : text).map(({ id }) => id)),
    },
    (way) => ({ same: props.onSame, new: props.onNew, finish: props.onFinish })[way](),
  );
  return (
    <Screen audience="participant">
      <div class="cover">
        <div class="cover__picture">
          <SetPicture name="cover-calm" alt="" />
        </div>
        <div class="cover__head">
          <h1 class="cover__title" ref={heading} tabIndex={-1}>
            {t.el('cover.title')}
          </h1>
          <ListenAndSign
            look="sign"
            opens
            say={['title', 'same', 'new', 'finish'].map((key) => words(`answer:cover.${key}`))}
            now={now}
            what={t('cover.title')}
          />
        </div>
        {props.told !== null && <output class="cover__told">{props.told}</output>}
        <div class="cover__ways">
          {WAYS.map(([way, picture]) => (
            <Way
              key={way}
              picture={picture}
              pointed={choosing.pointed === way}
              onClick={() => choosing.touch(way, words(`answer:cover.${way}`))}
              off={props.busy}
              words={t.el(`cover.${way}`)}
            />
          ))}
        </div>
        <div class="cover__worker">
          <Button look="quiet" icon="shield" onClick={props.onSerious}>
            {t.el('cover.serious')}
          </Button>
          <HoldButton label={t.el('worker.hold')} onHeld={props.onWorker} />
        </div>
      </div>
    </Screen>
  );
}

function Way(props: {
  picture: PictureName;
  words: VNode;
  pointed: boolean;
  off: boolean;
  onClick: () => void;
}): VNode {
  return (
    <button
      class={`cover__way${props.pointed ? ' cover__way--pointed' : ''}`}
      type="button"
      aria-disabled={props.off || undefined}
      onClick={() => {
        if (!props.off) props.onClick();
      }}
    >
      <span class="cover__sign">
        <SetPicture name={props.picture} alt="" />
      </span>
      <span>{props.words}</span>
    </button>
  );
}
