import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** A native choice of a few, for the page's own settings. */
export function Switch<Value extends string>(props: {
  label: ComponentChildren;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}): VNode {
  const id = useId();
  return (
    <div class="gallery__switch">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class="gallery__select"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
