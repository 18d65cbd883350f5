import type { Ref, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from '../text-field/field.tsx';
import './passcode-field.css';

/**
 * A passcode in one box, so that a paste or a screen reader can fill it. It is hidden; `show` and `hide` are the words of
 * the button that turns that round. The browser is not asked to remember it: on a shared tablet it would offer one
 * worker's passcode to the next person, and carry it to whoever's account the browser is signed in to.
 */
export function PasscodeField(
  props: FieldWords & {
    value: string;
    onChange: (value: string) => void;
    show: string;
    hide: string;
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
          autoComplete="one-time-code"
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
