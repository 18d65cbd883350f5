import { useCallback } from 'preact/hooks';
import type { CoverageLine } from '../../../domain/desk-places.ts';
import { date, number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { DataTable, type Column } from '../../../ui/data-table/data-table.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { languageName } from '../language-name.ts';
import { placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { PlacesWays } from './places-ways.tsx';

/** Who was never met, who not for long, who too often, where needs are open, and what nobody offered. */
export function CoveragePage() {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.placeCoverage(), [client]));
  const all = value?.places ?? [];
  return (
    <Page title={t.el('coverage.title')}>
      <PlacesWays here="coverage" />
      <p class="desk-quiet">{t.el('coverage.what')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && (
        <>
          <Lines title={t.el('coverage.never')} rows={all.filter(({ never }) => never)} what={['lastSeen']} />
          <Lines
            title={t.el('coverage.fading')}
            rows={all.filter(({ fading }) => fading)}
            what={['lastSeen', 'lastContact']}
          />
          <Lines
            title={t.el('coverage.tooOften', { count: value.loadLimit })}
            rows={all.filter(({ tooOften }) => tooOften)}
            what={['asked90', 'lastContact']}
          />
          <Lines
            title={t.el('coverage.openNeeds')}
            rows={all.filter(({ openNeeds }) => openNeeds > 0)}
            what={['openNeeds', 'lastSeen']}
          />
          <Lines
            title={t.el('coverage.times')}
            rows={all.filter(({ times }) => times.some(({ days }) => days === 0))}
            what={['times']}
          />
          <Lines
            title={t.el('coverage.languages')}
            rows={all.filter(({ languages }) => languages.some(({ days }) => days === 0))}
            what={['languages']}
          />
          <Lines
            title={t.el('coverage.unknown')}
            rows={all.filter(({ times, languages }) => times.length === 0 || languages.length === 0)}
            what={['lastSeen']}
          />
        </>
      )}
    </Page>
  );
}

type What = 'lastSeen' | 'lastContact' | 'asked90' | 'openNeeds' | 'times' | 'languages';

function Lines({ title, rows, what }: { title: preact.VNode; rows: readonly CoverageLine[]; what: readonly What[] }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const when = (day: string | null) => (day === null ? t.el('coverage.notYet') : date(language, day));
  const cells: Readonly<Record<What, Column<CoverageLine>>> = {
    lastSeen: { id: 'lastSeen', label: t.el('coverage.lastSeen'), cell: (row) => when(row.lastSeen) },
    lastContact: { id: 'lastContact', label: t.el('coverage.lastContact'), cell: (row) => when(row.lastContact) },
    asked90: {
      id: 'asked90',
      label: t.el('coverage.asked90'),
      number: true,
      cell: (row) => number(language, row.asked90),
    },
    openNeeds: {
      id: 'openNeeds',
      label: t.el('coverage.howManyOpen'),
      number: true,
      cell: (row) => number(language, row.openNeeds),
    },
    times: {
      id: 'times',
      label: t.el('coverage.notOffered'),
      cell: (row) =>
        row.times
          .filter(({ days }) => days === 0)
          .map(({ code }) => t(`lists:goodTimes.${code}`))
          .join(' · '),
    },
    languages: {
      id: 'languages',
      label: t.el('coverage.notOffered'),
      cell: (row) =>
        row.languages
          .filter(({ days }) => days === 0)
          .map(({ code }) => languageName(language, code))
          .join(' · '),
    },
  };
  return (
    <PageSection title={title}>
      <DataTable
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ entryId }) => entryId}
        empty={<p>{t.el('coverage.nobody')}</p>}
        columns={[
          {
            id: 'name',
            label: t.el('coverage.who'),
            names: true,
            cell: ({ entryId, name }) => (
              <a href={placesPath({ show: 'one', entryId })}>
                <Bdi>{name}</Bdi>
              </a>
            ),
          },
          { id: 'type', label: t.el('filter.type'), cell: ({ type }) => t.el(`lists:entryTypes.${type}`) },
          ...what.map((one) => cells[one]),
        ]}
      />
    </PageSection>
  );
}
