import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../domain/problems.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { useServices } from './services.ts';
import { TroublePage } from './trouble-screens.tsx';

/** The browser cleared its database, and the signing key with it. The second copy is handed over; then the tablet joins again. */
export function LostKeyScreen(props: { operations: number }): VNode {
  const t = useText('app');
  const problems = useText('problems');
  const { enrol } = useServices();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const left = props.operations - (sent ?? 0);

  const handOver = async (): Promise<void> => {
    setBusy(true);
    try {
      const result = await enrol.recover();
      setSent((sent ?? 0) + result.sent);
      setProblem(result.problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <TroublePage
      title={t.el('lostKey.title')}
      actions={
        <>
          {left > 0 && (
            <Button look="main" icon="send" busy={busy} onClick={() => void handOver()}>
              {t.el(busy ? 'lostKey.handingOver' : 'lostKey.handOver')}
            </Button>
          )}
          <p>{t.el('lostKey.enrolWhy')}</p>
          <Button look={left > 0 ? 'second' : 'main'} href="/enrol">
            {t.el('lostKey.enrol')}
          </Button>
        </>
      }
    >
      <p>{t.el('lostKey.text', { count: props.operations })}</p>
      {sent !== null && sent > 0 && (
        <Notice tone="good" speak="polite">
          {t.el('lostKey.handedOver', { count: sent })}
        </Notice>
      )}
      {problem !== null && (
        <Notice tone="careful" speak="now">
          {problems.el(problem.code, problem.details)}
        </Notice>
      )}
    </TroublePage>
  );
}
