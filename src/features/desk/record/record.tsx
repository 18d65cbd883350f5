import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxDetail, Person } from '../../../domain/desk.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { findKind } from '../../../kinds/registry.ts';
import { useChanges } from '../desk-context.ts';
import { kindName } from '../kind-name.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { AboutRecord } from './about.tsx';
import type { WantedChange } from './change-item.ts';
import { ConsentGiven } from './consent.tsx';
import { Due } from './due.tsx';
import { History } from './history.tsx';
import { RecordMedia } from './media.tsx';
import { StaffNote } from './note.tsx';
import type { OpenItem } from './open-item.ts';
import { TriageBar } from './triage.tsx';
import { RecordWords } from './words.tsx';
import { Moment } from '../frame/moment.tsx';

/** One record on one screen: what was said, what came with it, what was agreed, and what happens now. */
export function RecordScreen(props: {
  open: OpenItem;
  people: readonly Person[];
  onTriage: (wanted: WantedChange) => void;
}) {
  const t = useText('desk-record');
  const { open, people, onTriage } = props;
  useChanges(open);
  const state = open.state();
  const heading = useRef<HTMLHeadingElement>(null);
  const { detail } = state;
  const isHere = detail !== null;
  useEffect(() => {
    if (isHere) heading.current?.focus({ preventScroll: true });
  }, [isHere, open]);

  if (detail === null) {
    return state.problem === null ? (
      <Moment>{t.el('loading')}</Moment>
    ) : (
      <ProblemNotice problem={state.problem} onRetry={() => void open.load()} />
    );
  }
  const { item } = detail;
  return (
    <div class="desk-record">
      <header class="desk-record__head">
        <p class="desk-record__tags">
          {item.lane !== 'rest' && (
            <span class={`desk-lane-mark desk-lane-mark--${item.lane}`}>{t.el(`desk-inbox:lanes.${item.lane}`)}</span>
          )}
          <span>{kindName(t, item.kind)}</span>
          <Due dueAt={item.dueAt} done={item.state === 'done'} now={new Date()} />
        </p>
        <h2 ref={heading} tabIndex={-1} class="desk-record__title">
          <Bdi>{item.placeName ?? t(item.withdrawn ? 'desk-inbox:line.withdrawn' : 'about.noVisit')}</Bdi>
          {item.groupName !== null && item.groupName !== '' && (
            <>
              {' · '}
              <Bdi>{item.groupName}</Bdi>
            </>
          )}
        </h2>
      </header>
      {state.problem !== null && <ProblemNotice problem={state.problem} onRetry={() => void open.load()} />}
      {item.withdrawn ? (
        <Withdrawn detail={detail} />
      ) : (
        <>
          <TriageBar item={item} people={people} onChange={onTriage} />
          <RecordBody detail={detail} />
          <StaffNote key={open.entityId} open={open} state={state} detail={detail} />
        </>
      )}
      <Section title={t('sections.history')}>
        <History entries={detail.history} />
      </Section>
    </div>
  );
}

function RecordBody({ detail }: { detail: InboxDetail }) {
  const t = useText('desk-record');
  const { records } = detail;
  const media = records.flatMap((filed) => filed.media);
  const lastAsked = records.findLast((filed) => filed.record.consent !== null);
  const first = records[0];
  return (
    <>
      <Section title={t('sections.words')} plain>
        <RecordWords records={records} />
        {media.length > 0 && <RecordMedia media={media} />}
      </Section>
      <Section title={t('sections.consent')}>
        <ConsentGiven
          consent={lastAsked?.record.consent ?? null}
          holdsWords={records.some((filed) => findKind(filed.record.kind)?.givesReceipt !== false)}
        />
      </Section>
      {first !== undefined && (
        <Section title={t('sections.about')}>
          <AboutRecord filed={first} />
        </Section>
      )}
    </>
  );
}

function Withdrawn({ detail }: { detail: InboxDetail }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  const when = detail.history.findLast((entry) => entry.what === 'withdrawn')?.at;
  return (
    <div class="desk-withdrawn">
      <p class="desk-withdrawn__what">
        {when === undefined ? t.el('withdrawn') : t.el('withdrawnOn', { date: date(language, when) })}
      </p>
      <p class="desk-quiet">{t.el('withdrawnMeaning')}</p>
    </div>
  );
}

function Section(props: { title: string; children: ComponentChildren; plain?: boolean }) {
  return (
    <section class={`desk-section${props.plain === true ? ' desk-section--plain' : ''}`}>
      <h3 class="desk-section__title">{props.title}</h3>
      {props.children}
    </section>
  );
}
