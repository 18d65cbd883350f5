import type { ComponentChildren, VNode } from 'preact';
import { ChoiceList } from '../ui/choice-list/choice-list.tsx';
import { SpokenFold } from './spoken-fold.tsx';

/** Languages heard at a place. */
export function SpokenThere(props: {
  label: ComponentChildren;
  value: readonly string[];
  onChange: (tags: string[]) => void;
}): VNode {
  const { label, value, onChange } = props;
  return (
    <SpokenFold
      label={label}
      chosen={value}
      list={(choices) => (
        <ChoiceList many label={label} layout="tiles" choices={choices} value={value} atMost={20} onChange={onChange} />
      )}
    />
  );
}
