import type { Ref, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './field.tsx';

export interface TextFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'search' | 'tel' | 'email' | 'url' | 'password' | undefined;
  /** Which keyboard a tablet shows. */
  keyboard?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | 'search' | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  /** Codes: capital letters in a monospace face, always left to right. */
  code?: boolean | undefined;
  /** BCP 47 tag of what is being written, where it is not the screen's language. */
  lang?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of words. Direction follows what is written. */
export function TextField(props: TextFieldProps): VNode {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint} problem={props.problem}>
      <input
        class={`field__box${props.code ? ' field__box--code' : ''}`}
        id={id}
        ref={props.inputRef ?? null}
        type={(props.type ?? 'text') as 'text'}
        inputMode={props.keyboard}
        value={props.value}
        dir={props.code ? 'ltr' : 'auto'}
        lang={props.lang}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize={props.code ? 'characters' : undefined}
        spellcheck={props.code ? false : undefined}
        maxLength={props.maxLength}
        aria-required={props.required}
        aria-invalid={props.problem === undefined ? undefined : true}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
