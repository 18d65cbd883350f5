import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known } from '../../places/history.ts';
import { endsOf, tiesAround, tiesOf, type Tie } from '../../places/network.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { Tabs } from '../../ui/tabs/tabs.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { useDirectory } from '../use-directory.ts';
import { NetworkPicture } from './network-picture.tsx';
import { placeAddress } from './place-row.tsx';
import { TieRows, TieWords } from './tie-rows.tsx';
import './places.css';

/** One sees whom somebody knows, and whom those know. */
const STEPS = 2;
const PAGE = 30;

/** Who is linked to whom: as a list, and as a picture that says the same. `?of=<id>`: around one entry. */
export function NetworksScreen(): VNode {
  const t = useText('places');
  const { query, route } = useLocation();
  const now = useDirectory();
  const [as, showAs] = useState<'list' | 'picture'>('list');
  const [chosen, choose] = useState<Known | null>(null);
  const of = now === null || query['of'] === undefined ? null : now.directory.find(query['of']);
  const ties = useMemo(() => tiesShown(now?.directory ?? null, of), [now, of]);
  const back = { label: t('common:back'), href: of === null ? '/places' : placeAddress(of.entry.entryId) };
  const top = <TopBar title={t.el('networks')} back={back} />;
  if (now === null) return <Screen top={top}>{null}</Screen>;
  if (ties.length === 0)
    return (
      <Screen top={top}>
        <EmptyState
          title={t.el('network.none')}
          action={
            <Button look="main" href="/places">
              {t.el('title')}
            </Button>
          }
        >
          {t.el('network.noneText')}
        </EmptyState>
      </Screen>
    );
  return (
    <Screen
      width="wide"
      top={top}
      bottom={as === 'picture' && chosen !== null && <ChosenBar ties={ties} known={chosen} />}
    >
      <Stack>
        {of !== null && (
          <>
            <p>
              {t.el('network.around')} <Bdi>{of.entry.name}</Bdi>
            </p>
            <Button onClick={() => route('/places/networks', true)}>{t.el('network.all')}</Button>
          </>
        )}
        <Tabs
          label={t('networks')}
          tabs={[
            { id: 'list', label: t.el('network.asList') },
            { id: 'picture', label: t.el('network.asPicture') },
          ]}
          current={as}
          onChange={showAs}
        >
          {as === 'list' ? (
            <EveryTie ties={ties} />
          ) : (
            <Stack>
              <p>{t.el('network.how')}</p>
              <NetworkPicture ties={ties} chosen={chosen} onChoose={choose} />
            </Stack>
          )}
        </Tabs>
      </Stack>
    </Screen>
  );
}

function tiesShown(directory: Directory | null, of: Known | null): readonly Tie[] {
  if (directory === null) return [];
  const all = tiesOf(directory);
  return of === null ? all : tiesAround(all, of, STEPS);
}

/** Everybody who is linked to somebody, the most linked first, each with all their ties. */
function EveryTie(props: { ties: readonly Tie[] }): VNode {
  const t = useText('places');
  const [shown, show] = useState(PAGE);
  const ends = endsOf(props.ties);
  return (
    <Stack room="large">
      {ends.slice(0, shown).map((known) => (
        <section key={known.entry.entryId} aria-labelledby={`tied-${known.entry.entryId}`}>
          <Stack room="small">
            <h2 id={`tied-${known.entry.entryId}`}>
              <Bdi>{known.entry.name}</Bdi>
            </h2>
            <TieRows ties={props.ties} known={known} />
          </Stack>
        </section>
      ))}
      {ends.length > shown && (
        <Button wide onClick={() => show(shown + PAGE)}>
          {t.el('showMore')}
        </Button>
      )}
    </Stack>
  );
}

/** So many links are said at once under the picture; the page of the entry has all of them. */
const SAID = 3;

/** Who was chosen on the picture, within reach of the thumb: their links in words, and the way to their page. */
function ChosenBar(props: { ties: readonly Tie[]; known: Known }): VNode {
  const t = useText('places');
  const { entry } = props.known;
  const own = props.ties.filter(({ from, to }) => from === props.known || to === props.known);
  const note = (
    <LiveRegion visible>
      {own.slice(0, SAID).map((tie) => (
        <p key={`${tie.from.entry.entryId} ${tie.to.entry.entryId} ${tie.how}`}>
          <TieWords tie={tie} />
        </p>
      ))}
      {own.length > SAID && <p>{t.el('network.more', { count: own.length - SAID })}</p>}
    </LiveRegion>
  );
  return (
    <BottomBar note={note}>
      <Button look="main" icon="next" iconAt="end" href={placeAddress(entry.entryId)}>
        <Bdi>{entry.name}</Bdi>
      </Button>
    </BottomBar>
  );
}
