import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MapHere } from '../../domain/map-pieces.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { size } from '../../i18n/sizes.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import './places.css';

/** A map that staff offer, and how it stands on this tablet. */
export interface OfferedMap extends MapHere {
  /** Somebody took it off this tablet. */
  readonly off: boolean;
  /** Bytes that would be free without it; of one that is off, bytes that would come. */
  readonly moves: number;
}

/** One map: how much of it is here, and the way off this tablet and back. */
export function MapCard(props: {
  offered: OfferedMap;
  busy: boolean;
  onTakeOff: () => void;
  onBringBack: () => void;
}): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const [asking, ask] = useState(false);
  const { map, bytesHere, whole, off, moves } = props.offered;
  const id = `map-${map.mapId}`;
  const standing = off ? 'maps.off' : whole ? 'maps.whole' : 'maps.coming';
  return (
    <Card labelledBy={id}>
      <h2 id={id}>
        <Bdi>{map.title}</Bdi>
      </h2>
      {off ? (
        moves > 0 && <p>{t.el('maps.wouldCome', { size: size(language, moves) })}</p>
      ) : (
        <p>{t.el('maps.here', { here: size(language, bytesHere), all: size(language, map.bytes) })}</p>
      )}
      {!whole && !off && <progress class="places__progress" aria-label={map.title} max={map.bytes} value={bytesHere} />}
      <div>
        <StatusChip tone={whole || off ? 'calm' : 'waiting'}>{t.el(standing)}</StatusChip>
      </div>
      <p class="places__soft">
        <Bdi>{map.attribution}</Bdi>
      </p>
      {/* One button for both ways: whoever pressed it keeps the focus. */}
      <Button
        icon={off ? 'download' : 'trash'}
        describedBy={id}
        busy={props.busy}
        onClick={() => (off ? props.onBringBack() : ask(true))}
      >
        {t.el(off ? 'maps.bringBack' : 'maps.takeOff')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        title={t.el('maps.takeOffTitle', { title: map.title })}
        actions={
          <>
            <Button onClick={() => ask(false)}>{t.el('maps.takeOffNo')}</Button>
            <Button
              look="careful"
              onClick={() => {
                ask(false);
                props.onTakeOff();
              }}
            >
              {t.el('maps.takeOffYes')}
            </Button>
          </>
        }
      >
        {moves > 0 && <p>{t.el('maps.wouldFree', { size: size(language, moves) })}</p>}
        <p>{t.el('maps.takeOffText')}</p>
      </Dialog>
    </Card>
  );
}
