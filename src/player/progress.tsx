import type { VNode } from 'preact';
import { Said } from './said.tsx';
import { useStand } from './stand.ts';
import { ownWords } from './words.ts';
import './progress.css';

/** More dots than this say nothing at a glance. */
const MOST_DOTS = 12;

/** How far one is, in words and in dots that run with the reading. */
export function Progress({ at, of }: { at: number; of: number }): VNode | null {
  const stand = useStand();
  if (of < 2 || at < 1) return null;
  return (
    <div class="player-progress">
      <p class="player-progress__words">
        <Said text={ownWords(stand, 'progress', { at, of })} />
      </p>
      {of <= MOST_DOTS && (
        <div class="player-progress__dots" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <span
              key={index}
              class={`player-progress__dot${index < at - 1 ? ' player-progress__dot--past' : ''}${index === at - 1 ? ' player-progress__dot--here' : ''}`}
            />
          ))}
        </div>
      )}
    </div>
  );
}
