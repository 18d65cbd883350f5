import { Fragment } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { DeskNote, OpenPlace } from '../../../domain/desk-places.ts';
import type { NoteKind } from '../../../domain/place.ts';
import { date, number } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { FactName } from '../../../places/differing.ts';
import { tooFineIn, withoutPieces } from '../../../places/place-texts.ts';
import { standings, type Standing } from '../../../places/open.ts';
import { VOICES, voiceOf } from '../../../places/voices.ts';
import { Button } from '../../../ui/button/button.tsx';
import { FactWords } from '../../fact-words.tsx';
import { localDay } from '../../local-day.ts';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { asTold } from './as-told.ts';
import { knownOf } from './known-of.ts';
import { LadderSteps } from './ladder-steps.tsx';
import { PromiseState } from './promise-state.tsx';
import { usePromises } from './use-promises.ts';
import './profile.css';

/** What is strong before what is lacking. How to find a hidden place is on no paper. */
const PARTS: readonly NoteKind[] = [
  'strength',
  'trusted-place',
  'service',
  'barrier',
  'hazard',
  'need',
  'how-to-find',
  'seen',
];
const FACTS: readonly FactName[] = [
  'whoMeets',
  'languages',
  'goodTimes',
  'timesNote',
  'access',
  'accessNote',
  'photos',
];
/** A page or two: the newest of each kind, of people themselves, of those who speak for them, and of the team. */
const MOST = 8;

/**
 * A community profile for paper: who, where in words, what is strong, what is in the way, what was seen and by whom. No
 * position stands in it, and nothing that was kept for the office.
 */
export function ProfilePage({ entryId }: { entryId: string }) {
  const t = useText('desk-places');
  const { client, may } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.place(entryId), [client, entryId]));
  const { busy, problem: trouble, act } = useAct();
  if (value === null)
    return problem === null ? (
      <Moment>{t.el('loading')}</Moment>
    ) : (
      <ProblemNotice problem={problem} onRetry={() => void again()} />
    );
  return (
    <article class="profile">
      <div class="profile__tools">
        <a class="places-link" href={placesPath({ show: 'one', entryId })}>
          {t.el('profile.back')}
        </a>
        {may('export-places') && (
          <Button
            look="main"
            busy={busy}
            onClick={() =>
              void act(async () => {
                await client.placesExported({ as: 'profile', places: 1 });
                globalThis.print();
              })
            }
          >
            {t.el('profile.print')}
          </Button>
        )}
        {trouble !== null && <ProblemNotice problem={trouble} />}
      </div>
      <Sheet open={value} />
    </article>
  );
}

function Sheet({ open: whole }: { open: OpenPlace }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { status } = useDesk();
  const today = localDay(Date.now());
  const open = useMemo(() => asTold(whole), [whole]);
  const { entry } = open;
  const notes = open.notes.filter(({ share }) => share === 'team');
  const known = knownOf({ entry, notes }, today);
  // Of what is lacking, what still is; and what is better now, where nobody said otherwise since.
  const standingOf = standings(notes, today);
  const better = new Set(notes.flatMap((note) => (standingOf(note)?.open === false ? [standingOf(note)?.last] : [])));
  const current = notes.filter((note) =>
    note.answers === undefined ? standingOf(note)?.open !== false : better.has(note),
  );
  const visits = visitsTo(open);
  const council = entry.where.as === 'council' ? entry.where.council : entry.council;
  return (
    <>
      <header>
        <p class="profile__kind">{t.el(`lists:entryTypes.${entry.type}`)}</p>
        <h1 class="profile__name">
          <Bdi>{entry.name}</Bdi>
        </h1>
        {entry.grade !== 'shielded' && entry.alsoCalled.length > 0 && (
          <p>
            {t.el('edit.alsoCalled')} {isolate(entry.alsoCalled.join(' · '))}
          </p>
        )}
        <p>
          {council !== '' && (
            <>
              <Bdi>{council}</Bdi> ·{' '}
            </>
          )}
          {known?.status != null && <>{t.el(`lists:placeStatus.${known.status}`)} · </>}
          {t.el('profile.made', { when: date(language, today), name: isolate(status.organisation ?? '') })}
        </p>
      </header>
      {entry.size !== null && (
        <p>
          {t.el('profile.size')} <Bdi>{entry.size.about}</Bdi> · {t.el(`sources.${entry.size.source}`)} ·{' '}
          {t.el(`lists:confidence.${entry.size.confidence}`)}
        </p>
      )}
      <dl class="profile__facts">
        {FACTS.map((name) => {
          const value = entry.facts[name];
          if (value === undefined) return null;
          return (
            <div key={name} class="profile__fact">
              <dt>{t.el(`places:facts.${name}`)}</dt>
              <dd>
                <FactWords what={name} value={value} />
              </dd>
            </div>
          );
        })}
      </dl>
      {entry.culture.length > 0 && (
        <section>
          <h2>{t.el('culture.title')}</h2>
          {entry.culture.map((note) => (
            <p key={`${note.says}${note.on}`}>
              <Bdi>{note.says}</Bdi>{' '}
              <span class="desk-quiet">
                {t.el('places:culture.approved', { name: isolate(note.approvedBy), when: date(language, note.on) })}
              </span>
            </p>
          ))}
        </section>
      )}
      {PARTS.filter((kind) => kind !== 'how-to-find' || entry.grade !== 'shielded').map((kind) => (
        <Part key={kind} kind={kind} notes={current.filter((note) => note.kind === kind)} standingOf={standingOf} />
      ))}
      <Owed open={whole} />
      <section>
        <h2>{t.el('desk-ladder:title')}</h2>
        <LadderSteps open={open} brief />
      </section>
      <section>
        <h2>{t.el('profile.visits')}</h2>
        <p>
          {visits.length === 0
            ? t.el('profile.noVisit')
            : t.el('profile.visited', {
                count: visits.length,
                shown: number(language, visits.length),
                when: date(language, visits[0] ?? entry.since),
              })}
        </p>
      </section>
      <p class="desk-quiet">{t.el('profile.rule')}</p>
    </>
  );
}

/** The days of visits, newest first: to it, and, each day once, to where its people meet. */
function visitsTo({ notes, met }: OpenPlace): readonly string[] {
  const own = notes.flatMap(({ kind, on }) => (kind === 'visit' ? [on] : []));
  const others = met.flatMap(({ day, kinds }) => (kinds.includes('visit') && !own.includes(day) ? [day] : []));
  return [...own, ...others].toSorted().toReversed();
}

/** What was promised, and what became of it: what is owed, and the last that were kept. */
function Owed({ open }: { open: OpenPlace }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { value, problem, again } = usePromises(open);
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={() => void again()} />;
  if (value === null || value.length === 0) return null;
  return (
    <section>
      <h2>{t.el('owed.title')}</h2>
      <ul class="profile__notes">
        {value.slice(0, MOST * 2).map((item) => (
          <li key={item.entityId}>
            <Bdi>{withoutPieces(item.headline, tooFineIn(item.headline, open.entry.grade))}</Bdi>{' '}
            <span class="desk-quiet">
              <PromiseState item={item} /> · {t.el('owed.made', { when: date(language, item.capturedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part(props: {
  kind: NoteKind;
  notes: readonly DeskNote[];
  standingOf: ReturnType<typeof standings<DeskNote>>;
}) {
  const { kind, notes, standingOf } = props;
  const t = useText('desk-places');
  const { language } = useLanguage();
  const said = VOICES.map((voice) => ({
    voice,
    notes: notes.filter((note) => note.what !== '' && voiceOf(note) === voice).slice(0, MOST),
  })).filter((of) => of.notes.length > 0);
  const stillSo = (standing: Standing<DeskNote> | null) => {
    const last = standing?.last;
    return last?.answers === undefined
      ? null
      : t.el(`places:better.${last.answers.now}`, { when: date(language, last.on) });
  };
  if (said.length === 0) return null;
  return (
    <section>
      <h2>{t.el(`lists:noteKinds.${kind}`)}</h2>
      {said.map((of) => (
        <Fragment key={of.voice}>
          <h3>{t.el(`voice.heads.${of.voice}`)}</h3>
          <ul class="profile__notes">
            {of.notes.map((note) => (
              <li key={note.observationId}>
                {note.answers !== undefined && <>{t.el(`lists:betterNow.${note.answers.now}`)}: </>}
                <Bdi>{note.what}</Bdi>{' '}
                <span class="desk-quiet">
                  {t.el(`sources.${note.source}`)} · {date(language, note.on)}
                  {stillSo(standingOf(note)) !== null && <> · {stillSo(standingOf(note))}</>}
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}
