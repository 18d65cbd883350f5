import type { ComponentChildren, VNode } from 'preact';
import { useUnlocked } from '../../app/session.ts';
import { useText } from '../../i18n/use-text.tsx';
import { List, ListRow } from '../../ui/list/list.tsx';
import { PictureCard } from '../../ui/picture-card/picture-card.tsx';
import { HOME_PICTURES } from '../../ui/pictures/home.ts';
import { Picture } from '../../ui/pictures/picture.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { LeftSurveys } from './left-surveys.tsx';
import { OwedCard } from './owed-card.tsx';
import { useDraftCount } from './use-draft-count.ts';
import { useOwed } from './use-owed.ts';
import { VisitCard } from './visit-card.tsx';
import './home-screen.css';

/** What is owed to this group first, then the visit, then the four things to do, then the rest. One thumb reaches all. */
export function HomeScreen(props: {
  /** The offer of a newer version, where there is one and nothing is open. */
  offer?: (nothingOpen: boolean) => ComponentChildren;
}): VNode {
  const t = useText('home');
  const { worker, visit, lock } = useUnlocked();
  const visiting = visit !== null;
  const owed = useOwed(visit?.stamp ?? null);
  const drafts = useDraftCount();
  return (
    <Screen>
      <h1 class={`home__hello${visiting ? ' home__hello--visiting' : ''}`}>
        {t.el('hello', { name: worker.displayName })}
      </h1>
      {visiting && owed.length > 0 && <OwedCard owed={owed} />}
      <LeftSurveys />
      <VisitCard />
      {props.offer?.(drafts === 0)}
      <nav class="home__actions" aria-label={t('question')}>
        <Action kind="quick-note" />
        <Action kind="conversation" />
        <Action kind="immediate-need" lead />
        <Action kind="promise" />
      </nav>
      <List>
        <ListRow icon="smile" title={t.el('surveys')} detail={t.el('surveysHint')} href="/surveys" />
        <ListRow icon="place" title={t.el('places')} href="/places" />
      </List>
      <List>
        <ListRow icon="no-thanks" title={t.el('capture.no-thanks')} href="/capture/no-thanks" />
        <ListRow icon="receipt" title={t.el('capture.withdraw')} href="/withdraw" />
        <ListRow icon="edit" title={t.el('draftsCount', { count: drafts ?? 0 })} href="/drafts" />
      </List>
      <List>
        <ListRow icon="lock" title={t.el('lend')} onClick={() => void lock()} />
        <ListRow icon="settings" title={t.el('settings')} href="/settings" />
      </List>
    </Screen>
  );
}

function Action(props: { kind: keyof typeof HOME_PICTURES; lead?: boolean }): VNode {
  const t = useText('home');
  return (
    <PictureCard
      href={`/capture/${props.kind}`}
      look={props.lead ? 'lead' : 'plain'}
      picture={<Picture art={HOME_PICTURES[props.kind]} alt="" />}
      label={t.el(`capture.${props.kind}`)}
      detail={t.el(`capture.${props.kind}Hint`)}
    />
  );
}
