import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import './picture-card.css';

/**
 * One big picture with its words: the first thing to touch on a screen. Without `onClick` and `href` it only shows.
 * `pressed` makes it an on/off button and shows its tick. The picture is beside the words or above them as the room allows.
 */
export function PictureCard(props: {
  picture: ComponentChildren;
  label: ComponentChildren;
  detail?: ComponentChildren;
  onClick?: (() => void) | undefined;
  href?: string | undefined;
  pressed?: boolean | undefined;
  /** `lead`: the main way on, in colour. */
  look?: 'plain' | 'lead' | undefined;
}): VNode {
  const classes = `picture-card picture-card--${props.look ?? 'plain'}`;
  const inside = (
    <>
      <span class="picture-card__picture">{props.picture}</span>
      <span class="picture-card__words">
        <span class="picture-card__label">{props.label}</span>
        {props.detail !== undefined && <span class="picture-card__detail">{props.detail}</span>}
      </span>
      {props.pressed === true && (
        <span class="picture-card__mark">
          <Icon name="check" size="small" />
        </span>
      )}
    </>
  );
  if (props.href !== undefined)
    return (
      <a class={classes} href={props.href} onClick={props.onClick}>
        {inside}
      </a>
    );
  if (props.onClick === undefined) return <div class={classes}>{inside}</div>;
  return (
    <button class={classes} type="button" aria-pressed={props.pressed} onClick={props.onClick}>
      {inside}
    </button>
  );
}

/** Picture cards beside each other, as many as fit. */
export function PictureGrid(props: { children: ComponentChildren; label?: string | undefined }): VNode {
  return (
    <div class="picture-grid" role={props.label === undefined ? undefined : 'group'} aria-label={props.label}>
      {props.children}
    </div>
  );
}
