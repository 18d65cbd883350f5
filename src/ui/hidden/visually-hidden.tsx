import type { ComponentChildren, VNode } from 'preact';
import './hidden.css';

/** Words for a screen reader only. */
export function VisuallyHidden(props: { children: ComponentChildren; id?: string | undefined }): VNode {
  return (
    <span class="visually-hidden" id={props.id}>
      {props.children}
    </span>
  );
}
