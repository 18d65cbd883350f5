import type { ComponentChildren, VNode } from 'preact';
import { IconButton } from '../button/icon-button.tsx';
import { useKeepClear } from '../screen/keep-clear.ts';
import './top-bar.css';

/**
 * The bar on top: the way back, what this screen is (the page's one `h1`), and a few signs at the end. Without
 * `title` (home), `start` holds the name mark and the screen has its own heading.
 */
export function TopBar(props: {
  title?: ComponentChildren;
  back?: { label: string; onClick?: (() => void) | undefined; href?: string | undefined } | undefined;
  start?: ComponentChildren;
  end?: ComponentChildren;
}): VNode {
  const bar = useKeepClear('top');
  return (
    <header class="top-bar" ref={bar}>
      {props.back !== undefined && (
        <IconButton icon="back" label={props.back.label} onClick={props.back.onClick} href={props.back.href} />
      )}
      {props.start}
      {props.title !== undefined && <h1 class="top-bar__title">{props.title}</h1>}
      <div class="top-bar__end">{props.end}</div>
    </header>
  );
}
