import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readEnrolCode } from '../../domain/enrol-code.ts';
import type { Problem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';

export function CodeForm(props: {
  /** From the link of the QR code, or ''. */
  code: string;
  problem: Problem | null;
  onJoin: (code: string, label: string) => Promise<void>;
}): VNode {
  const t = useText('enrol');
  const problems = useText('problems');
  const [typed, setTyped] = useState(props.code);
  const [label, setLabel] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const codeBox = useRef<HTMLInputElement>(null);
  const labelBox = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.code !== '') setTyped(props.code);
  }, [props.code]);

  const code = readEnrolCode(typed);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (code === null) return codeBox.current?.focus();
    if (label.trim() === '') return labelBox.current?.focus();
    setBusy(true);
    await props.onJoin(code, label.trim());
    setBusy(false);
    return undefined;
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack room="large">
        <p>{t.el('code.lead')}</p>
        {props.problem !== null && (
          <Notice tone="careful" speak="now">
            {problems.el(props.problem.code, props.problem.details)}
          </Notice>
        )}
        <TextField
          code
          label={t.el('code.code')}
          hint={t.el('code.codeHint')}
          value={typed}
          onChange={setTyped}
          inputRef={codeBox}
          {...(asked && code === null ? { problem: t.el('code.codeWrong') } : {})}
        />
        <TextField
          label={t.el('code.label')}
          hint={t.el('code.labelHint')}
          value={label}
          onChange={setLabel}
          maxLength={60}
          inputRef={labelBox}
          {...(asked && label.trim() === '' ? { problem: t.el('code.labelWrong') } : {})}
        />
        <Button type="submit" look="main" wide busy={busy}>
          {t.el(busy ? 'code.joining' : 'code.join')}
        </Button>
      </Stack>
    </form>
  );
}
