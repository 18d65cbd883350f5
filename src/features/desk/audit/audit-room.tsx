import { useCallback } from 'preact/hooks';
import { dateTime } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { Moment } from '../frame/moment.tsx';

/** Who did what at the desk, the newest first. */
export function AuditRoom() {
  const t = useText('desk-audit');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.audit(), [client]));
  const rows = (value ?? []).map((entry, index) => ({ ...entry, index }));
  return (
    <Page title={t.el('title')}>
      <p class="desk-quiet">{t.el('why')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && (
        <DataTable
          caption={t.el('caption')}
          hideCaption
          rows={rows}
          rowKey={(entry) => String(entry.index)}
          empty={<p>{t.el('empty')}</p>}
          columns={[
            {
              id: 'when',
              label: t.el('when'),
              cell: (entry) => <time dateTime={entry.at}>{dateTime(language, entry.at)}</time>,
            },
            { id: 'who', label: t.el('who'), cell: (entry) => <bdi>{entry.by}</bdi> },
            { id: 'what', label: t.el('what'), cell: (entry) => t.el(`did.${entry.what}`), names: true },
            { id: 'about', label: t.el('about'), cell: (entry) => <About what={entry.what} about={entry.about} /> },
          ]}
        />
      )}
    </Page>
  );
}

/** An opened record can be opened again from here; everything else is a name or a number. */
function About({ what, about }: { what: string; about: string }) {
  const t = useText('desk-audit');
  if (what === 'record-read' || what === 'voice-opened' || what === 'photo-opened')
    return <a href={`/desk/inbox/${about}`}>{t.el('openRecord')}</a>;
  if (what === 'confirmed' || what === 'confirmation-withdrawn') {
    return t.el(`desk-organisation:confirmations.${about}.title`);
  }
  return <bdi>{about}</bdi>;
}
