import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../button/button.tsx';
import { Row } from '../screen/screen.tsx';
import './personal-hint.css';

/**
 * A quiet line under what somebody writes: this piece may say who a person is. The writer takes it out or keeps it;
 * nothing is ever changed without being asked. Without a piece only the place for it is there, so that it is spoken, and
 * so that the focus stays there when what was pressed goes.
 */
export function PersonalHint(props: {
  /** "Is this a person's name?" */
  asks: ComponentChildren;
  /** The words it is about, or null. */
  piece: string | null;
  takeOut: ComponentChildren;
  keep: ComponentChildren;
  onTakeOut: () => void;
  onKeep: () => void;
}): VNode {
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    if (props.piece === null && pressed.current && lost()) place.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [props.piece]);
  const press = (act: () => void) => (): void => {
    pressed.current = place.current?.contains(document.activeElement) === true;
    act();
  };
  return (
    <div aria-live="polite" ref={place} tabIndex={-1}>
      {props.piece !== null && (
        <div class="personal-hint">
          <p>
            {props.asks} <bdi class="personal-hint__words">{props.piece}</bdi>
          </p>
          <Row>
            <Button onClick={press(props.onTakeOut)}>{props.takeOut}</Button>
            <Button look="quiet" onClick={press(props.onKeep)}>
              {props.keep}
            </Button>
          </Row>
        </div>
      )}
    </div>
  );
}

function lost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
