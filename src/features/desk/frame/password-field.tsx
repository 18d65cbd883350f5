import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';

/** A password that may be pasted and looked at: nobody has to type a long phrase blind. */
export function PasswordField(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  problem?: ComponentChildren;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
}) {
  const t = useText('desk-frame');
  const [shown, setShown] = useState(false);
  return (
    <div class="desk-password">
      <TextField
        label={props.label}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        {...(props.problem === undefined ? {} : { problem: props.problem })}
        type={shown ? 'text' : 'password'}
        autoComplete={props.autoComplete}
        maxLength={200}
        required
        value={props.value}
        onChange={props.onChange}
      />
      <button type="button" class="desk-password__show" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t.el(shown ? 'signIn.hide' : 'signIn.show')}
      </button>
    </div>
  );
}
