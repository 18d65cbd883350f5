import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { snap } from '../domain/place-grid.ts';
import { NOWHERE, type Where } from '../domain/place.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Specimens } from '../ui/specimen.ts';
import type { MapMark, MapProps } from './map-props.ts';
import { useMapLook } from './use-map-look.ts';

/** The drawing of maps is fetched when a map is shown, here too. */
function LateMap(props: Omit<MapProps, 'look' | 'language' | 'tiles'>) {
  const { language } = useLanguage();
  const look = useMapLook();
  const [View, setView] = useState<ComponentType<MapProps> | null>(null);
  useEffect(() => {
    void import('./map-view.tsx').then(({ MapView }) => setView(() => MapView));
  }, []);
  return View === null ? null : <View {...props} tiles={[]} look={look} language={language} />;
}

const around = (lng: number, lat: number, grade: 'open' | 'area' = 'open'): Where => ({
  as: 'point',
  grade,
  points: [[...snap(grade, lng, lat)]],
});

const marks = (t: (key: string) => string): readonly MapMark[] => [
  { id: 'hall', name: t('map.hall'), type: 'venue', where: around(-2.6, 51.46) },
  { id: 'women', name: t('map.group'), type: 'group', where: around(-2.57, 51.47, 'area'), tone: 'faded' },
  { id: 'tap', name: t('map.tap'), type: 'need', where: around(-2.585, 51.449), tone: 'urgent' },
  { id: 'nearby', name: t('map.path'), type: 'how-to-find', where: around(-2.584, 51.449) },
  { id: 'site', name: t('map.site'), type: 'community', where: NOWHERE },
];

export const specimens: Specimens = {
  show: ({ t }) => <LateMap marks={marks(t)} label={t('map.label')} onOpenMark={() => undefined} />,
  pick: ({ t }) => {
    const [value, onChange] = useState<Where>(around(-2.585, 51.455));
    return <LateMap marks={[]} label={t('map.pick')} pick={{ grade: 'open', as: 'point', value, onChange }} />;
  },
};
