import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';

/** One thing a line. */
export function EditLines(props: {
  label: ComponentChildren;
  value: readonly string[];
  most: number;
  onChange: (lines: string[]) => void;
}) {
  const t = useText('desk-places');
  const [text, setText] = useState(props.value.join('\n'));
  return (
    <TextArea
      label={props.label}
      hint={t.el('edit.lines')}
      value={text}
      maxLength={1200}
      onChange={(next) => {
        setText(next);
        const lines = next
          .split('\n')
          .map((line) => line.trim().slice(0, 120))
          .filter((line) => line !== '');
        props.onChange(lines.slice(0, props.most));
      }}
    />
  );
}
