import type { ComponentChildren, VNode } from 'preact';
import './hidden.css';

/**
 * Says a change aloud without moving the focus. Keep it on the screen from the start and change its words: a region
 * that appears with its words is often not spoken. `urgent` interrupts; use it only for what cannot wait.
 */
export function LiveRegion(props: {
  children: ComponentChildren;
  urgent?: boolean | undefined;
  visible?: boolean | undefined;
}): VNode {
  return (
    <div class={props.visible ? 'live-region' : 'visually-hidden'} role={props.urgent ? 'alert' : 'status'}>
      {props.children}
    </div>
  );
}
