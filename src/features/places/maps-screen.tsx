import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { mapsHere, type MapHere } from '../../domain/map-pieces.ts';
import { size } from '../../i18n/sizes.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { lackingEngine } from '../../sync/keep-engine.ts';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import './places.css';

/** Which base maps come to this tablet and how much of each is here. Staff choose them; they come after everything else. */
export function MapsScreen(): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { sync } = useServices();
  const maps = useMaps();
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
        {maps.map(({ map, bytesHere, whole }) => (
          <Card key={map.mapId} labelledBy={`map-${map.mapId}`}>
            <h2 id={`map-${map.mapId}`}>
              <Bdi>{map.title}</Bdi>
            </h2>
            <p>{t.el('maps.here', { here: size(language, bytesHere), all: size(language, map.bytes) })}</p>
            {!whole && <progress class="places__progress" aria-label={map.title} max={map.bytes} value={bytesHere} />}
            <div>
              <StatusChip tone={whole ? 'calm' : 'waiting'}>{t.el(whole ? 'maps.whole' : 'maps.coming')}</StatusChip>
            </div>
            <p class="places__soft">
              <Bdi>{map.attribution}</Bdi>
            </p>
          </Card>
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

/** Looked at again whenever the sending says that something moved, and every few seconds. */
function useMaps(): readonly MapHere[] | null {
  const { reference, mapPieces, packFiles, sync } = useServices();
  const [maps, show] = useState<readonly MapHere[] | null>(null);
  useEffect(() => {
    let here = true;
    let drawn = false;
    const look = async (): Promise<void> => {
      const [all, held] = await Promise.all([reference.baseMaps(), mapPieces.list()]);
      const found = mapsHere(all, new Set(held));
      // A map that cannot be drawn is not all here.
      if (!drawn && found.some(({ whole }) => whole)) drawn = (await lackingEngine(packFiles)).length === 0;
      if (here) show(found.map((map) => ({ ...map, whole: map.whole && drawn })));
    };
    const lookAgain = (): void => void look().catch(() => undefined);
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
  return maps;
}
