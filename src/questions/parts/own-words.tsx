import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { looksPersonal, withInstead } from '../../domain/looks-personal.ts';
import { usePersonalTexts } from '../../i18n/personal.ts';
import { useText } from '../../i18n/use-text.tsx';
import { PersonalHint } from '../../ui/personal-hint/personal-hint.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextArea } from '../../ui/text-field/text-area.tsx';

/** Words somebody writes for themselves, with a quiet line where they may say who a person is, or exactly where. */
export function OwnWords(props: {
  label: ComponentChildren;
  value: string;
  onChange: (words: string) => void;
  lines: number;
  maxLength: number;
}): VNode {
  const t = useText('common');
  const personal = usePersonalTexts();
  const [stays, setStays] = useState<readonly string[]>([]);
  const found = useMemo(() => looksPersonal(props.value), [props.value]);
  const first = found.find(({ text }) => !stays.includes(text));
  return (
    <Stack room="small">
      <TextArea
        own
        label={props.label}
        value={props.value}
        rows={props.lines}
        maxLength={props.maxLength}
        onChange={props.onChange}
      />
      <PersonalHint
        asks={first && personal.asks(first.looksLike)}
        piece={first?.text ?? null}
        takeOut={t.el('personal.takeOut')}
        keep={t.el('personal.keep')}
        onTakeOut={() =>
          first && props.onChange(withInstead(props.value, first, personal.instead(first.looksLike), props.maxLength))
        }
        onKeep={() => first && setStays([...stays, first.text])}
      />
    </Stack>
  );
}
