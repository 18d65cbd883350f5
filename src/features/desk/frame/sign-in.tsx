import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { Connection } from '../connection.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { PasswordField } from './password-field.tsx';

/** Name and password. A wrong pair clears neither field: most often one sign is wrong. */
export function SignInForm({ connection }: { connection: Connection }) {
  const t = useText('desk-frame');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, act } = useAct();
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => connection.signIn(loginName.trim(), password));
      }}
    >
      {problem !== null &&
        (problem.code === 'wrong-sign-in' ? (
          <Notice tone="careful" speak="now">
            {t.el('signIn.wrong')}
          </Notice>
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      <TextField
        label={t.el('signIn.loginName')}
        autoComplete="username"
        value={loginName}
        onChange={setLoginName}
        required
      />
      <PasswordField
        label={t.el('signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" look="main" busy={busy}>
        {t.el('signIn.submit')}
      </Button>
    </form>
  );
}
