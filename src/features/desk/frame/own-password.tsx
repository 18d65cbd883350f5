import { useState } from 'preact/hooks';
import { MIN_PASSWORD_LENGTH } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { NewPassword } from '../setup/new-password.tsx';
import { useAct } from '../use-asked.ts';
import { PasswordField } from './password-field.tsx';

/** Everybody at the desk changes their own password, and nobody else has to know it. */
export function OwnPassword() {
  const t = useText('desk-frame');
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <>
      <Button look="quiet" icon="lock" onClick={() => setOpen(true)}>
        {t.el('ownPassword.open')}
      </Button>
      <LiveRegion visible>{done ? t('ownPassword.done') : ''}</LiveRegion>
      {open && (
        <OwnPasswordDialog
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
        />
      )}
    </>
  );
}

function OwnPasswordDialog(props: { onClose: () => void; onDone: () => void }) {
  const t = useText('desk-frame');
  const { client } = useDesk();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act, forget } = useAct();
  const wrong = problem?.code === 'wrong-sign-in';
  const save = async (): Promise<void> => {
    setTried(true);
    if (current === '' || next.length < MIN_PASSWORD_LENGTH) return;
    if (await act(() => client.changePassword(current, next))) props.onDone();
  };
  const missing = tried && current === '' ? t.el('ownPassword.currentMissing') : undefined;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('ownPassword.title')}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('ownPassword.cancel')}</Button>
          <Button look="main" busy={busy} onClick={() => void save()}>
            {t.el('ownPassword.save')}
          </Button>
        </>
      }
    >
      {problem !== null && !wrong && <ProblemNotice problem={problem} />}
      <p>{t.el('ownPassword.what')}</p>
      <PasswordField
        label={t.el('ownPassword.current')}
        autoComplete="current-password"
        value={current}
        onChange={(value) => {
          forget();
          setCurrent(value);
        }}
        problem={wrong ? t.el('ownPassword.wrong') : missing}
      />
      <NewPassword value={next} onChange={setNext} tried={tried} />
    </Dialog>
  );
}
