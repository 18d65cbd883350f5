import type { Ref, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from '../text-field/field.tsx';
import './passcode-field.css';

/**
 * A passcode in one box, so that a password manager, a paste or a screen reader can fill it. It is hidden; `show` and
 * `hide` are the words of the button that turns that round.
 */
export function PasscodeField(
  props: FieldWords & {
    value: string;
    onChange: (value: string) => void;
    show: string;
    hide: string;
    /** `new-password` when choosing one. */
    autoComplete?: 'current-password' | 'new-password' | undefined;
    keyboard?: 'numeric' | 'text' | undefined;
    maxLength?: number | undefined;
    inputRef?: Ref<HTMLInputElement> | undefined;
  },
): VNode {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} label={props.label} hint={props.hint} problem={props.problem}>
      <div class="passcode-field">
        <input
          class="field__box passcode-field__box"
          id={id}
          ref={props.inputRef ?? null}
          type={(shown ? 'text' : 'password') as 'password'}
          dir="ltr"
          inputMode={props.keyboard ?? 'text'}
          autoComplete={props.autoComplete ?? 'current-password'}
          autoCapitalize="none"
          spellcheck={false}
          maxLength={props.maxLength}
          value={props.value}
          aria-invalid={props.problem === undefined ? undefined : true}
          aria-describedby={describedBy(id, props)}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
        <button class="passcode-field__show" type="button" aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? props.hide : props.show}
        </button>
      </div>
    </Field>
  );
}
