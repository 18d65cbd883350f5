import type { Tablet } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { CodeShow } from '../../../ui/code-show/code-show.tsx';
import type { TabletChange } from '../../../ports/desk-client.ts';

/** A tablet that asks to be let in: the code has to be the same on both screens. */
export function WaitingTablet(props: {
  tablet: Tablet;
  busy: boolean;
  onChange: (deviceId: string, change: TabletChange) => Promise<boolean>;
}) {
  const t = useText('desk-tablets');
  const { tablet } = props;
  const answer = (action: 'approve' | 'refuse') => () => void props.onChange(tablet.deviceId, { action });
  return (
    <section class="desk-sheet desk-sheet--look" aria-label={t('approve.title', { label: tablet.label })}>
      <h2 class="desk-page__subtitle">{t.el('approve.title', { label: tablet.label })}</h2>
      <p>{t.el('approve.what')}</p>
      <CodeShow every={3} code={tablet.check} label={t.el('approve.label')} />
      <div class="desk-form__end">
        <Button look="main" icon="check" busy={props.busy} onClick={answer('approve')}>
          {t.el('approve.yes')}
        </Button>
        <Button look="careful" icon="cross" busy={props.busy} onClick={answer('refuse')}>
          {t.el('approve.no')}
        </Button>
      </div>
    </section>
  );
}
