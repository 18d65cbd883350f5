import { useState } from 'preact/hooks';
import type { MappedGrade } from '../../../domain/place-grid.ts';
import type { Where } from '../../../domain/place.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { MapView } from '../../../map/map-view.tsx';
import { useMapLook } from '../../../map/use-map-look.ts';
import { Select } from '../select.tsx';
import { useOfferedTiles } from './use-offered-tiles.ts';

/** A point, a line or an outline, touched on the map; what comes out are middles of cells. */
export function PickOnMap(props: { grade: MappedGrade; value: Where; onChange: (where: Where) => void }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const tiles = useOfferedTiles();
  const [as, setAs] = useState<'point' | 'line' | 'area'>('point');
  return (
    <>
      <Select
        label={t.el('where.as')}
        value={as}
        options={(['point', 'line', 'area'] as const).map((value) => ({ value, label: t(`where.shapes.${value}`) }))}
        onChange={setAs}
      />
      <MapView
        tiles={tiles}
        look={useMapLook()}
        language={language}
        marks={[]}
        label={t('where.mapLabel')}
        pick={{ grade: props.grade, as, value: props.value, onChange: props.onChange }}
      />
    </>
  );
}
