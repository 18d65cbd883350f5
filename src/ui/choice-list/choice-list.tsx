import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icon/icon.tsx';
import type { FieldWords } from '../text-field/field.tsx';
import '../text-field/text-field.css';
import './choice-list.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** A picture from `ui/pictures`: it makes the tile taller. */
  readonly picture?: ComponentChildren;
}

interface Shared<Value extends string> extends FieldWords {
  choices: readonly Choice<Value>[];
  /** `tiles`: as many beside each other as fit, for pictures and short words. `rows`: one under the other. */
  layout?: 'rows' | 'tiles' | undefined;
  /** The label is the question of the screen: large. */
  question?: boolean | undefined;
}

export type ChoiceListProps<Value extends string> = Shared<Value> &
  (
    | { many?: false | undefined; value: Value | null; onChange: (value: Value) => void }
    | {
        many: true;
        value: readonly Value[];
        onChange: (value: Value[]) => void;
        /** At most this many; further ones cannot be chosen until one is let go. */
        atMost?: number | undefined;
      }
  );

/** A list longer than this stands in columns where there is room. */
const LONG = 7;

/**
 * Choose one (native radio buttons) or many (native checkboxes) of a fixed list. The whole tile is the target; what is
 * chosen shows by a tick, an edge and a colour. Arrow keys, space and a screen reader work as in any form.
 */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>): VNode {
  const id = useId();
  const layout = props.layout ?? 'rows';
  const long = layout === 'rows' && props.choices.length > LONG;
  const chosen = (value: Value): boolean => (props.many === true ? props.value.includes(value) : props.value === value);
  const full = props.many === true && props.atMost !== undefined && props.value.length >= props.atMost;
  const choose = (value: Value): void => {
    if (props.many !== true) props.onChange(value);
    else if (chosen(value)) props.onChange(props.value.filter((other) => other !== value));
    else if (!full) props.onChange([...props.value, value]);
  };
  const describes = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(props.problem === undefined ? [] : [`${id}-problem`]),
  ].join(' ');
  return (
    <fieldset class="choice-list" aria-describedby={describes === '' ? undefined : describes}>
      <legend class={props.question ? 'choice-list__question' : 'field__legend'}>{props.label}</legend>
      {props.hint !== undefined && (
        <p class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.problem !== undefined && (
        <p class="field__problem" id={`${id}-problem`}>
          <Icon name="warning" size="small" />
          <span>{props.problem}</span>
        </p>
      )}
      <div class={`choice-list__choices choice-list__choices--${long ? 'long' : layout}`}>
        {props.choices.map((choice) => {
          const on = chosen(choice.value);
          return (
            <label class={`choice${choice.picture === undefined ? '' : ' choice--picture'}`} key={choice.value}>
              <input
                class="choice__input"
                type={props.many === true ? 'checkbox' : 'radio'}
                name={id}
                value={choice.value}
                checked={on}
                disabled={full && !on}
                onChange={() => choose(choice.value)}
              />
              {choice.picture !== undefined && <span class="choice__picture">{choice.picture}</span>}
              <span class="choice__words">
                <span class="choice__label">{choice.label}</span>
                {choice.detail !== undefined && <span class="choice__detail">{choice.detail}</span>}
              </span>
              <span class={`choice__mark choice__mark--${props.many === true ? 'many' : 'one'}`} aria-hidden="true">
                {on && <Icon name="check" size="small" />}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
