import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useRecordHold } from '../record-hold.ts';

/** Deletes one photo or recording from the tablet, after asking. */
export function RemoveMedia(props: { id: string; question: ComponentChildren }): VNode {
  const t = useText('capture');
  const { removeMedia } = useRecordHold();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t.el('media.remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={props.question}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.el('media.removeNo')}</Button>
            <Button
              look="careful"
              onClick={() => {
                setAsking(false);
                void removeMedia(props.id);
              }}
            >
              {t.el('media.removeYes')}
            </Button>
          </>
        }
      />
    </>
  );
}
