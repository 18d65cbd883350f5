import type { ComponentChildren, VNode } from 'preact';
import { useKeepClear } from '../screen/keep-clear.ts';
import './bottom-bar.css';

/**
 * The bar of actions that stays in reach of a thumb. The way on comes last and stands at the end of the reading line;
 * `note` is a line above the buttons ("Saved on this tablet").
 */
export function BottomBar(props: { children: ComponentChildren; note?: ComponentChildren }): VNode {
  const bar = useKeepClear('bottom');
  return (
    <footer class="bottom-bar" ref={bar}>
      {props.note !== undefined && <div class="bottom-bar__note">{props.note}</div>}
      <div class="bottom-bar__actions">{props.children}</div>
    </footer>
  );
}
