import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import type { MapPick } from '../map-props.ts';
import { FEWEST } from './draft.ts';
import type { Picking } from './use-pick.ts';

/** Says what is set and how closely, and does by button what a finger does on the map. */
export function PickPanel({ pick, picking }: { pick: MapPick; picking: Picking }): VNode {
  const t = useText('map');
  const { squares, open, same } = picking;
  const missing = FEWEST[pick.as] - squares.length;
  const many = pick.as !== 'point';
  return (
    <Stack room="small">
      <LiveRegion visible>
        <p class="map__said">{said()}</p>
      </LiveRegion>
      <Row>
        {open ? (
          <Button icon={many ? 'plus' : 'place'} onClick={picking.addMiddle}>
            {t.el(many ? 'pick.add' : 'pick.here')}
          </Button>
        ) : (
          <Button icon="edit" onClick={() => picking.finish(true)}>
            {t.el('pick.change')}
          </Button>
        )}
        {many && open && squares.length > 0 && (
          <Button icon="history" onClick={picking.undo}>
            {t.el('pick.undo')}
          </Button>
        )}
        {squares.length > 0 && (
          <Button look="quiet" onClick={picking.clear}>
            {t.el('pick.clear')}
          </Button>
        )}
        {many && open && missing <= 0 && (
          <Button look="main" icon="check" onClick={() => picking.finish(false)}>
            {t.el('pick.done')}
          </Button>
        )}
      </Row>
    </Stack>
  );

  function said(): VNode {
    if (same) return t.el('pick.same');
    if (squares.length === 0) return t.el(`pick.begin.${pick.as}`);
    if (missing > 0) return t.el('pick.more', { count: missing });
    return t.el(`pick.set.${pick.as}.${pick.grade}`);
  }
}
