import type { ComponentChildren, Ref, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import './button.css';

/** `main`: the one thing to do here. `second`: beside it. `quiet`: a way out. `careful`: takes something away. */
export type ButtonLook = 'main' | 'second' | 'quiet' | 'careful';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: (() => void) | undefined;
  look?: ButtonLook | undefined;
  icon?: IconName | undefined;
  /** Where the icon stands along the line of reading; "next" arrows stand at the end. */
  iconAt?: 'start' | 'end' | undefined;
  /** As wide as its place. */
  wide?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
  /** A link that looks like a button. */
  href?: string | undefined;
  /** Says "not now": still focusable and named, does nothing. */
  disabled?: boolean | undefined;
  /** Something is under way: does nothing until it is done. */
  busy?: boolean | undefined;
  describedBy?: string | undefined;
  id?: string | undefined;
  ref?: Ref<HTMLElement> | undefined;
}

/** A native button (or link), large enough for a thumb. Acts on release. */
export function Button(props: ButtonProps): VNode {
  const { look = 'second', icon, iconAt = 'start', disabled = false, busy = false } = props;
  const off = disabled || busy;
  const classes = `button button--${look}${props.wide ? ' button--wide' : ''}${busy ? ' button--busy' : ''}`;
  const inside = (
    <>
      {icon !== undefined && iconAt === 'start' && <Icon name={icon} />}
      <span class="button__words">{props.children}</span>
      {icon !== undefined && iconAt === 'end' && <Icon name={icon} />}
    </>
  );
  if (props.href !== undefined) {
    return (
      <a
        class={classes}
        href={props.href}
        id={props.id}
        ref={props.ref as Ref<HTMLAnchorElement>}
        onClick={props.onClick}
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      class={classes}
      type={props.type === 'submit' ? 'submit' : 'button'}
      id={props.id}
      ref={props.ref as Ref<HTMLButtonElement>}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (off) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {inside}
    </button>
  );
}
