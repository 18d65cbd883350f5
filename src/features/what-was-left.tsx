import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import type { Settled } from './settle-surveys.ts';

/** Says what became of the answers that people left. */
export function WhatWasLeft({ settled }: { settled: Settled }): VNode | null {
  const t = useText('answer');
  const told = (['keep', 'tally', 'nothing'] as const).filter((left) => settled[left] > 0);
  if (told.length === 0) return null;
  return (
    <Notice title={t.el('settled.title')} speak="polite">
      {told.map((left) => (
        <p key={left}>{t.el(`settled.${left}`, { count: settled[left] })}</p>
      ))}
    </Notice>
  );
}
