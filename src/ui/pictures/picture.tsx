import type { VNode } from 'preact';
import type { Art } from './strokes.ts';
import './picture.css';

/**
 * One of our own drawings: plain outline, flat colour, adult. Fills its place; the caller's box gives its size (96 px
 * or more). `alt` says what it shows; leave it empty where the words beside the picture say the same.
 */
export function Picture(props: {
  art: Art;
  alt: string;
  /** Turn it round where lines run from right to left. */
  mirrors?: boolean;
  /** The grid it is drawn on, when not 96 by 96. */
  size?: readonly [width: number, height: number];
}): VNode {
  const named = props.alt !== '';
  const [width, height] = props.size ?? [96, 96];
  return (
    <svg
      class={props.mirrors === true ? 'picture picture--mirrors' : 'picture'}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
      role={named ? 'img' : undefined}
      aria-label={named ? props.alt : undefined}
      aria-hidden={named ? undefined : true}
    >
      {props.art.map(([paint, d], at) => (
        <path key={at} class={`picture__${paint}`} d={d} />
      ))}
    </svg>
  );
}
