import type { Problem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { isSilence } from './connection.ts';

/** What happened and what to do next, from the one catalogue of problems, in words that fit a desk. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const t = useText('desk-frame');
  return (
    <Notice
      tone="careful"
      speak="polite"
      actions={
        onRetry === undefined ? undefined : (
          <Button icon="refresh" onClick={onRetry}>
            {t.el('common:tryAgain')}
          </Button>
        )
      }
    >
      {isSilence(problem) ? t.el('silence') : t.el(`problems:${problem.code}`, { ...problem.details })}
    </Notice>
  );
}
