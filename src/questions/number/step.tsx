import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon/icon.tsx';

/** Held for so long it begins to repeat, and then goes faster. */
const HOLD_MS = 500;
const SLOW_MS = 220;
const FAST_MS = 70;
const FASTER_AFTER = 8;

/** One large button that goes a step on release, and goes on stepping while it is held. */
export function Step(props: {
  sign: 'plus' | 'minus';
  /** Written beside the sign where it is not one. */
  by: number | null;
  name: string;
  off: boolean;
  onStep: () => void;
}): VNode {
  const step = useRef(props.onStep);
  step.current = props.off ? () => undefined : props.onStep;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const held = useRef(false);
  const letGo = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => letGo, []);
  const hold = (): void => {
    letGo();
    held.current = false;
    let times = 0;
    const again = (): void => {
      held.current = true;
      times += 1;
      step.current();
      timer.current = setTimeout(again, times > FASTER_AFTER ? FAST_MS : SLOW_MS);
    };
    timer.current = setTimeout(again, HOLD_MS);
  };
  return (
    <button
      class="number-answer__step"
      type="button"
      aria-label={props.name}
      aria-disabled={props.off || undefined}
      onPointerDown={(event) => {
        if (event.isPrimary && event.button === 0) hold();
      }}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // The release that ends a hold is no further step.
        if (!held.current) step.current();
        held.current = false;
      }}
    >
      <Icon name={props.sign} size="large" />
      {props.by !== null && <span class="number-answer__by">{props.by}</span>}
    </button>
  );
}
