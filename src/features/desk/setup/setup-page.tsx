import { useEffect, useRef, useState } from 'preact/hooks';
import { MIN_PASSWORD_LENGTH, type DeskStatus } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { Connection } from '../connection.ts';
import { useDesk } from '../desk-context.ts';
import { FrontDoor } from '../frame/front-door.tsx';
import { Confirmations } from '../organisation/confirmations.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { NewPassword } from './new-password.tsx';
import { isLoginName } from './login-name.ts';

/** The first run: the organisation's name, then the first account. What only people can confirm comes after. */
export function SetupPage(props: { connection: Connection; status: DeskStatus; token: string }) {
  const t = useText('desk-setup');
  const [step, setStep] = useState<1 | 2>(1);
  const [organisation, setOrganisation] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), [step]);

  const nameMissing = organisation.trim() === '';
  const accountReady = displayName.trim() !== '' && isLoginName(loginName) && password.length >= MIN_PASSWORD_LENGTH;

  async function finish(): Promise<void> {
    await props.connection.setUp({
      token: props.token,
      organisation: organisation.trim(),
      displayName: displayName.trim(),
      loginName: loginName.trim().toLowerCase(),
      password,
    });
    // The token has done its work: it need not stay in the address.
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }

  return (
    <FrontDoor title={t.el(step === 1 ? 'organisation.title' : 'account.title')} status={props.status}>
      <p class="desk-quiet">{t.el('step', { step })}</p>
      <form
        ref={form}
        class="desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (step === 1 && !nameMissing) {
            setTried(false);
            setStep(2);
          } else if (step === 2 && accountReady) void act(finish);
        }}
      >
        {problem !== null && <ProblemNotice problem={problem} />}
        {step === 1 ? (
          <>
            <p>{t.el('organisation.why')}</p>
            <TextField
              key="organisation"
              label={t.el('organisation.label')}
              value={organisation}
              onChange={setOrganisation}
              maxLength={120}
              autoComplete="organization"
              required
              {...(tried && nameMissing ? { problem: t.el('organisation.missing') } : {})}
            />
            <Button type="submit" look="main" icon="next" iconAt="end">
              {t.el('common:next')}
            </Button>
          </>
        ) : (
          <>
            <p>{t.el('account.why')}</p>
            <TextField
              key="displayName"
              label={t.el('account.displayName')}
              value={displayName}
              onChange={setDisplayName}
              maxLength={80}
              autoComplete="name"
              required
              {...(tried && displayName.trim() === '' ? { problem: t.el('account.displayNameMissing') } : {})}
            />
            <TextField
              key="loginName"
              label={t.el('account.loginName')}
              hint={t.el('account.loginNameHint')}
              value={loginName}
              onChange={setLoginName}
              maxLength={80}
              autoComplete="username"
              required
              {...(tried && !isLoginName(loginName) ? { problem: t.el('account.loginNameWrong') } : {})}
            />
            <NewPassword value={password} onChange={setPassword} tried={tried} />
            <div class="desk-form__end">
              <Button look="quiet" icon="back" onClick={() => setStep(1)}>
                {t.el('common:back')}
              </Button>
              <Button type="submit" look="main" busy={busy}>
                {t.el('finish')}
              </Button>
            </div>
          </>
        )}
      </form>
    </FrontDoor>
  );
}

/** The third step: a list that may be left for later and stays as a notice until it is done. */
export function ConfirmPage() {
  const t = useText('desk-setup');
  const { status } = useDesk();
  return (
    <FrontDoor title={t.el('confirm.title')} status={status} wide>
      <p class="desk-quiet">{t.el('step', { step: 3 })}</p>
      <p>{t.el('confirm.why')}</p>
      <Confirmations heading="h2" />
      <Button look="main" icon="next" iconAt="end" href="/desk">
        {t.el('confirm.toInbox')}
      </Button>
    </FrontDoor>
  );
}
