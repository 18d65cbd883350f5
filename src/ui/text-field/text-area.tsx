import type { Ref, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './field.tsx';

/**
 * Many lines of words: what somebody said. Grows with them. `own` shows it as a person's own words. The browser is told
 * not to complete them: else it writes them, readable, into its own session files.
 */
export function TextArea(
  props: FieldWords & {
    value: string;
    onChange: (value: string) => void;
    /** Lines to begin with. */
    rows?: number | undefined;
    maxLength?: number | undefined;
    own?: boolean | undefined;
    lang?: string | undefined;
    /** Direction of `lang`; where it is not known, it follows what is written. */
    dir?: 'ltr' | 'rtl' | 'auto' | undefined;
    required?: boolean | undefined;
    inputRef?: Ref<HTMLTextAreaElement> | undefined;
  },
): VNode {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint} problem={props.problem}>
      <textarea
        class={`field__box field__box--area${props.own ? ' field__box--own' : ''}`}
        id={id}
        ref={props.inputRef ?? null}
        rows={props.rows ?? 4}
        value={props.value}
        autoComplete="off"
        dir={props.dir ?? 'auto'}
        lang={props.lang}
        maxLength={props.maxLength}
        aria-required={props.required}
        aria-invalid={props.problem === undefined ? undefined : true}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
