import type { VNode } from 'preact';
import './name-mark.css';

/** Our mark and name: what was said, and beside it the same shape become a tick. `name` is the product's name. */
export function NameMark(props: { name: string; size?: 'normal' | 'large' | undefined }): VNode {
  return (
    <span class={`name-mark name-mark--${props.size ?? 'normal'}`}>
      <Logo />
      <span class="name-mark__name">{props.name}</span>
    </span>
  );
}

/** The mark alone; the name stands beside it or in the label of what holds it. */
export function Logo(): VNode {
  return (
    <svg class="logo" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path
        class="logo__said"
        d="M10 8h26a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8H22L10 46V36a8 8 0 0 1-6-8V16a8 8 0 0 1 6-8Z"
      />
      <path class="logo__done" d="m25 43 12 12 23-29" />
    </svg>
  );
}
