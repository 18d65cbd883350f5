import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { isolate } from '../../../i18n/isolate.tsx';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import type { DraftField } from './join-edits.ts';

export interface OtherEdit {
  readonly by: string;
  readonly theirs: PlaceDraft;
  readonly both: readonly DraftField[];
}

/** Somebody else kept a change meanwhile: theirs stands in the form where one wrote nothing; the rest is to be chosen. */
export function OtherEditNotice(props: { other: OtherEdit; onTheirs: (field: DraftField) => void }) {
  const t = useText('desk-places');
  const { by, theirs, both } = props.other;
  return (
    <section class="desk-conflict" aria-label={t('other.title')}>
      <p role="alert">{t.el(both.length === 0 ? 'other.joined' : 'other.both', { name: isolate(by) })}</p>
      {both.map((field) => {
        const value = theirs[field];
        return (
          <div key={field} class="desk-conflict__one">
            <p class="desk-label">{t.el(`events.fields.${field}`)}</p>
            {typeof value === 'string' && field !== 'grade' && <p dir="auto">{value === '' ? '–' : value}</p>}
            <Button onClick={() => props.onTheirs(field)}>
              {t.el('other.take', { name: isolate(by), field: t(`events.fields.${field}`) })}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
