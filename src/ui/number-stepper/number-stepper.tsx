import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icon/icon.tsx';
import { describedBy, Field, type FieldWords } from '../text-field/field.tsx';
import './number-stepper.css';

/** A small whole number by touching: heads at a stall, people who said no. The number can be typed as well. */
export function NumberStepper(
  props: FieldWords & {
    value: number;
    onChange: (value: number) => void;
    min?: number | undefined;
    max?: number | undefined;
    /** Names of the two buttons: "One fewer", "One more". */
    fewer: string;
    more: string;
  },
): VNode {
  const id = useId();
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = props;
  const set = (value: number): void => {
    const whole = Math.min(max, Math.max(min, Math.trunc(value)));
    if (Number.isFinite(whole) && whole !== props.value) props.onChange(whole);
  };
  return (
    <Field id={id} label={props.label} hint={props.hint} problem={props.problem}>
      <div class="number-stepper" dir="ltr">
        <button
          class="number-stepper__step"
          type="button"
          aria-label={props.fewer}
          aria-disabled={props.value <= min || undefined}
          onClick={() => set(props.value - 1)}
        >
          <Icon name="minus" />
        </button>
        <input
          class="field__box number-stepper__box"
          id={id}
          type="text"
          inputMode="numeric"
          value={String(props.value)}
          aria-describedby={describedBy(id, props)}
          onChange={(event) => {
            set(Number(event.currentTarget.value.replaceAll(/\D/g, '')));
            event.currentTarget.value = String(props.value);
          }}
        />
        <button
          class="number-stepper__step"
          type="button"
          aria-label={props.more}
          aria-disabled={props.value >= max || undefined}
          onClick={() => set(props.value + 1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    </Field>
  );
}
