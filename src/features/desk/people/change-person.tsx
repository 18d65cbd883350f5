import { useState } from 'preact/hooks';
import { MIN_PASSWORD_LENGTH, type Person } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { PersonChange } from '../../../ports/desk-client.ts';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { NewPassword } from '../setup/new-password.tsx';
import { useAct } from '../use-asked.ts';
import { RoleChoice } from './role-choice.tsx';

/** Name, role, password, and whether somebody still works with us. Only what was changed is sent. */
export function ChangePerson(props: { person: Person; onDone: () => void; onClose: () => void }) {
  const t = useText('desk-people');
  const { client } = useDesk();
  const { person } = props;
  const [displayName, setDisplayName] = useState(person.displayName);
  const [role, setRole] = useState(person.role);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const name = displayName.trim();

  async function send(change: PersonChange): Promise<void> {
    if (await act(async () => void (await client.changePerson(person.actorId, change)))) props.onDone();
  }
  async function save(): Promise<void> {
    setTried(true);
    if (name === '' || (password !== '' && password.length < MIN_PASSWORD_LENGTH)) return;
    await send({
      ...(name === person.displayName ? {} : { displayName: name }),
      ...(role === person.role ? {} : { role }),
      ...(password === '' ? {} : { password }),
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('changeTitle', { name: person.displayName })}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('cancel')}</Button>
          <Button look="main" busy={busy} onClick={() => void save()}>
            {t.el('saveChange')}
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
      <RoleChoice value={role} onChange={setRole} tabletOnly={person.loginName === null} />
      {person.loginName !== null && (
        <details class="desk-details">
          <summary>{t.el('newPassword')}</summary>
          <p class="desk-quiet">{t.el('newPasswordHint')}</p>
          <NewPassword value={password} onChange={setPassword} tried={tried && password !== ''} />
        </details>
      )}
      <div class="desk-sheet">
        {person.active && <p class="desk-quiet">{t.el('deactivateWhat')}</p>}
        <Button
          look={person.active ? 'careful' : 'second'}
          busy={busy}
          onClick={() => void send({ active: !person.active })}
        >
          {t.el(person.active ? 'deactivate' : 'activate')}
        </Button>
      </div>
    </Dialog>
  );
}
