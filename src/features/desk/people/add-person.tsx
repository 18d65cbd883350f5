import { useState } from 'preact/hooks';
import { MIN_PASSWORD_LENGTH } from '../../../domain/desk.ts';
import type { Role } from '../../../domain/roles.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { isLoginName } from '../setup/login-name.ts';
import { NewPassword } from '../setup/new-password.tsx';
import { useAct } from '../use-asked.ts';
import { RoleChoice, worksAtDesk } from './role-choice.tsx';

/** A new person: only those who work at the desk get a sign-in name and a password. */
export function AddPerson({ onDone, onClose }: { onDone: (name: string) => void; onClose: () => void }) {
  const t = useText('desk-people');
  const { client } = useDesk();
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('champion');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const desk = worksAtDesk(role);
  const name = displayName.trim();
  const ready = name !== '' && (!desk || (isLoginName(loginName) && password.length >= MIN_PASSWORD_LENGTH));

  async function add(): Promise<void> {
    setTried(true);
    if (!ready) return;
    const account = desk ? { loginName: loginName.trim().toLowerCase(), password } : {};
    const made = await act(async () => void (await client.addPerson({ displayName: name, role, ...account })));
    if (made) onDone(name);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t.el('addTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t.el('cancel')}</Button>
          <Button look="main" busy={busy} onClick={() => void add()}>
            {t.el('save')}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      <TextField
        label={t.el('displayName')}
        value={displayName}
        onChange={setDisplayName}
        maxLength={80}
        required
        {...(tried && name === '' ? { problem: t.el('nameMissing') } : {})}
      />
      <RoleChoice value={role} onChange={setRole} />
      {desk ? (
        <>
          <TextField
            label={t.el('loginName')}
            hint={t.el('desk-setup:account.loginNameHint')}
            value={loginName}
            onChange={setLoginName}
            maxLength={80}
            required
            {...(tried && !isLoginName(loginName) ? { problem: t.el('desk-setup:account.loginNameWrong') } : {})}
          />
          <NewPassword value={password} onChange={setPassword} tried={tried} />
        </>
      ) : (
        <p class="desk-quiet">{t.el('noPassword')}</p>
      )}
    </Dialog>
  );
}
