import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { HowSaid } from './how-said.tsx';
import type { Say } from './sound-desk.ts';
import { useSound } from './use-sound.tsx';

/** Beside what was listened to: again from its beginning, slower, louder. How slow and how loud is told in words. */
export function ListenMore(props: { say: Say | readonly Say[] }): VNode {
  const t = useText('sound');
  const { say, slower, louder, paceAt, gainAt } = useSound();
  const ways = [
    ['again', 'refresh', () => say(props.say)],
    ['slower', 'minus', slower],
    ['louder', 'plus', louder],
  ] as const;
  return (
    <fieldset class="listen__more" aria-label={t('controls')}>
      {ways.map(([name, icon, act]) => (
        <button key={name} class="listen__way" type="button" onClick={act}>
          <Icon name={icon} />
          <span>{t.el(name)}</span>
        </button>
      ))}
      <LiveRegion visible={paceAt + gainAt > 0}>
        <HowSaid />
      </LiveRegion>
    </fieldset>
  );
}
