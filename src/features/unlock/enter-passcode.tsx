import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { toProblem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { PasscodeField } from '../../ui/passcode-field/passcode-field.tsx';

type Trouble = { readonly key: 'empty' | 'failed' } | { readonly key: 'wrong'; readonly count: number } | null;

/** One box, one try at a time. After wrong tries there is a wait, counted down in words. */
export function EnterPasscode(props: {
  name: string;
  /** ISO 8601; before this no try is taken. */
  waitUntil: string | null;
  onEnter: (passcode: string) => Promise<void>;
  onGone: () => void;
}): VNode {
  const t = useText('unlock');
  const { clock } = useServices();
  const [passcode, setPasscode] = useState('');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [busy, setBusy] = useState(false);
  const [freeAt, setFreeAt] = useState(() => (props.waitUntil === null ? 0 : Date.parse(props.waitUntil)));
  const waitSeconds = useCountDown(freeAt, () => clock.wallMs());
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || waitSeconds > 0) return;
    if (passcode === '') {
      setTrouble({ key: 'empty' });
      box.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await props.onEnter(passcode);
      return;
    } catch (thrown) {
      const problem = toProblem(thrown, 'storage-failed');
      setPasscode('');
      if (problem.code === 'vault-gone') props.onGone();
      else if (problem.code === 'wrong-passcode')
        setTrouble({ key: 'wrong', count: Number(problem.details['left'] ?? 0) });
      else if (problem.code === 'passcode-wait')
        setFreeAt(clock.wallMs() + Number(problem.details['seconds'] ?? 0) * 1000);
      else setTrouble({ key: 'failed' });
      box.current?.focus();
    }
    setBusy(false);
  };

  const words =
    waitSeconds > 0
      ? t.el('wait', { count: waitSeconds })
      : trouble === null
        ? undefined
        : trouble.key === 'wrong'
          ? t.el('wrong', { count: trouble.count })
          : t.el(trouble.key);

  return (
    <form class="unlock__form" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t.el('hello', { name: props.name })}</h1>
      <PasscodeField
        label={t.el('passcode')}
        value={passcode}
        onChange={setPasscode}
        show={t('show')}
        hide={t('hide')}
        inputRef={box}
        {...(words === undefined ? {} : { problem: words })}
      />
      <Button type="submit" look="main" wide icon="unlock" busy={busy} disabled={waitSeconds > 0}>
        {t.el(busy ? 'opening' : 'open')}
      </Button>
    </form>
  );
}

/** Whole seconds until the moment, counting down; 0 when it has passed. */
function useCountDown(untilMs: number, nowMs: () => number): number {
  const left = () => Math.max(0, Math.ceil((untilMs - nowMs()) / 1000));
  const [seconds, show] = useState(left);
  useEffect(() => {
    show(left());
    const ticking = setInterval(() => show(left()), 500);
    return () => clearInterval(ticking);
  }, [untilMs]);
  return seconds;
}
