import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsentLayer } from '../../domain/consent.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useRecordHold } from '../record-hold.ts';
import { useKeeper } from '../keeping/use-keeper.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { NotForField } from './not-for-field.tsx';

/**
 * The questions of these layers, each on its own. A no to voice or photo says what is deleted before it deletes;
 * `hearBack` is shown beneath a yes to being contacted.
 */
export function ConsentQuestions(props: {
  layers: readonly ConsentLayer[];
  /** The one question asked here is the heading of the screen. */
  headed?: boolean | undefined;
  hearBack?: VNode | undefined;
}): VNode {
  const t = useText('consent');
  const { keeper, answer, shielded, removeMedia } = useRecordHold();
  const draft = useKeeper(keeper);
  const [deleting, setDeleting] = useState<'voice' | 'photo' | null>(null);
  const answers = draft.consent?.answers ?? {};
  const attached = (role: 'voice' | 'photo') => draft.media.filter((item) => item.role === role);
  const sure = async (role: 'voice' | 'photo'): Promise<void> => {
    setDeleting(null);
    answer(role, 'no');
    for (const item of attached(role)) await removeMedia(item.id);
  };
  return (
    <div class="consent-questions">
      <NotForField />
      {props.layers.map((layer) => (
        <div key={layer}>
          <ConsentQuestion
            layer={layer}
            value={answers[layer]}
            shielded={shielded}
            headed={props.headed}
            onAnswer={(next) => {
              const deletes = (layer === 'voice' || layer === 'photo') && next === 'no' && attached(layer).length > 0;
              if (deletes) setDeleting(layer);
              else answer(layer, next);
            }}
          />
          {layer === 'hear-back' && answers['hear-back'] === 'yes' && props.hearBack}
          {layer === 'use' && answers.use === 'no' && (
            <Notice tone="plain" title={t.el('useNo.title')} speak="polite">
              {t.el('useNo.text')} {t.el('useNo.next')}
            </Notice>
          )}
        </div>
      ))}
      <Dialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={t.el(`${deleting ?? 'voice'}No.title`)}
        actions={
          <>
            <Button onClick={() => setDeleting(null)}>{t.el(`${deleting ?? 'voice'}No.no`)}</Button>
            <Button look="careful" onClick={() => void sure(deleting ?? 'voice')}>
              {t.el(`${deleting ?? 'voice'}No.yes`)}
            </Button>
          </>
        }
      >
        {t.el(`${deleting ?? 'voice'}No.text`)}
      </Dialog>
    </div>
  );
}
