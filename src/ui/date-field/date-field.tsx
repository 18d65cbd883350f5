import type { Ref, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from '../text-field/field.tsx';
import './date-field.css';

export interface QuickDate {
  readonly label: string;
  /** YYYY-MM-DD */
  readonly value: string;
}

/**
 * A calendar day as YYYY-MM-DD, or empty. The device's own date picker, with `quick` days ("Tomorrow") to touch before
 * it: most promises are about a few days.
 */
export function DateField(
  props: FieldWords & {
    value: string;
    onChange: (value: string) => void;
    min?: string | undefined;
    max?: string | undefined;
    quick?: readonly QuickDate[] | undefined;
    inputRef?: Ref<HTMLInputElement> | undefined;
  },
): VNode {
  const id = useId();
  return (
    <Field id={id} label={props.label} hint={props.hint} problem={props.problem}>
      {props.quick !== undefined && (
        <div class="date-field__quick">
          {props.quick.map((day) => (
            <button
              class="date-field__day"
              type="button"
              key={day.value}
              aria-pressed={props.value === day.value}
              onClick={() => props.onChange(day.value)}
            >
              {day.label}
            </button>
          ))}
        </div>
      )}
      <input
        class="field__box date-field__box"
        id={id}
        ref={props.inputRef ?? null}
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
        aria-invalid={props.problem === undefined ? undefined : true}
        aria-describedby={describedBy(id, props)}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
