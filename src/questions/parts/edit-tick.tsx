import type { ComponentChildren, VNode } from 'preact';
import './edit-choices.css';

/** A setting that is on or off. */
export function EditTick(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: boolean;
  onChange: (next: boolean) => void;
}): VNode {
  return (
    <label class="edit-tick">
      <input
        class="edit-tick__box"
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
      {props.hint !== undefined && <span class="edit-tick__hint">{props.hint}</span>}
    </label>
  );
}
