import { useState } from 'preact/hooks';
import type { MapAction, MapLine } from '../../../domain/desk-maps.ts';
import { date } from '../../../i18n/dates.ts';
import { size } from '../../../i18n/sizes.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { StatusChip } from '../../../ui/status-chip/status-chip.tsx';

const TONES = { making: 'working', kept: 'waiting', offered: 'calm' } as const;

/** One map: how large, how far, and which tablets hold all of it. */
export function MapSheet(props: {
  map: MapLine;
  /** How many tablets there are. */
  tablets: number;
  busy: boolean;
  onChange: (action: MapAction) => Promise<boolean>;
  onRemove: () => Promise<boolean>;
}) {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const [asking, setAsking] = useState<'take-back' | 'remove' | null>(null);
  const { map, tablets, busy } = props;
  const close = (): void => setAsking(null);
  const go = async (): Promise<void> => {
    await (asking === 'remove' ? props.onRemove() : props.onChange('take-back'));
    close();
  };
  return (
    <li class="desk-sheet">
      <div class="desk-sheet__top">
        <h3 class="desk-page__subtitle">
          <bdi>{map.title}</bdi>
        </h3>
        <StatusChip tone={TONES[map.state]}>{t.el(`states.${map.state}`)}</StatusChip>
        <span class="desk-quiet">{size(language, map.bytes)}</span>
      </div>
      {map.state === 'making' && (
        <p>{t.el('made', { done: size(language, map.made), of: size(language, map.bytes) })}</p>
      )}
      {map.state === 'offered' && (
        <p>
          {tablets === 0 ? t.el('noTablets') : t.el('wholeOn', { count: map.wholeOn.length, of: tablets })}
          {map.wholeOn.length > 0 && (
            <>
              {' '}
              <bdi>{map.wholeOn.join(' · ')}</bdi>
            </>
          )}
        </p>
      )}
      <p class="desk-quiet">
        {t.el('madeBy', { by: map.madeBy === '' ? t('byCommand') : map.madeBy, date: date(language, map.madeAt) })} ·{' '}
        <bdi>{map.attribution}</bdi>
      </p>
      <div class="desk-form__end">
        {map.state === 'kept' && (
          <Button look="main" icon="tablet" busy={busy} onClick={() => void props.onChange('offer')}>
            {t.el('offer')}
          </Button>
        )}
        {map.state === 'offered' && (
          <Button look="quiet" icon="back" onClick={() => setAsking('take-back')}>
            {t.el('takeBack.open')}
          </Button>
        )}
        <Button look="quiet" icon="trash" onClick={() => setAsking('remove')}>
          {t.el('remove.open')}
        </Button>
      </div>
      {asking !== null && (
        <Dialog
          open
          onClose={close}
          title={t.el(asking === 'remove' ? 'remove.title' : 'takeBack.title', { title: map.title })}
          actions={
            <>
              <Button onClick={close}>{t.el('keep')}</Button>
              <Button look="careful" busy={busy} onClick={() => void go()}>
                {t.el(asking === 'remove' ? 'remove.go' : 'takeBack.go')}
              </Button>
            </>
          }
        >
          <p>{t.el(asking === 'remove' ? 'remove.what' : 'takeBack.what')}</p>
        </Dialog>
      )}
    </li>
  );
}
