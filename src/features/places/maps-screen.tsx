import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { BaseMap } from '../../domain/directory.ts';
import { mapsHere } from '../../domain/map-pieces.ts';
import { size } from '../../i18n/sizes.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { lackingEngine } from '../../sync/keep-engine.ts';
import { bytesToBring, bytesToFree, takeMapOff } from '../../tablet/map-choice.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { MapCard, type OfferedMap } from './map-card.tsx';
import './places.css';

/**
 * Which base maps come to this tablet and how much of each is here. Staff choose them; they come after everything else.
 * A worker may take one off this tablet for the room it takes.
 */
export function MapsScreen(): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { reference, mapPieces, sync } = useServices();
  const [maps, lookAgain] = useMaps();
  const [told, tell] = useState<VNode | null>(null);
  const [busy, setBusy] = useState(false);
  const takeOff = async (map: BaseMap): Promise<VNode> => {
    const bytes = await takeMapOff({ reference, mapPieces }, map);
    const { title } = map;
    return bytes === 0 ? t.el('maps.wentOff', { title }) : t.el('maps.freed', { title, size: size(language, bytes) });
  };
  const bringBack = async ({ mapId, title }: BaseMap): Promise<VNode> => {
    await reference.keepMapOff(mapId, false);
    sync.nudge();
    return t.el('maps.comesBack', { title });
  };
  const act = async (work: () => Promise<VNode>): Promise<void> => {
    setBusy(true);
    tell(await work().catch(() => t.el('maps.notDone')));
    setBusy(false);
    lookAgain();
  };
  const top = <TopBar title={t.el('maps.title')} back={{ label: t('common:back'), href: '/places/map' }} />;
  if (maps === null) return <Screen top={top}>{null}</Screen>;
  if (maps.length === 0)
    return (
      <Screen top={top}>
        <EmptyState
          title={t.el('maps.none')}
          action={
            <Button icon="refresh" onClick={() => sync.nudge()}>
              {t.el('none.look')}
            </Button>
          }
        >
          {t.el('maps.noneText')}
        </EmptyState>
      </Screen>
    );
  return (
    <Screen top={top}>
      <Stack>
        <LiveRegion visible>{told}</LiveRegion>
        {maps.map((offered) => (
          <MapCard
            key={offered.map.mapId}
            offered={offered}
            busy={busy}
            onTakeOff={() => void act(() => takeOff(offered.map))}
            onBringBack={() => void act(() => bringBack(offered.map))}
          />
        ))}
        <p>{t.el('maps.keep')}</p>
        <p>{t.el('maps.removed')}</p>
        <Button icon="check" href="/ready">
          {t.el('maps.check')}
        </Button>
      </Stack>
    </Screen>
  );
}

/** Milliseconds between looks while this screen is open. */
const LOOK_MS = 2000;

/** Looked at again whenever the sending says that something moved, every few seconds, and when asked. */
function useMaps(): readonly [readonly OfferedMap[] | null, () => void] {
  const { reference, mapPieces, packFiles, sync } = useServices();
  const [maps, show] = useState<readonly OfferedMap[] | null>(null);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    let here = true;
    let drawn = false;
    const look = async (): Promise<void> => {
      const [held, off, files] = await Promise.all([reference.baseMaps(), reference.mapsOff(), mapPieces.list()]);
      const hashes = new Set(files);
      const found = mapsHere(held, hashes);
      // A map that cannot be drawn is not all here.
      if (!drawn && found.some(({ whole }) => whole)) drawn = (await lackingEngine(packFiles)).length === 0;
      const all = [
        ...found.map((one) => ({ ...one, off: false, moves: bytesToFree(one.map, held, hashes) })),
        ...mapsHere(off, hashes).map((one) => ({ ...one, off: true, moves: bytesToBring(one.map, hashes) })),
      ];
      // Each keeps its place, so that one that is taken off does not jump away from the finger.
      all.sort((one, other) => (one.map.mapId < other.map.mapId ? -1 : 1));
      if (here) show(all.map((one) => ({ ...one, whole: one.whole && drawn })));
    };
    const lookAgain = (): void => void look().catch(() => undefined);
    again.current = lookAgain;
    lookAgain();
    const stops = [reference.subscribe(lookAgain), sync.subscribe(lookAgain)];
    // Piece after piece comes within one sending, which tells of itself only when it ends.
    const looking = setInterval(lookAgain, LOOK_MS);
    return () => {
      here = false;
      clearInterval(looking);
      for (const stop of stops) stop();
    };
  }, [reference, mapPieces, packFiles, sync]);
  return [maps, () => again.current()];
}
