import { useLayoutEffect, useRef } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import type { Connection } from '../connection.ts';
import { SignInForm } from './sign-in.tsx';

/** The session ended: asks to sign in over the screen, which waits untouched behind. It cannot be passed by. */
export function SignedOutDialog({ connection }: { connection: Connection }) {
  const t = useText('desk-frame');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="desk-signed-out"
      aria-labelledby="desk-signed-out-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="desk-signed-out-title">{t.el('signIn.endedTitle')}</h2>
      <p>{t.el('signIn.ended')}</p>
      <SignInForm connection={connection} />
    </dialog>
  );
}
