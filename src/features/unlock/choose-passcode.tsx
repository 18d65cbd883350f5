import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { toProblem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { PasscodeField } from '../../ui/passcode-field/passcode-field.tsx';

type Trouble = 'empty' | 'weak' | 'different' | 'failed' | null;

/** First time on this tablet: a passcode, twice, with what it is for and what it is not. */
export function ChoosePasscode(props: { name: string; onChoose: (passcode: string) => Promise<void> }): VNode {
  const t = useText('unlock');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [busy, setBusy] = useState(false);
  const firstBox = useRef<HTMLInputElement>(null);
  const secondBox = useRef<HTMLInputElement>(null);
  useEffect(() => firstBox.current?.focus(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (first === '') {
      setTrouble('empty');
      firstBox.current?.focus();
      return;
    }
    if (first !== second) {
      setTrouble('different');
      secondBox.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await props.onChoose(first);
      return;
    } catch (thrown) {
      setTrouble(toProblem(thrown, 'storage-failed').code === 'weak-passcode' ? 'weak' : 'failed');
      firstBox.current?.focus();
    }
    setBusy(false);
  };

  const words = { show: t('show'), hide: t('hide') };
  const atFirst = trouble === 'empty' || trouble === 'weak' || trouble === 'failed';
  return (
    <form class="unlock__form" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t.el('hello', { name: props.name })}</h1>
      <p>{t.el('chooseWhy')}</p>
      <PasscodeField
        {...words}
        label={t.el('choose')}
        hint={t.el('chooseHint')}
        value={first}
        onChange={setFirst}
        inputRef={firstBox}
        {...(atFirst ? { problem: t.el(trouble) } : {})}
      />
      <PasscodeField
        {...words}
        label={t.el('again')}
        value={second}
        onChange={setSecond}
        inputRef={secondBox}
        {...(trouble === 'different' ? { problem: t.el('different') } : {})}
      />
      <Button type="submit" look="main" wide icon="unlock" busy={busy}>
        {t.el(busy ? 'opening' : 'open')}
      </Button>
    </form>
  );
}
