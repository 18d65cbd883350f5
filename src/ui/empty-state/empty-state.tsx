import type { ComponentChildren, VNode } from 'preact';
import './empty-state.css';

/** Nothing here yet: says so kindly, and what would fill it. `action` is the button that does. */
export function EmptyState(props: {
  title: ComponentChildren;
  children?: ComponentChildren;
  picture?: ComponentChildren;
  action?: ComponentChildren;
}): VNode {
  return (
    <div class="empty-state">
      {props.picture !== undefined && <div class="empty-state__picture">{props.picture}</div>}
      <p class="empty-state__title">{props.title}</p>
      {props.children !== undefined && <div class="empty-state__words">{props.children}</div>}
      {props.action}
    </div>
  );
}
