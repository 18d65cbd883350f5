import type { ComponentChildren, VNode } from 'preact';
import './code-show.css';

/**
 * A receipt or enrolment code to be read out, copied by hand or printed: in groups, Latin letters, left to right
 * whatever the language round it. A screen reader spells it.
 */
export function CodeShow(props: {
  code: string;
  label: ComponentChildren;
  children?: ComponentChildren;
  /** Signs in a group: four unless told. */
  every?: 3 | 4 | undefined;
}): VNode {
  const signs = props.code.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
  const groups = signs.match(props.every === 3 ? /.{1,3}/g : /.{1,4}/g) ?? [];
  return (
    <div class="code-show">
      <p class="code-show__label">{props.label}</p>
      <p class="code-show__code" dir="ltr" lang="en" translate={false}>
        <span class="visually-hidden">{[...signs].join(' ')}</span>
        <span aria-hidden="true">
          {groups.map((group, at) => (
            <span class="code-show__group" key={at}>
              {group}
            </span>
          ))}
        </span>
      </p>
      {props.children}
    </div>
  );
}
