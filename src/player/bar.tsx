import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { SetPicture } from '../ui/pictures/set-picture.tsx';
import type { PictureName } from '../ui/pictures/set.ts';
import { useStand } from './stand.ts';
import { Said } from './said.tsx';
import { ownWords } from './words.ts';
import './bar.css';

/** What the bar can do on a screen. What is left out leaves its place empty: no button ever changes its place. */
export interface BarActions {
  readonly notSure?: () => void;
  readonly skip?: () => void;
  readonly stop?: () => void;
  readonly back?: () => void;
  readonly listen?: () => void;
  readonly next?: () => void;
}

const BUTTONS = [
  ['notSure', 'not-sure'],
  ['skip', 'skip'],
  ['stop', 'stop'],
  ['back', 'back'],
  ['listen', 'listen'],
  ['next', 'next'],
] as const satisfies readonly (readonly [keyof BarActions, PictureName])[];

/**
 * The six ways that are always there: in the same place, as large as the answers and no paler. `marked`: which of them
 * is what was said here already.
 */
export function Bar(props: {
  actions: BarActions;
  marked?: 'notSure' | 'skip' | null;
  /** Something is being said: "Listen" stops it. */
  saying: boolean;
  /** Name of the screen: what is pointed at is pointed at on one screen. */
  screen: string;
  /** There is nothing to hear here yet. */
  silent: boolean;
  busy: boolean;
}): VNode {
  const stand = useStand();
  const [pointed, point] = useState<string | null>(null);
  const touch = (name: keyof BarActions, act: () => void): void => {
    const here = `${props.screen} ${name}`;
    const saysFirst = stand.touch === 'say-first' && (name === 'notSure' || name === 'skip');
    if (saysFirst && pointed !== here) {
      point(here);
      stand.say(ownWords(stand, `bar.${name}`));
      return;
    }
    point(null);
    act();
  };
  return (
    <footer class="player-bar" aria-busy={props.busy || undefined}>
      {BUTTONS.map(([name, picture]) => {
        const act = props.actions[name];
        if (act === undefined) return <span key={name} class="player-bar__gap" />;
        const key = name === 'listen' && props.saying ? 'bar.quiet' : `bar.${name}`;
        const marked = props.marked === name;
        const off = name === 'listen' && props.silent;
        return (
          <button
            key={name}
            type="button"
            class={`player-bar__button player-bar__button--${name}${off ? ' player-bar__button--silent' : ''}${pointed === `${props.screen} ${name}` ? ' player-bar__button--pointed' : ''}`}
            aria-pressed={name === 'notSure' || name === 'skip' ? marked : undefined}
            onClick={() => touch(name, act)}
          >
            <span class="player-bar__picture">
              <SetPicture name={name === 'listen' && props.saying ? 'stop' : picture} alt="" />
            </span>
            <span class="player-bar__words">
              <Said text={ownWords(stand, key)} />
            </span>
          </button>
        );
      })}
    </footer>
  );
}
