import type { VNode } from 'preact';
import './name-mark.css';

/** Our mark and name: what was said, and out of it the tick of what was done. `name` is the product's name. */
export function NameMark(props: { name: string; size?: 'normal' | 'large' | undefined }): VNode {
  return (
    <span class={`name-mark name-mark--${props.size ?? 'normal'}`}>
      <Logo />
      <span class="name-mark__name">{props.name}</span>
    </span>
  );
}

/** The mark alone; the name stands beside it or in the label of what holds it. */
function Logo(): VNode {
  return (
    <svg class="logo" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path
        class="logo__said"
        d="M12 5h32a9 9 0 0 1 9 9v17a9 9 0 0 1-9 9H26L13 52V40h-1a9 9 0 0 1-9-9V14a9 9 0 0 1 9-9Z"
      />
      <path class="logo__gap" d="m23 33 13 15 23-34" />
      <path class="logo__done" d="m23 33 13 15 23-34" />
    </svg>
  );
}
