import type { Map as Ground } from 'maplibre-gl';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { moveTo, type Direction } from './moving.ts';

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
        <IconButton icon="move" label={t('arrows')} pressed={arrows} onClick={() => setArrows(!arrows)} />
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
