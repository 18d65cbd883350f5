import type { ComponentChildren, VNode } from 'preact';
import './fold.css';

/** A question that is folded away because it would push the rest out of sight; what was chosen stands on the fold. */
export function Fold(props: {
  title: ComponentChildren;
  /** Each in words. Nothing chosen shows nothing. */
  chosen?: readonly ComponentChildren[] | undefined;
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  children: ComponentChildren;
}): VNode {
  const chosen = props.chosen ?? [];
  return (
    <details class="fold" open={props.open} onToggle={(event) => props.onToggle?.(event.currentTarget.open)}>
      <summary>
        <span>
          {props.title}
          {chosen.length > 0 && (
            <span class="fold__chosen">
              {chosen.map((words, at) => (
                <span key={at}>{words}</span>
              ))}
            </span>
          )}
        </span>
      </summary>
      {props.children}
    </details>
  );
}
