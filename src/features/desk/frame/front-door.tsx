import type { ComponentChildren } from 'preact';
import { useText } from '../../../i18n/use-text.tsx';
import { NameMark } from '../../../ui/name-mark/name-mark.tsx';
import type { DeskStatus } from '../../../domain/desk.ts';
import type { Connection } from '../connection.ts';
import { ExampleBanner } from './example-banner.tsx';
import { SignInForm } from './sign-in.tsx';

/** The calm page for everything before somebody is signed in. */
export function FrontDoor(props: {
  title: ComponentChildren;
  status: DeskStatus | null;
  children: ComponentChildren;
  wide?: boolean;
}) {
  const t = useText('common');
  return (
    <div class="desk-door" data-audience="staff">
      {props.status?.example === true && <ExampleBanner />}
      <main class={`desk-door__sheet${props.wide === true ? ' desk-door__sheet--wide' : ''}`} id="main" tabIndex={-1}>
        <NameMark name={t('appName')} size="large" />
        <h1 class="desk-door__title">{props.title}</h1>
        {props.children}
      </main>
    </div>
  );
}

export function SignInPage({ connection, status }: { connection: Connection; status: DeskStatus }) {
  const t = useText('desk-frame');
  return (
    <FrontDoor title={t.el('signIn.title')} status={status}>
      {status.organisation !== null && <p class="desk-quiet">{status.organisation}</p>}
      <SignInForm connection={connection} />
    </FrontDoor>
  );
}

export function NotSetUpPage({ status }: { status: DeskStatus }) {
  const t = useText('desk-frame');
  return (
    <FrontDoor title={t.el('notSetUp.title')} status={status}>
      <p>{t.el('notSetUp.what')}</p>
    </FrontDoor>
  );
}
