import { useState } from 'preact/hooks';
import { Button } from '../button/button.tsx';
import type { Specimens } from '../specimen.ts';
import { Dialog } from './dialog.tsx';

export const specimens: Specimens = {
  question: ({ t }) => {
    const [open, setOpen] = useState(false);
    const close = (): void => setOpen(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>{t('dialog.open')}</Button>
        <Dialog
          open={open}
          onClose={close}
          title={t('dialog.title')}
          actions={
            <>
              <Button look="main" onClick={close}>
                {t('dialog.keep')}
              </Button>
              <Button look="careful" onClick={close}>
                {t('button.throwAway')}
              </Button>
            </>
          }
        >
          <p>{t('dialog.words')}</p>
        </Dialog>
      </>
    );
  },
};
