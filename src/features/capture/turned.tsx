import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import './turned.css';

/**
 * Whether this screen is turned to the person: larger, and without what only the worker needs. Over with the screen, and
 * where it may not be turned.
 */
export function useTurned(may: boolean): readonly [boolean, (turned: boolean) => void] {
  const [wanted, setTurned] = useState(false);
  const turned = may && wanted;
  useEffect(() => {
    if (!may) setTurned(false);
  }, [may]);
  useEffect(() => {
    if (!turned) return undefined;
    document.documentElement.dataset['turned'] = 'yes';
    return () => {
      delete document.documentElement.dataset['turned'];
    };
  }, [turned]);
  return [turned, setTurned];
}

/** Turns the screen to the person, and back to the worker. Where room is short, its sign stands for its words. */
export function TurnButton(props: { turned: boolean; onTurn: (turned: boolean) => void }): VNode {
  const t = useText('capture');
  return (
    <Button icon="person" onClick={() => props.onTurn(!props.turned)}>
      <span class="turn-words">{t.el(props.turned ? 'turnBack' : 'turn')}</span>
    </Button>
  );
}
