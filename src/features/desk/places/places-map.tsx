import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { MapMark } from '../../../map/map-props.ts';
import { MapView } from '../../../map/map-view.tsx';
import { useMapLook } from '../../../map/use-map-look.ts';
import { useOfferedTiles } from './use-offered-tiles.ts';

/** The same entries on a map. It brings the drawing of maps along: fetched when it is first opened. */
export function PlacesMap({ marks, onOpen }: { marks: readonly MapMark[]; onOpen: (id: string) => void }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const tiles = useOfferedTiles();
  return (
    <MapView
      tiles={tiles}
      look={useMapLook()}
      language={language}
      marks={marks}
      label={t('mapLabel')}
      onOpenMark={onOpen}
    />
  );
}
