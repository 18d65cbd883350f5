import type { Ref, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import './button.css';

/** A button with a sign and no visible words; `label` is its name. For well-known things in a bar only. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick?: (() => void) | undefined;
  href?: string | undefined;
  /** For a button that is on or off. */
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLElement> | undefined;
}): VNode {
  if (props.href !== undefined) {
    return (
      <a
        class="icon-button"
        href={props.href}
        aria-label={props.label}
        title={props.label}
        ref={props.ref as Ref<HTMLAnchorElement>}
        onClick={props.onClick}
      >
        <Icon name={props.icon} />
      </a>
    );
  }
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-disabled={props.disabled || undefined}
      ref={props.ref as Ref<HTMLButtonElement>}
      onClick={() => {
        if (props.disabled !== true) props.onClick?.();
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}
