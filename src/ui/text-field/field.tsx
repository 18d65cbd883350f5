import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import './text-field.css';

/** What every field shows round its box. */
export interface FieldWords {
  label: ComponentChildren;
  /** One line under the label. */
  hint?: ComponentChildren;
  /** What to do next, when what stands here cannot be used; read out with the field. */
  problem?: ComponentChildren;
}

/** The frame of a field: label, hint, the box, and what to do when it does not fit. */
export function Field(props: FieldWords & { id: string; children: ComponentChildren }): VNode {
  return (
    <div class={`field${props.problem === undefined ? '' : ' field--problem'}`}>
      <label class="field__label" for={props.id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children}
      {props.problem !== undefined && (
        <p class="field__problem" id={`${props.id}-problem`}>
          <Icon name="warning" size="small" />
          <span>{props.problem}</span>
        </p>
      )}
    </div>
  );
}

/** The `aria-describedby` of the box inside a `Field`. */
export function describedBy(id: string, words: FieldWords): string | undefined {
  const ids = [
    ...(words.hint === undefined ? [] : [`${id}-hint`]),
    ...(words.problem === undefined ? [] : [`${id}-problem`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}
