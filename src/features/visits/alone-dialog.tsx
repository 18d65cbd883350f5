import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';

/** Asked before a visit to where nobody should go by themselves starts with one name on it. */
export function AloneDialog(props: { open: boolean; onBack: () => void; onStart: () => void }): VNode {
  const t = useText('visits');
  return (
    <Dialog
      open={props.open}
      onClose={props.onBack}
      title={t.el('start.alone.title')}
      actions={
        <>
          <Button look="main" onClick={props.onBack}>
            {t.el('start.alone.back')}
          </Button>
          <Button onClick={props.onStart}>{t.el('start.alone.start')}</Button>
        </>
      }
    >
      {t.el('start.alone.text')}
    </Dialog>
  );
}
