import type { VNode } from 'preact';
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
  /** There is nothing to hear here yet. */
  silent: boolean;
  busy: boolean;
}): VNode {
  const stand = useStand();
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
            class={`player-bar__button player-bar__button--${name}${off ? ' player-bar__button--silent' : ''}`}
            aria-pressed={name === 'notSure' || name === 'skip' ? marked : undefined}
            onClick={act}
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
