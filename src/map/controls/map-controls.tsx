import type { Map as Ground } from 'maplibre-gl';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { moveTo, type Direction } from './moving.ts';

/** Drawn like the icons of the app, which are few because home carries them all. */
const FOUR_WAYS =
  'M12 3v18M3 12h18M9.5 5.5 12 3l2.5 2.5M9.5 18.5 12 21l2.5-2.5M5.5 9.5 3 12l2.5 2.5M18.5 9.5 21 12l-2.5 2.5';
const ARROWS: readonly Direction[] = ['north', 'west', 'east', 'south'];

/** Closer, further away, and arrows for whoever does not drag: they come when asked for, as they cover a corner. */
export function MapControls({ map }: { map: Ground }): VNode {
  const t = useText('map');
  const [arrows, setArrows] = useState(false);
  return (
    <>
      <div class="map__buttons">
        <IconButton icon="plus" label={t('closer')} onClick={() => map.zoomIn()} />
        <IconButton icon="minus" label={t('further')} onClick={() => map.zoomOut()} />
        <button
          class="icon-button"
          type="button"
          aria-label={t('arrows')}
          title={t('arrows')}
          aria-pressed={arrows}
          onClick={() => setArrows(!arrows)}
        >
          <svg class="icon icon--normal" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={FOUR_WAYS} />
          </svg>
        </button>
      </div>
      {arrows && (
        <div class="map__arrows" dir="ltr">
          {ARROWS.map((direction) => (
            <button
              key={direction}
              type="button"
              class={`map__arrow map__arrow--${direction}`}
              aria-label={t(`move.${direction}`)}
              onClick={() => moveTo(map, direction)}
            >
              <Icon name="up" />
            </button>
          ))}
        </div>
      )}
    </>
  );
}
