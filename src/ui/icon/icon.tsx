import type { VNode } from 'preact';
import { DIRECTIONAL, SHAPES, type IconName } from './shapes.ts';
import './icon.css';

/**
 * A picture sign beside words. It says nothing to a screen reader: the words beside it, or the label of the button it
 * is in, do.
 */
export function Icon(props: { name: IconName; size?: 'small' | 'normal' | 'large' | undefined }): VNode {
  const turns = DIRECTIONAL.has(props.name) ? ' icon--turns' : '';
  return (
    <svg
      class={`icon icon--${props.size ?? 'normal'}${turns}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[props.name]} />
    </svg>
  );
}
