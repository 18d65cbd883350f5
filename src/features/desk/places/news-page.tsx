import { useCallback, useId, useState } from 'preact/hooks';
import { MOST_NEWS, type NewsLine } from '../../../domain/place-news.ts';
import { date, number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { daysBefore, monthsBefore } from '../../../places/days.ts';
import { Button } from '../../../ui/button/button.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { localDay } from '../../local-day.ts';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Select } from '../select.tsx';
import { useAsked } from '../use-asked.ts';
import { NewsRow } from './news-row.tsx';
import { PlacesWays } from './places-ways.tsx';

const STEP = 100;

/** What one may look for, and which lines that is. */
const ONLY = {
  new: ['new'],
  seen: ['seen'],
  status: ['status'],
  need: ['need', 'answered'],
  differing: ['differing'],
  merged: ['merged', 'unmerged'],
  closed: ['closed', 'opened'],
  fading: ['fading'],
} as const satisfies Record<string, readonly NewsLine['what'][]>;
type Only = keyof typeof ONLY | 'all';
const CHOICES: readonly Only[] = ['all', ...(Object.keys(ONLY) as (keyof typeof ONLY)[])];

/** What changed across all places since a day: one list, the newest first. */
export function NewsPage() {
  const t = useText('desk-place-news');
  const { language } = useLanguage();
  const { client } = useDesk();
  const [since, setSince] = useState(() => daysBefore(localDay(Date.now()), 7));
  const [only, setOnly] = useState<Only>('all');
  const [shown, setShown] = useState(STEP);
  const { value, problem, again } = useAsked(
    useCallback(() => client.placeNews(since === '' ? {} : { since }), [client, since]),
  );
  const heading = useId();
  const today = localDay(Date.now());
  const lines = value?.lines ?? [];
  const found = lines.filter((line) => fits(line, only));
  const when = date(language, value?.since ?? since);
  return (
    <Page title={t.el('title')}>
      <PlacesWays here="news" />
      <p class="desk-quiet">{t.el('what')}</p>
      <search class="places-narrow" aria-label={t('title')}>
        <DateField
          label={t.el('since')}
          value={since}
          max={today}
          quick={[
            { value: daysBefore(today, 1), label: t('quick.yesterday') },
            { value: daysBefore(today, 7), label: t('quick.week') },
            { value: monthsBefore(today, 1), label: t('quick.month') },
            { value: monthsBefore(today, 3), label: t('quick.quarter') },
          ]}
          onChange={(day) => {
            setSince(day);
            setShown(STEP);
          }}
        />
        <Select
          label={t.el('only.label')}
          value={only}
          options={CHOICES.map((one) => ({
            value: one,
            label: t(`only.${one}`, { shown: number(language, lines.filter((line) => fits(line, one)).length) }),
          }))}
          onChange={(one) => {
            setOnly(one);
            setShown(STEP);
          }}
        />
      </search>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('desk-places:loading')}</Moment>}
      {value !== null && (
        <>
          <h2 id={heading} class="visually-hidden">
            {t.el('list')}
          </h2>
          <LiveRegion visible>
            {found.length > 0 && t.el('found', { count: found.length, shown: number(language, found.length), when })}
          </LiveRegion>
          {value.found > lines.length && (
            <p class="desk-caution">{t.el('tooMany', { shown: number(language, MOST_NEWS) })}</p>
          )}
          {found.length === 0 && (
            <EmptyState title={t.el(lines.length === 0 ? 'none' : 'noneOfThese', { when })}>
              {t.el('noneWhat')}
            </EmptyState>
          )}
          <ol class="places-desk" aria-labelledby={heading}>
            {found.slice(0, shown).map((line, at) => (
              <NewsRow key={`${line.what} ${line.entryId ?? ''} ${at}`} line={line} />
            ))}
          </ol>
          {found.length > shown && (
            <Button onClick={() => setShown(shown + STEP)}>
              {t.el('desk-places:more', { shown: number(language, found.length - shown) })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

const fits = ({ what }: NewsLine, only: Only): boolean =>
  only === 'all' || (ONLY[only] as readonly NewsLine['what'][]).includes(what);
