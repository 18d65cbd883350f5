import type { ComponentChildren, VNode } from 'preact';
import './progress-words.css';

/** Where one is, in words ("Step 2 of 5"), with a row of marks that shows the same. */
export function ProgressWords(props: { children: ComponentChildren; step: number; steps: number }): VNode {
  return (
    <div class="progress-words">
      <p class="progress-words__words">{props.children}</p>
      <div class="progress-words__marks" aria-hidden="true">
        {Array.from({ length: props.steps }, (_, at) => (
          <span key={at} class={`progress-words__mark${at < props.step ? ' progress-words__mark--done' : ''}`} />
        ))}
      </div>
    </div>
  );
}
