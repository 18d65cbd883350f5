import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { PasscodeField } from '../../ui/passcode-field/passcode-field.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import './answer.css';

/** Nobody types: back to the cover. */
const LEFT_ALONE_MS = 30_000;

/**
 * The worker takes the tablet back with their own passcode. One try: another passcode leads back to the cover, and one too
 * many locks the tablet with everything kept. Whoever was handed it can destroy nothing.
 */
export function TakeBack(props: { onRight: () => void; onOther: (problem: Problem | null) => void }): VNode {
  const t = useText('answer');
  const { vault } = useServices();
  const { worker, lock } = useUnlocked();
  const [passcode, setPasscode] = useState('');
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (busy) return undefined;
    const alone = setTimeout(() => latest.current.onOther(null), LEFT_ALONE_MS);
    return () => clearTimeout(alone);
  }, [passcode, busy]);

  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (passcode === '') return box.current?.focus();
    setBusy(true);
    try {
      await vault.check(worker.actorId, passcode);
      latest.current.onRight();
    } catch (thrown) {
      const problem = toProblem(thrown, 'storage-failed');
      // Too many, or the key went in another way: the lock's own screen says what is next.
      const over = problem.code === 'wrong-passcode' && problem.details['left'] === 0;
      if (over || problem.code === 'vault-gone') await lock();
      else latest.current.onOther(problem);
    }
  };

  return (
    <Screen>
      <form class="take-back" onSubmit={(event) => void check(event)} noValidate autoComplete="off">
        <h1>{t.el('worker.title', { name: worker.displayName })}</h1>
        <PasscodeField
          label={t.el('worker.passcode')}
          value={passcode}
          onChange={setPasscode}
          show={t('worker.show')}
          hide={t('worker.hide')}
          inputRef={box}
        />
        <Button type="submit" look="main" wide icon="unlock" busy={busy}>
          {t.el(busy ? 'worker.looking' : 'worker.take')}
        </Button>
        <Button look="quiet" icon="back" onClick={() => props.onOther(null)}>
          {t.el('worker.notNow')}
        </Button>
      </form>
    </Screen>
  );
}
