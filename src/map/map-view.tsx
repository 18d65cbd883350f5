import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { number } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { VisuallyHidden } from '../ui/hidden/visually-hidden.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { Attribution } from './attribution.tsx';
import { gridShapes } from './ground/shapes.ts';
import { CLOSEST_ZOOM, roomAround, type OpenGround } from './ground/open-ground.ts';
import { useGround } from './ground/use-ground.ts';
import { MapControls } from './controls/map-controls.tsx';
import { moveByKey, slowScroll } from './controls/moving.ts';
import type { MapMark, MapProps } from './map-props.ts';
import { MarkList } from './marks/mark-list.tsx';
import type { ShownCluster } from './marks/overlay.tsx';
import { pinOf } from './marks/pin.ts';
import { kindKey } from './marks/signs.ts';
import { startBounds } from './marks/start-bounds.ts';
import { useOverlay } from './marks/use-overlay.tsx';
import { PickPanel } from './pick/pick-panel.tsx';
import { usePick } from './pick/use-pick.ts';
import { boundsAround, boundsOf } from './view.ts';
import './map.css';

/**
 * A map of the ground with marks on it, drawn from what lies on the device and asking nobody. Import it lazily: it brings
 * the drawing of maps along. Everything on it can also be reached by the list under it; where the device cannot draw maps,
 * the list is all there is. What is picked is made coarse at the touch, before anything else learns of it.
 */
export function MapView(props: MapProps): VNode {
  const t = useText('map');
  const { language } = useLanguage();
  const { tiles, look, marks, pick } = props;
  const [first] = useState(() => startBounds(props));
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState<readonly string[] | null>(null);
  const state = useGround(box, { tiles, look, bounds: first });
  const { ground, failed, lost, view } = state;
  const picking = usePick(ground, pick);
  const open = (cluster: ShownCluster): void => {
    if (cluster.mark !== null) props.onOpenMark?.(cluster.mark.id);
    else if (ground === null || !comeCloser(ground, marks, cluster.ids)) setHere(cluster.ids);
  };
  const inView = useOverlay(state, {
    marks,
    language: props.language,
    look,
    describe: ({ ids }, mark) => ({
      words: mark === null ? t('together', { count: ids.length }) : `${mark.name}. ${t(kindKey(mark.type))}`,
      number: number(language, ids.length),
    }),
    onOpen: pick === undefined ? open : null,
  });
  useGrid(ground, pick === undefined ? (tiles.length === 0 ? 'area' : null) : pick.grade, state.settled);
  useEffect(() => slowScroll(frame.current), [failed]);
  const how = useId();
  if (failed) {
    return (
      <div class="map">
        <Notice
          tone="careful"
          speak={lost ? 'polite' : undefined}
          actions={
            lost ? (
              <Button icon="refresh" onClick={state.drawAgain}>
                {t.el('drawAgain')}
              </Button>
            ) : undefined
          }
        >
          {props.cannotDraw ?? t.el(lost ? 'gone' : 'cannotDraw')}
        </Notice>
        {pick === undefined && (
          <MarkList title={t.el('all', { count: marks.length })} marks={marks} onOpen={props.onOpenMark} open />
        )}
      </div>
    );
  }
  const unplaced = marks.filter(({ where }) => pinOf(where) === null).length;
  return (
    <section class={`map map--${look}`} data-theme={look === 'sun' ? 'outdoor' : undefined} aria-label={props.label}>
      {/* A map is worked as a whole, by its own keys. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
      <div
        class="map__window"
        ref={frame}
        role="application"
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={how}
        onKeyDown={(event) => {
          if (ground !== null && moveByKey(ground.map, event)) event.preventDefault();
          else if (event.key === 'Enter' && event.target === event.currentTarget) picking?.addMiddle();
        }}
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
        <div class="map__ground" ref={box} />
        {pick !== undefined && picking?.open === true && <span class="map__cross" aria-hidden="true" />}
        {ground !== null && <MapControls map={ground.map} />}
        <Attribution tiles={tiles} />
        <VisuallyHidden id={how}>{t(pick === undefined ? 'how' : 'howPick')}</VisuallyHidden>
      </div>
      {pick !== undefined && picking !== null && <PickPanel pick={pick} picking={picking} />}
      <LiveRegion>{view === null ? '' : t('inView', { count: inView.length })}</LiveRegion>
      {lost && (
        <Notice tone="waiting" speak="polite">
          {t.el('lost')}
        </Notice>
      )}
      {(ground?.unreadable() ?? []).map((title) => (
        <Notice key={title} tone="waiting">
          {t.el('unreadable', { title })}
        </Notice>
      ))}
      {tiles.length === 0 && <p class="map__note">{t.el('noBase')}</p>}
      {pick === undefined && (
        <>
          {here !== null && (
            <MarkList
              title={t.el('here', { count: here.length })}
              marks={marks.filter(({ id }) => here.includes(id))}
              onOpen={props.onOpenMark}
              open
            />
          )}
          {lost ? (
            <MarkList title={t.el('all', { count: marks.length })} marks={marks} onOpen={props.onOpenMark} open />
          ) : (
            <MarkList title={t.el('inView', { count: inView.length })} marks={inView} onOpen={props.onOpenMark} />
          )}
          {unplaced > 0 && <p class="map__note">{t.el('unplaced', { count: unplaced })}</p>}
        </>
      )}
    </section>
  );
}

/** Towards what lies close together. False where coming closer would not part them. */
function comeCloser(ground: OpenGround, marks: readonly MapMark[], ids: readonly string[]): boolean {
  const wanted = new Set(ids);
  const pins = marks.flatMap(({ id, where }) => {
    const at = wanted.has(id) ? pinOf(where) : null;
    return at === null ? [] : [at];
  });
  const around = boundsAround(pins);
  const atOneSpot = around === null || (around[0] === around[2] && around[1] === around[3]);
  if (atOneSpot || ground.map.getZoom() > CLOSEST_ZOOM - 0.1) return false;
  ground.map.fitBounds([...around], { padding: roomAround(ground.map.getContainer()), maxZoom: CLOSEST_ZOOM });
  return true;
}

/** The grid that places are kept in: where there is no map, and where somebody is about to choose a square. */
function useGrid(ground: OpenGround | null, grade: 'open' | 'area' | null, settled: number): void {
  useEffect(() => {
    if (ground === null) return;
    ground.draw('grid', grade === null ? [] : gridShapes(grade, boundsOf(ground.view(), 40)));
  }, [ground, grade, settled]);
}
