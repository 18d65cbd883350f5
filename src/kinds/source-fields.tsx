import type { ComponentChildren, VNode } from 'preact';
import { LISTS, type CodeOf } from '../domain/lists/lists.ts';
import { useText } from '../i18n/use-text.tsx';
import { Stack } from '../ui/screen/screen.tsx';
import { Toggle } from '../ui/toggle/toggle.tsx';
import { OneCode } from './code-choices.tsx';

type Source = CodeOf<'placeSources'>;
const SELF: readonly Source[] = ['own-eyes', 'not-said'];
const OTHERS = LISTS.placeSources.filter((code) => !SELF.includes(code));

/** Whether somebody told it, and who: their words are asked for, what the worker saw is not. */
export function SourceFields(props: {
  label: ComponentChildren;
  labelHidden?: boolean;
  who: ComponentChildren;
  value: Source;
  onChange: (source: Source) => void;
}): VNode {
  const t = useText('common');
  const { value, onChange } = props;
  const told = !SELF.includes(value);
  return (
    <Stack room="small">
      <Toggle
        label={props.label}
        labelHidden={props.labelHidden}
        yes={t.el('yes')}
        no={t.el('no')}
        value={value === 'not-said' ? null : told}
        onChange={(yes) => onChange(yes ? 'resident' : 'own-eyes')}
      />
      {told && <OneCode list="placeSources" codes={OTHERS} legend={props.who} value={value} onChange={onChange} />}
    </Stack>
  );
}

/** Whether these are somebody else's words, who is asked whether they may be written down. */
export function isTold(source: Source): boolean {
  return source !== 'own-eyes' && source !== 'not-said' && source !== 'document';
}
