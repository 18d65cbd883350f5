import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import './notice.css';

/** `good`: it worked. `plain`: to know. `waiting`: goes on later. `careful`: what to do next. */
export type NoticeTone = 'plain' | 'good' | 'waiting' | 'careful';

const SIGN: Record<NoticeTone, IconName> = {
  plain: 'information',
  good: 'check',
  waiting: 'clock',
  careful: 'warning',
};

/**
 * Says what happened and what to do next, where it happened. `speak` has it read out as it appears: `polite` waits
 * for a pause, `now` interrupts. `actions` are the buttons that do what it says.
 */
export function Notice(props: {
  children: ComponentChildren;
  tone?: NoticeTone | undefined;
  title?: ComponentChildren;
  icon?: IconName | undefined;
  actions?: ComponentChildren;
  speak?: 'polite' | 'now' | undefined;
}): VNode {
  const tone = props.tone ?? 'plain';
  return (
    <div
      class={`notice notice--${tone}`}
      role={props.speak === 'now' ? 'alert' : props.speak === 'polite' ? 'status' : undefined}
    >
      <Icon name={props.icon ?? SIGN[tone]} />
      <div class="notice__words">
        {props.title !== undefined && <p class="notice__title">{props.title}</p>}
        <div>{props.children}</div>
        {props.actions !== undefined && <div class="notice__actions">{props.actions}</div>}
      </div>
    </div>
  );
}
