import { useState } from 'preact/hooks';
import type { Tablet } from '../../../domain/desk.ts';
import { age, date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { StatusChip } from '../../../ui/status-chip/status-chip.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { TabletChange } from '../../../ports/desk-client.ts';
import { useDesk } from '../desk-context.ts';
import { tabletFacts } from './tablet-facts.ts';

type Change = (deviceId: string, change: TabletChange) => Promise<boolean>;

/** One tablet in sentences: what is unsent, what never arrived, and how it is. */
export function TabletSheet({ tablet, busy, onChange }: { tablet: Tablet; busy: boolean; onChange: Change }) {
  const t = useText('desk-tablets');
  const { language } = useLanguage();
  const { may } = useDesk();
  const [asking, setAsking] = useState<'rename' | 'revoke' | null>(null);
  const now = new Date();
  const revoked = tablet.state === 'revoked';
  const oldest = tablet.oldestUnsentAt === null ? '' : age(language, tablet.oldestUnsentAt, now);
  return (
    <li class={`desk-sheet${tablet.gaps.length > 0 ? ' desk-sheet--look' : ''}`}>
      <div class="desk-sheet__top">
        <h2 class="desk-page__subtitle">
          <bdi>{tablet.label}</bdi>
        </h2>
        <StatusChip tone={revoked ? 'attention' : 'calm'}>{t.el(`states.${tablet.state}`)}</StatusChip>
        <span class="desk-quiet">
          {tablet.lastContactAt === null
            ? t.el('never')
            : t.el('contact', { age: age(language, tablet.lastContactAt, now) })}
        </span>
      </div>
      {tablet.gaps.map((gap) => (
        <p key={`${gap.installId} ${gap.first}`} class="desk-caution">
          {t.el(gap.first === gap.last ? 'gapOne' : 'gap', {
            first: gap.first,
            last: gap.last,
            date: date(language, gap.since),
          })}
        </p>
      ))}
      {tablet.gaps.length > 0 && <p class="desk-quiet">{t.el('gapHint')}</p>}
      {tablet.unsent !== null && (
        <p>{tablet.unsent === 0 ? t.el('unsentNone') : t.el('unsent', { count: tablet.unsent, age: oldest })}</p>
      )}
      {tablet.persisted === false && !revoked && <p class="desk-caution">{t.el('notPersisted')}</p>}
      <p class="desk-quiet">{tabletFacts(t, language, tablet).join(' · ')}</p>
      <div class="desk-form__end">
        <Button look="quiet" icon="edit" onClick={() => setAsking('rename')}>
          {t.el('rename')}
        </Button>
        {!revoked && may('revoke-tablet') && (
          <Button look="quiet" icon="cross" onClick={() => setAsking('revoke')}>
            {t.el('revoke.button')}
          </Button>
        )}
      </div>
      {asking === 'rename' && (
        <RenameTablet tablet={tablet} busy={busy} onChange={onChange} onClose={() => setAsking(null)} />
      )}
      <Dialog
        open={asking === 'revoke'}
        onClose={() => setAsking(null)}
        title={t.el('revoke.title', { label: tablet.label })}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t.el('revoke.keep')}</Button>
            <Button
              look="careful"
              busy={busy}
              onClick={() => void onChange(tablet.deviceId, { action: 'revoke' }).then(() => setAsking(null))}
            >
              {t.el('revoke.go')}
            </Button>
          </>
        }
      >
        <p>{t.el('revoke.what')}</p>
        {tablet.unsent !== null && tablet.unsent > 0 && <p>{t.el('revoke.unsent', { count: tablet.unsent })}</p>}
        <p>{t.el('revoke.stolen')}</p>
      </Dialog>
    </li>
  );
}

function RenameTablet(props: { tablet: Tablet; busy: boolean; onChange: Change; onClose: () => void }) {
  const t = useText('desk-tablets');
  const [label, setLabel] = useState(props.tablet.label);
  async function save(): Promise<void> {
    if (label.trim() === '') return;
    if (await props.onChange(props.tablet.deviceId, { action: 'rename', label: label.trim() })) props.onClose();
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('renameTitle')}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('cancel')}</Button>
          <Button look="main" busy={props.busy} onClick={() => void save()}>
            {t.el('save')}
          </Button>
        </>
      }
    >
      <TextField label={t.el('renameLabel')} value={label} onChange={setLabel} maxLength={60} required />
    </Dialog>
  );
}
