import type { ComponentChildren, VNode } from 'preact';
import type { Problem } from '../domain/problems.ts';
import { useText } from '../i18n/use-text.tsx';
import { Notice } from '../ui/notice/notice.tsx';

/** What happened, what to do next, and that nothing written here is lost. */
export function ProblemNotice(props: {
  problem: Problem;
  title?: ComponentChildren;
  actions?: ComponentChildren;
}): VNode {
  const t = useText('capture');
  return (
    <Notice tone="careful" speak="now" title={props.title} actions={props.actions}>
      {t.el(`problems:${props.problem.code}`, props.problem.details)} {t.el('stillHere')}
    </Notice>
  );
}
