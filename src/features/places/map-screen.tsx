import type { ComponentType, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { MapProps, MapTiles } from '../../map/map-props.ts';
import { kindKey } from '../../map/marks/signs.ts';
import { useMapLook } from '../../map/use-map-look.ts';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Fold } from '../../ui/fold/fold.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { List } from '../../ui/list/list.tsx';
import { Row, Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { useDirectory } from '../use-directory.ts';
import { entryOfMark, LAYERS, marksOf, unmapped, type Layer } from './marks.ts';
import { placeAddress, PlaceRow } from './place-row.tsx';
import './places.css';

/** So many of those that are on no map stand beside it; the list has them all. */
const BESIDE = 20;

interface Ready {
  readonly MapView: ComponentType<MapProps>;
  readonly tiles: readonly MapTiles[];
}

/** The same places on a map, fetched when it is first opened. The list is one touch away and has everything. */
export function MapScreen(): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { route } = useLocation();
  const look = useMapLook();
  const now = useDirectory();
  const map = useMap();
  const [hidden, hide] = useState<readonly Layer[]>([]);
  const all = useMemo(() => (now === null ? [] : marksOf(now.directory, now.today)), [now]);
  const beside = useMemo(() => (now === null ? [] : unmapped(now.directory)), [now]);
  const marks = useMemo(() => all.filter(({ type }) => !hidden.includes(type)), [all, hidden]);
  const layers = LAYERS.filter((layer) => all.some(({ type }) => type === layer));
  return (
    <Screen width="wide" top={<TopBar title={t.el('mapTitle')} back={{ label: t('common:back'), href: '/places' }} />}>
      <Stack>
        <Row>
          <Button icon="list" href="/places">
            {t.el('asList')}
          </Button>
        </Row>
        {layers.length > 1 && (
          <Fold title={t.el('mapShows')}>
            <ChoiceList
              many
              layout="tiles"
              label={t.el('mapShows')}
              value={layers.filter((layer) => !hidden.includes(layer))}
              onChange={(shown: Layer[]) => hide(layers.filter((layer) => !shown.includes(layer)))}
              choices={layers.map((layer) => ({ value: layer, label: t.el(kindKey(layer)) }))}
            />
          </Fold>
        )}
        {map === null && <LiveRegion visible>{t.el('mapComes')}</LiveRegion>}
        {map === 'failed' && <Notice tone="careful">{t.el('noMap')}</Notice>}
        {map !== null && map !== 'failed' && now !== null && (
          <map.MapView
            tiles={map.tiles}
            look={look}
            language={language}
            marks={marks}
            label={t('mapTitle')}
            onOpenMark={(id) => route(placeAddress(entryOfMark(id)))}
          />
        )}
        {/* Rarely asked for: above, it would push the map out of a small screen. */}
        <Button wide icon="download" href="/places/maps">
          {t.el('maps.title')}
        </Button>
        {beside.length > 0 && (
          <section aria-labelledby="places-beside">
            <Stack>
              <h2 id="places-beside">{t.el('beside', { count: beside.length })}</h2>
              <p>{t.el('besideText')}</p>
              <List>
                {beside.slice(0, BESIDE).map((known) => (
                  <PlaceRow key={known.entry.entryId} known={known} />
                ))}
              </List>
              {beside.length > BESIDE && (
                <Button wide href="/places">
                  {t.el('asList')}
                </Button>
              )}
            </Stack>
          </section>
        )}
      </Stack>
    </Screen>
  );
}

/** The drawing of maps and the base maps of this tablet; `failed` when the code could not be fetched. */
function useMap(): Ready | 'failed' | null {
  const services = useServices();
  const [ready, show] = useState<Ready | 'failed' | null>(null);
  useEffect(() => {
    let here = true;
    const load = async (): Promise<Ready> => {
      const [{ MapView }, tiles] = await Promise.all([
        import('../../map/map-view.tsx'),
        import('../map-tiles.ts').then(({ readMapTiles }) => readMapTiles(services)).catch(() => []),
      ]);
      return { MapView, tiles };
    };
    load().then(
      (loaded) => here && show(loaded),
      () => here && show('failed'),
    );
    return () => {
      here = false;
    };
  }, [services]);
  return ready;
}
