import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import './status-chip.css';

/** `calm`: nothing to do. `working`: going on by itself. `waiting`: will go on later. `attention`: someone should look. */
export type Tone = 'calm' | 'working' | 'waiting' | 'attention';

const SIGN: Record<Tone, IconName> = { calm: 'check', working: 'refresh', waiting: 'clock', attention: 'warning' };

/** How a thing stands, always in words; the colour and the sign only help. */
export function StatusChip(props: { tone: Tone; children: ComponentChildren; icon?: IconName | undefined }): VNode {
  return (
    <span class={`status-chip status-chip--${props.tone}`}>
      <Icon name={props.icon ?? SIGN[props.tone]} size="small" />
      <span>{props.children}</span>
    </span>
  );
}
