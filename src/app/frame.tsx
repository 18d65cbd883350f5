import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SyncChip } from '../features/sync-status/sync-chip.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { NameMark } from '../ui/name-mark/name-mark.tsx';
import { useServices } from './services.ts';

/**
 * Round every screen of a tablet that has joined: the way home, where people's words are, and the way to help. `bare`
 * while somebody else holds the tablet: nothing of the worker's is on the glass.
 */
export function Frame(props: { children: ComponentChildren; safety: boolean; bare?: boolean }): VNode {
  const t = useText('app');
  const { draft } = useLanguage();
  const example = useIsExample();
  return (
    <div class={props.bare === true ? 'frame frame--bare' : 'frame'}>
      {props.bare !== true && (
        <section class="frame__bar" aria-label={t('frame')}>
          <a class="frame__home" href="/home" aria-label={`${t('common:appName')}: ${t('common:home')}`}>
            <NameMark name={t('common:appName')} />
          </a>
          <div class="frame__chip">
            <SyncChip />
          </div>
          {props.safety && (
            <a class="frame__safety" href="/safety">
              <Icon name="shield" size="small" />
              <span>{t.el('safety')}</span>
            </a>
          )}
        </section>
      )}
      {props.bare !== true && (example || draft) && (
        <p class="frame__note">
          {example && <span>{t.el('example')}</span>}
          {draft && <span>{t.el('common:notCheckedYetWhy')}</span>}
        </p>
      )}
      {props.children}
    </div>
  );
}

function useIsExample(): boolean {
  const { reference } = useServices();
  const [example, show] = useState(false);
  useEffect(() => {
    const look = () =>
      void reference.organisation().then(
        (organisation) => show(organisation?.example === true),
        () => undefined,
      );
    look();
    return reference.subscribe(look);
  }, [reference]);
  return example;
}
