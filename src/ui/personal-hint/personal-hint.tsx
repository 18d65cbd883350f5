import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../button/button.tsx';
import { Row } from '../screen/screen.tsx';
import './personal-hint.css';

/**
 * A quiet line under what somebody writes: this piece may say who a person is. The writer takes it out or keeps it;
 * nothing is ever changed without being asked. Without a piece only the place for it is there, so that it is spoken.
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
  return (
    <div aria-live="polite">
      {props.piece !== null && (
        <div class="personal-hint">
          <p>
            {props.asks} <bdi class="personal-hint__words">{props.piece}</bdi>
          </p>
          <Row>
            <Button onClick={props.onTakeOut}>{props.takeOut}</Button>
            <Button look="quiet" onClick={props.onKeep}>
              {props.keep}
            </Button>
          </Row>
        </div>
      )}
    </div>
  );
}
