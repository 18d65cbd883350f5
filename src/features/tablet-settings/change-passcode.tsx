import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PasscodeField } from '../../ui/passcode-field/passcode-field.tsx';

/** The worker's own passcode: the present one, then the new one twice. */
export function ChangePasscode(props: { actorId: string }): VNode {
  const t = useText('settings');
  const unlock = useText('unlock');
  const problems = useText('problems');
  const { vault } = useServices();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [again, setAgain] = useState('');
  const [different, setDifferent] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChanged(false);
    setProblem(null);
    setDifferent(to !== again);
    if (to !== again || busy) return;
    setBusy(true);
    try {
      await vault.change(props.actorId, from, to);
      setChanged(true);
      for (const empty of [setFrom, setTo, setAgain]) empty('');
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
    }
    setBusy(false);
  };

  const words = { show: t('show'), hide: t('hide') };
  return (
    <details>
      <summary class="settings__summary">{t.el('passcode')}</summary>
      <form class="settings__passcode" onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null && (
          <Notice tone="careful" speak="now">
            {problems.el(problem.code, problem.details)}
          </Notice>
        )}
        <PasscodeField {...words} label={t.el('passcodeFrom')} value={from} onChange={setFrom} />
        <PasscodeField {...words} label={t.el('passcodeTo')} value={to} onChange={setTo} />
        <PasscodeField
          {...words}
          label={t.el('passcodeAgain')}
          value={again}
          onChange={setAgain}

          {...(different ? { problem: unlock.el('different') } : {})}
        />
        <Button type="submit" busy={busy}>
          {t.el('passcodeChange')}
        </Button>
        <LiveRegion visible>{changed && t.el('passcodeChanged')}</LiveRegion>
      </form>
    </details>
  );
}
