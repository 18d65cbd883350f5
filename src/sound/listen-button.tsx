import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { ListenMore } from './listen-more.tsx';
import type { Say } from './sound-desk.ts';
import { useSound } from './use-sound.tsx';
import { useListen } from './use-listen.ts';
import './listen-button.css';

/**
 * Says a text aloud, and stops it. Always in its place and always to be focused: where there is nothing to hear it says
 * so in words. A machine voice is named as one beside the button. Once pressed it can be repeated, made slower and
 * louder, until something else is listened to.
 */
export function ListenButton(props: {
  say: Say | readonly Say[];
  /** What is listened to, for a screen reader, where several of these stand on one screen. */
  what?: string | undefined;
  /** `bar`: fills its place in a bar, sign over word. `sign`: the sign alone, on a card. */
  look?: 'button' | 'bar' | 'sign' | undefined;
  /** Slower and louder stand beside it already. */
  alone?: boolean | undefined;
}): VNode {
  const t = useText('sound');
  const { saying } = useSound();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const { state, source, toldNone, press } = useListen(props.say);
  const look = props.look ?? 'button';
  const another = saying !== null && state !== 'stop';
  useEffect(() => {
    if (another) setOpened(false);
  }, [another]);
  const more = opened && state !== 'none' && !another && props.alone !== true;
  const machine = source === 'machine';
  const name =
    state === 'stop' ? t('stop') : props.what === undefined ? undefined : t('listenTo', { what: props.what });
  const describes = [...(machine ? [`${id}-machine`] : []), ...(state === 'none' ? [`${id}-none`] : [])].join(' ');
  return (
    <div class={`listen listen--${look}${more ? ' listen--open' : ''}`}>
      <button
        class={`listen__button listen__button--${state}`}
        type="button"
        aria-label={name ?? (look === 'sign' ? t('listen') : undefined)}
        aria-describedby={describes === '' ? undefined : describes}
        aria-disabled={state === 'none' || undefined}
        onClick={() => {
          setOpened(true);
          press();
        }}
      >
        <Icon name={state === 'stop' ? 'stop' : 'speaker'} />
        {look !== 'sign' && <span class="listen__word">{t.el(state === 'stop' ? 'stop' : 'listen')}</span>}
      </button>
      {machine && (
        <span class="listen__machine" id={`${id}-machine`}>
          {t.el('machine')}
        </span>
      )}
      {state === 'none' && !toldNone && (
        <span hidden id={`${id}-none`}>
          {t('none')}
        </span>
      )}
      <LiveRegion visible={toldNone}>{toldNone && t.el('none')}</LiveRegion>
      {more && <ListenMore say={props.say} />}
    </div>
  );
}
