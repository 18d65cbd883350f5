import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DirectoryEntry } from '../../domain/directory.ts';
import type { Where } from '../../domain/place.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { MapMark, MapProps, MapTiles } from '../../map/map-props.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { useTheme } from '../../ui/theme/theme.ts';
import { useEntries } from './entries.ts';
import { useLoadTiles } from './map-loan.ts';
import './place.css';

type Shape = 'point' | 'line' | 'area';
const SHAPES: readonly Shape[] = ['point', 'line', 'area'];

interface Ready {
  readonly View: ComponentType<MapProps>;
  readonly tiles: readonly MapTiles[];
}

/** A spot, a way or an area, touched on the map. The map is fetched when this is first shown, and makes it coarse inside. */
export function PickOnMap(props: { grade: 'open' | 'area'; value: Where; onChange: (where: Where) => void }): VNode {
  const t = useText('place-parts');
  const { language, readingMode } = useLanguage();
  const light = useTheme() === 'outdoor' ? 'sun' : 'day';
  const loadTiles = useLoadTiles();
  const entries = useEntries();
  const [ready, setReady] = useState<Ready | 'failed' | null>(null);
  const [shape, setShape] = useState<Shape>(shapeOf(props.value));
  useEffect(() => {
    let left = false;
    const load = async (): Promise<Ready> => {
      const [{ MapView }, tiles] = await Promise.all([import('../../map/map-view.tsx'), loadTiles().catch(() => [])]);
      return { View: MapView, tiles };
    };
    load().then(
      (loaded) => !left && setReady(loaded),
      () => !left && setReady('failed'),
    );
    return () => {
      left = true;
    };
  }, [loadTiles]);
  if (ready === null) return <p>{t.el('where.mapComes')}</p>;
  if (ready === 'failed') return <Notice tone="careful">{t.el('where.noMap')}</Notice>;
  return (
    <Stack room="small">
      <div class="place-ways">
        <ChoiceList
          layout="tiles"
          label={t.el('where.shape')}
          choices={SHAPES.map((one) => ({ value: one, label: t.el(`where.shapes.${one}`) }))}
          value={shape}
          onChange={(next) => {
            setShape(next);
            if (shapeOf(props.value) !== next) props.onChange({ as: 'nowhere' });
          }}
        />
      </div>
      <ready.View
        tiles={ready.tiles}
        look={readingMode === 'easy' ? 'easy' : light}
        language={language}
        marks={(entries ?? []).flatMap(markOf)}
        label={t('where.mapLabel')}
        cannotDraw={t.el('where.noMap')}
        pick={{ grade: props.grade, as: shape, value: props.value, onChange: props.onChange }}
      />
    </Stack>
  );
}

function shapeOf(at: Where): Shape {
  return at.as === 'line' || at.as === 'area' ? at.as : 'point';
}

function markOf({ entryId, name, where, type }: DirectoryEntry): MapMark[] {
  return where.as === 'nowhere' || where.as === 'council' ? [] : [{ id: entryId, name, where, type }];
}
