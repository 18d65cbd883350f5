import { MAP_REFUSALS } from '../../../domain/desk-maps.ts';
import type { Problem } from '../../../domain/problems.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProblemNotice } from '../problem-notice.tsx';

/** Why a file or an area cannot become a map, in the words of this room. */
export function Refusal({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const t = useText('desk-maps');
  const reason = MAP_REFUSALS.find((one) => one === problem.details['reason']);
  if (problem.code !== 'asset-type' || reason === undefined)
    return <ProblemNotice problem={problem} onRetry={onRetry} />;
  return (
    <Notice tone="careful" speak="polite">
      {t.el(`refused.${reason}`)}
    </Notice>
  );
}
