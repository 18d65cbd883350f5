import type { ComponentChildren, VNode } from 'preact';
import './card.css';

/** A sheet of paper on the table: groups what belongs together. `quiet` is a sunk place; `accent` marks the one that matters now. */
export function Card(props: {
  children: ComponentChildren;
  look?: 'plain' | 'quiet' | 'accent' | 'careful' | undefined;
  /** Makes it a named region for a screen reader: the id of the heading inside. */
  labelledBy?: string | undefined;
}): VNode {
  const classes = `card card--${props.look ?? 'plain'}`;
  if (props.labelledBy === undefined) return <div class={classes}>{props.children}</div>;
  return (
    <section class={classes} aria-labelledby={props.labelledBy}>
      {props.children}
    </section>
  );
}
