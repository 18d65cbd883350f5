import type { VNode } from 'preact';
import { useStand } from '../stand.ts';
import { ConsentQuestions } from './consent-questions.tsx';

/** May we talk, and may we write it down: asked before the first question. A no ends it kindly. */
export function ConsentScreen(): VNode | null {
  const { walk } = useStand();
  return (
    <ConsentQuestions
      layers={['talk', 'use']}
      mayLeaveOut={false}
      onAnswered={(_layer, answer) => {
        if (answer === 'yes') return 'go-on';
        walk.open('no-consent');
        return 'stay';
      }}
      onDone={() => walk.forward()}
    />
  );
}
