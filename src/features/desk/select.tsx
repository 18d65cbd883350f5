import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One of many, from a list that folds out. */
export function Select<Value extends string>(props: {
  label: ComponentChildren;
  /** The label is for screen readers only: what stands beside it says the same. */
  labelHidden?: boolean;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div class="desk-choice">
      <label class={props.labelHidden ? 'visually-hidden' : 'desk-label'} for={id}>
        {props.label}
      </label>
      <select
        class="desk-select"
        id={id}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value as Value)}
      >
        {props.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
