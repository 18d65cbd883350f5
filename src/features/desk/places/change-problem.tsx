import type { Problem } from '../../../domain/problems.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ProblemNotice } from '../problem-notice.tsx';

/** Something went wrong with a change: what, and the way to look again where somebody else was quicker. */
export function ChangeProblem({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  const t = useText('desk-places');
  if (problem.code !== 'conflict') return <ProblemNotice problem={problem} />;
  return (
    <div class="desk-caution" role="alert">
      <p>{t.el('conflict', { name: String(problem.details['by'] ?? '') })}</p>
      <Button onClick={onAgain}>{t.el('lookAgain')}</Button>
    </div>
  );
}
