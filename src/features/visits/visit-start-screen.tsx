import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { dateTime } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { DateField } from '../../ui/date-field/date-field.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { isNotForOne } from '../../places/differing.ts';
import { directoryOf } from '../../places/history.ts';
import { visitPlaces } from '../../places/visit-place.ts';
import { localDay } from '../local-day.ts';
import { useDirectory } from '../use-directory.ts';
import { AloneDialog } from './alone-dialog.tsx';
import { InterpreterFields } from './interpreter-fields.tsx';
import { beginVisit } from './keep-visit.ts';
import { KnownPlace } from './known-place.tsx';
import { PlaceFields } from './place-fields.tsx';
import { TeamField } from './team-field.tsx';
import { useVisitReference } from './use-visit-reference.ts';
import { blankVisit, clockIsFar, stampOf, visitGaps, type VisitForm, type VisitGap } from './visit-form.ts';

const NOTHING = directoryOf([], [], [], '');

/** Where, what kind of place, the date, who is there and who interprets. Sealed as a record before home shows again. */
export function VisitStartScreen(): VNode {
  const t = useText('visits');
  const services = useServices();
  const { vault, worker, visit, setVisit } = useUnlocked();
  const { language, readingMode } = useLanguage();
  const { route } = useLocation();
  const reference = useVisitReference();
  const today = localDay(services.clock.wallMs());
  const now = useDirectory();
  const [named] = useState(() => new URLSearchParams(globalThis.location.search).get('place'));
  const [typed, setForm] = useState<VisitForm>(() => ({
    ...blankVisit(today, worker.displayName),
    venueId: named,
  }));
  const [inList, showList] = useState(named === null);
  const [asksAlone, askAlone] = useState(false);
  const [gaps, setGaps] = useState<readonly VisitGap[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const change = (part: Partial<VisitForm>): void => setForm((before) => ({ ...before, ...part }));
  const problem = (gap: VisitGap) => (gaps.includes(gap) ? { problem: t.el(`start.${gap}`) } : {});
  const directory = now?.directory ?? NOTHING;
  const wanted = useMemo(() => directory.find(named ?? '')?.entry.entryId ?? null, [directory, named]);
  const places = useMemo(() => visitPlaces(directory, reference.venues, wanted), [directory, reference.venues, wanted]);
  // An address may name an entry that turned out to be the same as another.
  const chosen = typed.venueId === null ? null : (directory.find(typed.venueId)?.entry.entryId ?? typed.venueId);
  const place = places.find(({ venueId }) => venueId === chosen);
  const form: VisitForm = { ...typed, venueId: place?.venueId ?? (chosen === 'other' ? chosen : null) };
  useEffect(() => {
    if (gaps.length > 0) summary.current?.scrollIntoView({ block: 'nearest' });
  }, [gaps]);

  const begin = async (notAlone = false): Promise<void> => {
    const missing = visitGaps(form);
    setGaps(missing);
    if (missing.length > 0) return;
    const careful = place?.about.some((known) => isNotForOne(known, today)) === true;
    const alone = careful && form.team.length < 2 && !form.interpreted;
    askAlone(alone && !notAlone);
    if (alone && !notAlone) return;
    setBusy(true);
    setFailed(false);
    try {
      const stamp = stampOf(form, places, crypto.randomUUID());
      await setVisit(await beginVisit(services, vault, stamp, { language, readingMode }));
      services.sync.nudge();
      route('/home', true);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };

  const top = <TopBar title={t.el('start.title')} back={{ label: t('common:back'), href: '/home' }} />;
  if (visit !== null)
    return (
      <Screen top={top}>
        <EmptyState
          title={t.el('start.already')}
          action={
            <Button look="main" href="/visit/end">
              {t.el('end.title')}
            </Button>
          }
        >
          {t.el('start.alreadyText')}
        </EmptyState>
      </Screen>
    );

  return (
    <Screen
      top={top}
      bottom={
        <BottomBar>
          <Button look="main" busy={busy} onClick={() => void begin()}>
            {t.el(busy ? 'start.beginning' : 'start.begin')}
          </Button>
        </BottomBar>
      }
    >
      {(gaps.length > 0 || failed) && (
        <div ref={summary}>
          <Notice tone="careful" speak="now">
            {failed ? t.el('start.failed') : gaps.map((gap) => <p key={gap}>{t.el(`start.${gap}`)}</p>)}
          </Notice>
        </div>
      )}
      <PlaceFields
        form={form}
        places={inList || place === undefined ? places : [place]}
        onChange={change}
        problem={problem}
      />
      {!inList && place !== undefined && <Button onClick={() => showList(true)}>{t.el('start.notHere')}</Button>}
      {place !== undefined && <KnownPlace place={place} directory={directory} today={today} />}
      {clockIsFar(services.clock.wallMs(), reference.lastServerTime) && reference.lastServerTime !== null && (
        <Notice tone="waiting">{t.el('start.clockOff', { when: dateTime(language, reference.lastServerTime) })}</Notice>
      )}
      <DateField
        label={t.el('start.date')}
        hint={t.el('start.dateHint')}
        value={form.date}
        onChange={(date) => change({ date })}
        {...problem('needsDate')}
      />
      <TeamField
        worker={worker.displayName}
        roster={reference.roster}
        team={form.team}
        onChange={(team) => change({ team })}
      />
      <InterpreterFields form={form} onChange={change} problem={problem} />
      <AloneDialog open={asksAlone} onBack={() => askAlone(false)} onStart={() => void begin(true)} />
    </Screen>
  );
}
