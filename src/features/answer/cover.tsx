import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { useAppWords } from '../../sound/app-words.tsx';
import { ListenButton } from '../../sound/listen-button.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import { Screen } from '../../ui/screen/screen.tsx';
import { HoldButton } from './hold-button.tsx';
import './answer.css';

/**
 * A calm picture over the questions: it says nothing of what was asked or answered. From here the same person goes on,
 * a new one begins, or it ends; help for what is serious is one touch away. Inside `Heard` its words can be listened to.
 */
export function Cover(props: {
  /** Something went differently than asked, in words: the passcode, or keeping. */
  told: VNode | null;
  busy: boolean;
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
          <ListenButton
            look="sign"
            say={['title', 'same', 'new', 'finish'].map((key) => words(`answer:cover.${key}`))}
            what={t('cover.title')}
          />
        </div>
        {props.told !== null && <output class="cover__told">{props.told}</output>}
        <div class="cover__ways">
          <Way picture="who-me" onClick={props.onSame} off={props.busy} words={t.el('cover.same')} />
          <Way picture="who-group" onClick={props.onNew} off={props.busy} words={t.el('cover.new')} />
          <Way picture="done" onClick={props.onFinish} off={props.busy} words={t.el('cover.finish')} />
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

function Way(props: { picture: PictureName; words: VNode; off: boolean; onClick: () => void }): VNode {
  return (
    <button
      class="cover__way"
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
