import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import './list.css';

/** Rows one under the other on one sheet. `label` names the list where no heading does. */
export function List(props: { children: ComponentChildren; label?: string | undefined }): VNode {
  return (
    <ul class="list" aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One row: with `href` or `onClick` the whole row is the target. `end` holds a chip or a number. */
export function ListRow(props: {
  title: ComponentChildren;
  detail?: ComponentChildren;
  icon?: IconName | undefined;
  end?: ComponentChildren;
  href?: string | undefined;
  onClick?: (() => void) | undefined;
  /** The row that is open beside the list. */
  current?: boolean | undefined;
}): VNode {
  const inside = (
    <>
      {props.icon !== undefined && (
        <span class="list-row__icon">
          <Icon name={props.icon} />
        </span>
      )}
      <span class="list-row__words">
        <span class="list-row__title">{props.title}</span>
        {props.detail !== undefined && <span class="list-row__detail">{props.detail}</span>}
      </span>
      {props.end !== undefined && <span class="list-row__end">{props.end}</span>}
      {(props.href !== undefined || props.onClick !== undefined) && <Icon name="open" size="small" />}
    </>
  );
  const current = props.current ? 'true' : undefined;
  return (
    <li class="list__item">
      {props.href !== undefined ? (
        <a class="list-row list-row--opens" href={props.href} onClick={props.onClick} aria-current={current}>
          {inside}
        </a>
      ) : props.onClick !== undefined ? (
        <button class="list-row list-row--opens" type="button" onClick={props.onClick} aria-current={current}>
          {inside}
        </button>
      ) : (
        <div class="list-row">{inside}</div>
      )}
    </li>
  );
}
