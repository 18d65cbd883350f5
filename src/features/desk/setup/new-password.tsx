import { MIN_PASSWORD_LENGTH } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { PasswordField } from '../frame/password-field.tsx';

/** A new password with its one plain rule: length. Says how many signs are missing, never which kind. */
export function NewPassword(props: { value: string; onChange: (value: string) => void; tried: boolean }) {
  const t = useText('desk-setup');
  const missing = MIN_PASSWORD_LENGTH - props.value.length;
  return (
    <PasswordField
      label={t.el('account.password')}
      hint={
        missing <= 0
          ? t.el('account.passwordLong')
          : props.value === ''
            ? t.el('account.passwordHint', { count: MIN_PASSWORD_LENGTH })
            : t.el('account.passwordShort', { count: missing })
      }
      problem={props.tried && missing > 0 ? t.el('account.passwordShort', { count: missing }) : undefined}
      autoComplete="new-password"
      value={props.value}
      onChange={props.onChange}
    />
  );
}
