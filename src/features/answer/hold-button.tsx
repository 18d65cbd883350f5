import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/icon/icon.tsx';
import './answer.css';

/** As long as a hand does not rest on it by chance. */
export const HOLD_MS = 3000;

/**
 * Pressed and held for three seconds, by a finger, a mouse, or the space or enter key. Letting go earlier does nothing.
 * `small`: a sign alone, for a corner; its name is still spoken.
 */
export function HoldButton(props: {
  label: VNode;
  onHeld: () => void;
  small?: boolean;
  wide?: boolean;
  name?: string;
}): VNode {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(props.onHeld);
  latest.current = props.onHeld;
  const letGo = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  };
  const press = (): void => {
    if (timer.current !== null) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      letGo();
      latest.current();
    }, HOLD_MS);
  };
  useEffect(() => letGo, []);
  const isKey = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' ';
  return (
    <button
      class={`hold-button${props.small === true ? ' hold-button--small' : ''}${props.wide === true ? ' hold-button--wide' : ''}${holding ? ' hold-button--held' : ''}`}
      type="button"
      // Nothing for a switch: it is held, and by the worker.
      data-scan="none"
      aria-label={props.name}
      onPointerDown={press}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onBlur={letGo}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        press();
      }}
      onKeyUp={(event) => {
        if (isKey(event)) letGo();
      }}
    >
      <Icon name="lock" />
      {props.small !== true && <span>{props.label}</span>}
    </button>
  );
}
