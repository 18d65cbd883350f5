import { useCallback, useState } from 'preact/hooks';
import type { Person } from '../../../domain/desk.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { AddPerson } from './add-person.tsx';
import { ChangePerson } from './change-person.tsx';
import { Moment } from '../frame/moment.tsx';

/** Everybody who works on a tablet or at the desk. */
export function PeopleRoom() {
  const t = useText('desk-people');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.people(), [client]));
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Person | null>(null);
  const [said, setSaid] = useState('');

  function finished(words: string): void {
    setAdding(false);
    setChanging(null);
    setSaid(words);
    void again();
  }

  return (
    <Page
      title={t.el('title')}
      aside={
        <Button look="main" icon="plus" onClick={() => setAdding(true)}>
          {t.el('add')}
        </Button>
      }
    >
      <p class="desk-quiet">{t.el('why')}</p>
      <LiveRegion visible>{said}</LiveRegion>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && (
        <DataTable
          caption={t.el('caption')}
          hideCaption
          rows={value}
          rowKey={(person) => person.actorId}
          empty={null}
          columns={[
            { id: 'name', label: t.el('name'), names: true, cell: (person) => <bdi>{person.displayName}</bdi> },
            { id: 'role', label: t.el('role'), cell: (person) => t.el(`desk-frame:roles.${person.role}`) },
            {
              id: 'login',
              label: t.el('loginName'),
              cell: (person) => (person.loginName === null ? t.el('tabletOnly') : <bdi>{person.loginName}</bdi>),
            },
            {
              id: 'seen',
              label: t.el('lastSeen'),
              cell: (person) => (person.lastSeenAt === null ? t.el('never') : date(language, person.lastSeenAt)),
            },
            {
              id: 'state',
              label: t.el('state'),
              cell: (person) => t.el(person.active ? 'active' : 'inactive'),
            },
            {
              id: 'change',
              label: t.el('actions'),
              cell: (person) => (
                <Button look="quiet" onClick={() => setChanging(person)}>
                  {t.el('change')} <VisuallyHidden>{person.displayName}</VisuallyHidden>
                </Button>
              ),
            },
          ]}
        />
      )}
      {adding && <AddPerson onDone={(name) => finished(t('added', { name }))} onClose={() => setAdding(false)} />}
      {changing !== null && (
        <ChangePerson
          key={changing.actorId}
          person={changing}
          onDone={() => finished(t('changed'))}
          onClose={() => setChanging(null)}
        />
      )}
    </Page>
  );
}
