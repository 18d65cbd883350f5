import { useCallback, useState } from 'preact/hooks';
import type { OpenPlace, PlaceDraft } from '../../../domain/desk-places.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { differencesOf, type FactName } from '../../../places/differing.ts';
import type { Known } from '../../../places/history.ts';
import { Button } from '../../../ui/button/button.tsx';
import { FactWords } from '../../fact-words.tsx';
import { localDay } from '../../local-day.ts';
import { ToldBy } from '../../told-by.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { inboxPath, placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { ChangeProblem } from './change-problem.tsx';
import { draftOf } from './draft-of.ts';
import { EditPlace } from './edit-place.tsx';
import { knownOf } from './known-of.ts';
import { PlaceEvents } from './place-events.tsx';
import { PlaceNotes } from './place-notes.tsx';

/** One entry: what is agreed, what was seen and by whom, and all that the desk did to it. */
export function OnePlace({ entryId }: { entryId: string }) {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again, put } = useAsked(useCallback(() => client.place(entryId), [client, entryId]));
  if (value === null)
    return (
      <Page title={t.el('title')}>
        {problem === null ? (
          <Moment>{t.el('loading')}</Moment>
        ) : (
          <ProblemNotice problem={problem} onRetry={() => void again()} />
        )}
      </Page>
    );
  return <Opened open={value} put={put} again={again} />;
}

function Opened(props: { open: OpenPlace; put: (open: OpenPlace) => void; again: () => Promise<void> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { open, put, again } = props;
  const { entry, rev } = open;
  const { busy, problem, act, forget } = useAct();
  const [draft, setDraft] = useState<PlaceDraft | null>(null);
  const today = localDay(Date.now());
  const known = knownOf(open, today);
  const take = (work: () => Promise<OpenPlace>): void =>
    void act(async () => {
      put(await work());
      setDraft(null);
    });
  const into = entry.mergedInto;
  return (
    <Page
      title={<Bdi>{entry.name}</Bdi>}
      aside={
        <Button icon="download" href={placesPath({ show: 'profile', entryId: entry.entryId })}>
          {t.el('profile.open')}
        </Button>
      }
    >
      <p>
        <a href="/desk/places">{t.el('back')}</a>
      </p>
      <p class="desk-quiet">
        {t.el(`lists:entryTypes.${entry.type}`)}
        {entry.setting !== null && <> · {t.el(`lists:settings.${entry.setting}`)}</>} · {t.el(`grades.${entry.grade}`)}{' '}
        · {t.el('since', { when: date(language, entry.since) })}
      </p>
      {problem !== null && (
        <ChangeProblem
          problem={problem}
          onAgain={() => {
            forget();
            void again();
          }}
        />
      )}
      {into !== null && (
        <div class="desk-caution">
          <p>
            {t.el('mergedInto')} <a href={placesPath({ show: 'one', entryId: into })}>{t.el('mergedOpen')}</a>
          </p>
          <Button busy={busy} onClick={() => take(() => client.unmergePlace(entry.entryId, rev))}>
            {t.el('unmerge')}
          </Button>
        </div>
      )}
      {!entry.checked && into === null && (
        <div class="desk-caution">
          <p>{t.el('unchecked')}</p>
          <div class="places-desk__line">
            {open.entityId !== null && (
              <Button href={inboxPath({ state: 'open' }, open.entityId)}>{t.el('openRecord')}</Button>
            )}
            <Button look="main" busy={busy} onClick={() => take(() => client.checkPlace(entry.entryId, rev))}>
              {t.el('check')}
            </Button>
          </div>
        </div>
      )}
      {entry.closed && <p class="desk-caution">{t.el('closedWhat')}</p>}
      {draft !== null ? (
        <EditPlace
          draft={draft}
          busy={busy}
          onChange={setDraft}
          onKeep={() => take(() => client.changePlace(entry.entryId, rev, draft))}
          onLeave={() => {
            forget();
            setDraft(null);
          }}
        />
      ) : (
        <>
          {known !== null && <Agreed known={known} today={today} />}
          {into === null && (
            <div class="places-desk__line">
              <Button icon="edit" onClick={() => setDraft(draftOf(entry))}>
                {t.el('edit.open')}
              </Button>
              <Button
                icon="archive"
                look="quiet"
                busy={busy}
                onClick={() => take(() => client.closePlace(entry.entryId, rev, !entry.closed))}
              >
                {t.el(entry.closed ? 'reopen' : 'close')}
              </Button>
            </div>
          )}
        </>
      )}
      <Linked open={open} />
      <PageSection title={t.el('owedTitle')}>
        <p>
          <a href={inboxPath({ state: 'open', lane: 'promises', q: entry.name })}>{t.el('owedOpen')}</a>
        </p>
      </PageSection>
      <PlaceNotes notes={open.notes} />
      <PlaceEvents open={open} />
    </Page>
  );
}

const FACTS: readonly FactName[] = [
  'sensitivities',
  'notAlone',
  'photos',
  'permission',
  'host',
  'whoMeets',
  'languages',
  'goodTimes',
  'timesNote',
  'access',
  'accessNote',
  'signal',
  'charging',
];

/** What the directory says, and where people saw it differently. */
function Agreed({ known, today }: { known: Known; today: string }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { entry } = known;
  const said = FACTS.filter((name) => entry.facts[name] !== undefined);
  const differing = differencesOf(known, today);
  return (
    <>
      {differing.length > 0 && (
        <section class="desk-sheet desk-sheet--look">
          <h2 class="desk-page__subtitle">{t.el('places:differing')}</h2>
          {differing.map(({ what, views }) => (
            <div class="places-differing" key={what}>
              <p class="desk-label">{t.el(`places:facts.${what}`)}</p>
              <ul>
                {views.map(({ value, by }) => (
                  <li key={by?.byName ?? ''}>
                    <strong>
                      <FactWords what={what} value={value} />
                    </strong>
                    {by !== null && (
                      <p class="desk-quiet">
                        <ToldBy by={by} />
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <dl class="places-facts">
        {known.status !== null && (
          <>
            <dt>{t.el('places:facts.status')}</dt>
            <dd>
              {t.el(`lists:placeStatus.${known.status}`)}
              {known.statusOn !== null && <> · {date(language, known.statusOn)}</>}
            </dd>
          </>
        )}
        {entry.alsoCalled.length > 0 && (
          <>
            <dt>{t.el('edit.alsoCalled')}</dt>
            <dd>{isolate(entry.alsoCalled.join(' · '))}</dd>
          </>
        )}
        <dt>{t.el('where.title')}</dt>
        <dd>
          {t.el(`where.now.${entry.where.as}`)}
          {entry.council !== '' && (
            <>
              {' '}
              · <Bdi>{entry.council}</Bdi>
            </>
          )}
        </dd>
        {said.map((name) => (
          <Fact key={name} name={name} entry={entry} />
        ))}
        {entry.notes !== '' && (
          <>
            <dt>{t.el('edit.notes')}</dt>
            <dd dir="auto">{entry.notes}</dd>
          </>
        )}
      </dl>
      {entry.culture.length > 0 && (
        <section class="desk-sheet">
          <h2 class="desk-page__subtitle">{t.el('culture.title')}</h2>
          {entry.culture.map((note) => (
            <div key={`${note.says}${note.on}`}>
              <p dir="auto">{note.says}</p>
              <p class="desk-quiet">
                {t.el('places:culture.approved', { name: isolate(note.approvedBy), when: date(language, note.on) })}
              </p>
            </div>
          ))}
        </section>
      )}
      {entry.askable.length > 0 && (
        <section class="desk-sheet">
          <h2 class="desk-page__subtitle">{t.el('places:askable')}</h2>
          {entry.askable.map((one) => (
            <p key={`${one.who}${one.how}`}>
              <strong dir="auto">{one.who}</strong> <span dir="auto">{one.how}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Fact({ name, entry }: { name: FactName; entry: Known['entry'] }) {
  const t = useText('desk-places');
  const value = entry.facts[name];
  if (value === undefined) return null;
  return (
    <>
      <dt>{t.el(`places:facts.${name}`)}</dt>
      <dd>
        <FactWords what={name} value={value} />
      </dd>
    </>
  );
}

function Linked({ open }: { open: OpenPlace }) {
  const t = useText('desk-places');
  if (open.linkedFrom.length + open.merged.length === 0) return null;
  return (
    <PageSection title={t.el('linked')}>
      <ul class="places-desk">
        {open.linkedFrom.map((one) => (
          <li key={`${one.entryId} ${one.how}`}>
            <a href={placesPath({ show: 'one', entryId: one.entryId })}>
              <Bdi>{one.name}</Bdi>
            </a>{' '}
            · {t.el(`lists:linkKinds.${one.how}`)}
          </li>
        ))}
        {open.merged.map((one) => (
          <li key={one.entryId}>
            <a href={placesPath({ show: 'one', entryId: one.entryId })}>
              <Bdi>{one.name}</Bdi>
            </a>{' '}
            · {t.el('mergedHere')}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
