import type { VNode } from 'preact';
import { useUnlocked } from '../../app/session.ts';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { differencesOf } from '../../places/differing.ts';
import type { Known } from '../../places/history.ts';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Row, Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { BeforeYouGo } from '../before-you-go.tsx';
import { useDirectory } from '../use-directory.ts';
import { useOwedAll } from '../use-owed-all.ts';
import { Differences } from './differences.tsx';
import { Linked } from './linked.tsx';
import { OpenNeeds } from './open-needs.tsx';
import { PlaceHistory } from './place-history.tsx';
import { Standing } from './standing.tsx';
import './places.css';

/** One place, group, network, community or person who opens doors: what to know before going, and all that was seen. */
export function PlaceScreen(props: { entryId: string }): VNode {
  const t = useText('places');
  const now = useDirectory();
  const owed = useOwedAll();
  const { visit, worker } = useUnlocked();
  const back = { label: t('common:back'), href: '/places' };
  if (now === null) return <Screen top={<TopBar title={t.el('title')} back={back} />}>{null}</Screen>;
  const known = now.directory.find(props.entryId);
  if (known === null)
    return (
      <Screen top={<TopBar title={t.el('title')} back={back} />}>
        <EmptyState
          title={t.el('gone.title')}
          action={
            <Button look="main" href="/places">
              {t.el('title')}
            </Button>
          }
        >
          {t.el('gone.text')}
        </EmptyState>
      </Screen>
    );

  const { entry } = known;
  return (
    <Screen
      width="wide"
      top={<TopBar title={<Bdi>{entry.name}</Bdi>} back={back} />}
      bottom={
        <BottomBar>
          {visit === null && !entry.closed && (
            <Button icon="place" href={`/visit/start?place=${encodeURIComponent(entry.entryId)}`}>
              {t.el('startVisit')}
            </Button>
          )}
          <Button look="main" icon="note" href={`/capture/map-note?about=${encodeURIComponent(entry.entryId)}`}>
            {t.el('noteHere')}
          </Button>
        </BottomBar>
      }
    >
      <Stack room="large">
        <Introduction known={known} />
        <BeforeYouGo known={known} owed={owed} directory={now.directory} today={now.today} />
        <Differences differences={differencesOf(known, now.today)} />
        <OpenNeeds known={known} directory={now.directory} today={now.today} />
        {entry.askable.length > 0 && (
          <Card labelledBy="place-askable">
            <h2 id="place-askable">{t.el('askable')}</h2>
            <ul class="places__list">
              {entry.askable.map(({ who, how, entry: id }) => (
                <li key={`${who} ${how}`}>
                  <p class="places__strong">
                    {id !== null && now.directory.find(id) !== null ? (
                      <a href={`/places/${id}`}>
                        <Bdi>{who}</Bdi>
                      </a>
                    ) : (
                      <Bdi>{who}</Bdi>
                    )}
                  </p>
                  <p>
                    <Bdi>{how}</Bdi>
                  </p>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Linked known={known} directory={now.directory} />
        <PlaceHistory known={known} directory={now.directory} today={now.today} me={worker.displayName} />
      </Stack>
    </Screen>
  );
}

/** What it is, what else it is called, how closely it is shown and how it stands. */
function Introduction(props: { known: Known }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { entry, names, status, statusOn, lastSeen } = props.known;
  const others = names.filter((name) => name !== entry.name);
  return (
    <Stack room="small">
      <p>
        {t.el(`lists:entryTypes.${entry.type}`)}
        {entry.setting !== null && <> · {t.el(`lists:settings.${entry.setting}`)}</>}
        {entry.council !== '' && (
          <>
            {' · '}
            <Bdi>{entry.council}</Bdi>
          </>
        )}
      </p>
      {others.length > 0 && (
        <p>
          {t.el('alsoCalled')}{' '}
          {others.map((name, at) => (
            <span key={name}>
              {at > 0 && ' · '}
              <Bdi>{name}</Bdi>
            </span>
          ))}
        </p>
      )}
      {entry.size !== null && (
        <p>
          <Bdi>{entry.size.about}</Bdi>
          {' · '}
          {t.el(`lists:confidence.${entry.size.confidence}`)}
          {' · '}
          {t.el(`lists:placeSources.${entry.size.source}`)}
        </p>
      )}
      <Row>
        <Standing known={props.known} without="standing.often" />
      </Row>
      {status !== null && statusOn !== null && lastSeen !== null && (
        <p class="places__soft">
          {t.el('statusSeen', { status: t(`lists:placeStatus.${status}`), when: date(language, statusOn) })}
        </p>
      )}
      {entry.grade === 'shielded' && <p class="places__soft">{t.el('shielded')}</p>}
      {entry.closed && <p>{t.el('closed')}</p>}
      {!entry.checked && <p class="places__soft">{t.el('notChecked')}</p>}
    </Stack>
  );
}
