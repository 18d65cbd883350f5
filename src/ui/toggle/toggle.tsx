import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icon/icon.tsx';
import '../hidden/hidden.css';
import '../text-field/text-field.css';
import './toggle.css';

/**
 * A question answered with yes or no, and nothing chosen for anybody: `null` until one is pressed. Words and shapes,
 * the same size and the same weight.
 */
export function Toggle(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: boolean | null;
  onChange: (value: boolean) => void;
  yes: ComponentChildren;
  no: ComponentChildren;
  question?: boolean | undefined;
  /** The words stand as a heading above already: the label names the group for a screen reader only. */
  labelHidden?: boolean | undefined;
  /** Touched once and waiting for the second touch, where the first one only says what it is. */
  pointed?: boolean | null | undefined;
  /** Between the question and its answers: a button to listen. */
  beside?: ComponentChildren;
}): VNode {
  const id = useId();
  const legend = props.question ? 'toggle__question' : 'field__legend';
  const option = (value: boolean, words: ComponentChildren): VNode => (
    <label class={props.pointed === value ? 'toggle__option toggle__option--pointed' : 'toggle__option'}>
      <input
        class="toggle__input"
        type="radio"
        name={id}
        checked={props.value === value}
        onChange={() => props.onChange(value)}
      />
      <Icon name={value ? 'check' : 'cross'} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset class="toggle" aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}>
      <legend class={props.labelHidden ? 'visually-hidden' : legend}>{props.label}</legend>
      {props.hint !== undefined && (
        <p class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.beside !== undefined && <div class="toggle__beside">{props.beside}</div>}
      <div class="toggle__options">
        {option(true, props.yes)}
        {option(false, props.no)}
      </div>
    </fieldset>
  );
}
