import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { useText } from '../../i18n/use-text.tsx';
import { finderOf } from '../../places/find.ts';
import type { Known } from '../../places/history.ts';
import { owedByEntry } from '../../places/owed.ts';
import type { UnlockedVault } from '../../ports/vault.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { List } from '../../ui/list/list.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Row, Screen, Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { painted } from '../in-turns.ts';
import { useDirectory } from '../use-directory.ts';
import { useOwedAll } from '../use-owed-all.ts';
import { EVERYTHING, narrowed, type Asked } from './asked.ts';
import { Narrow } from './narrow.tsx';
import { PlaceRow } from './place-row.tsx';
import './places.css';

/** So many rows at once: a slow tablet shows them before a finger notices, and the rest is one touch away. */
const PAGE = 24;
/** Of these, what fills the glass is drawn first, and the others when it can be seen. */
const rowsInSight = (): number => Math.max(1, Math.ceil(innerHeight / ROW_PX));
/** A row is never lower than 64, and a third of the glass has other things on it. CSS pixels. */
const ROW_PX = 96;

const NOTHING_OWED: ReturnType<typeof owedByEntry> = new Map();
/** What was looked for, for as long as the tablet stays unlocked: who comes back from a page finds the same list. */
const lookedFor = new WeakMap<UnlockedVault, Asked>();

/** Every place, group, network, community and person who opens doors, as a list: it needs no map. */
export function PlacesScreen(): VNode {
  const t = useText('places');
  const now = useDirectory('names');
  const { sync } = useServices();
  const { vault, visit } = useUnlocked();
  const owed = useOwedAll();
  const [asked, ask] = useState<Asked>(() => lookedFor.get(vault) ?? EVERYTHING);
  const [shown, show] = useState(PAGE);
  const [first] = useState(rowsInSight);
  const [begun, begin] = useState(false);
  const isHere = now !== null;
  useEffect(() => {
    if (isHere) void painted().then(() => begin(true));
  }, [isHere]);
  const owedTo = useMemo(() => (now === null ? NOTHING_OWED : owedByEntry(owed, now.directory)), [owed, now]);
  const finder = useMemo(() => (now === null ? null : finderOf(now.directory)), [now]);
  // A row that stays in the list from one key to the next is not drawn again.
  const drawn = useMemo(() => new Map<Known, VNode>(), [now]);

  const row = (known: Known): VNode => {
    const before = drawn.get(known);
    if (before !== undefined) return before;
    const made = <PlaceRow key={known.entry.entryId} known={known} brief={now?.whole !== true} />;
    drawn.set(known, made);
    return made;
  };
  const change = (next: Asked): void => {
    lookedFor.set(vault, next);
    ask(next);
    show(PAGE);
  };
  const top = <TopBar title={t.el('title')} back={{ label: t('common:back'), href: '/home' }} />;
  const bottom = (
    <BottomBar>
      <Button href="/capture/map-note">{t.el('writeNote')}</Button>
      <Button look="main" href="/capture/place">
        {t.el('addNew')}
      </Button>
    </BottomBar>
  );
  if (now === null || finder === null) return <Screen top={top}>{null}</Screen>;
  if (now.directory.live.length === 0)
    return (
      <Screen top={top} bottom={bottom}>
        <EmptyState
          title={t.el('none.title')}
          action={
            <Button icon="refresh" onClick={() => sync.nudge()}>
              {t.el('none.look')}
            </Button>
          }
        >
          {t.el('none.text')}
        </EmptyState>
      </Screen>
    );

  const council = visit?.stamp.placeId === undefined ? '' : now.directory.find(visit.stamp.placeId)?.entry.council;
  const around = { owed: owedTo, council: council ?? '' };
  const found = finder.find(asked.words);
  const list = now.whole ? narrowed(found, asked, around) : found;
  return (
    <Screen width="wide" top={top} bottom={bottom}>
      <Stack>
        <TextField
          type="search"
          keyboard="search"
          label={t.el('search')}
          value={asked.words}
          maxLength={80}
          onChange={(words) => change({ ...asked, words })}
        />
        <Row>
          <Button icon="place" href="/places/map">
            {t.el('map')}
          </Button>
          <Button icon="link" href="/places/networks">
            {t.el('network.short')}
          </Button>
        </Row>
        <Narrow asked={asked} found={now.whole ? found : null} around={around} onChange={change} />
        <LiveRegion visible>
          <p class="places__soft">{t.el('found', { count: list.length })}</p>
        </LiveRegion>
        {list.length > 0 && <List label={t('title')}>{list.slice(0, begun ? shown : first).map(row)}</List>}
        {list.length === 0 && (
          <EmptyState
            title={t.el('noneFound.title')}
            action={<Button onClick={() => change(EVERYTHING)}>{t.el('noneFound.all')}</Button>}
          >
            {t.el('noneFound.text')}
          </EmptyState>
        )}
        {list.length > shown && (
          <Button wide onClick={() => show(shown + PAGE)}>
            {t.el('showMore')}
          </Button>
        )}
      </Stack>
    </Screen>
  );
}
