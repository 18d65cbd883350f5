import type { ComponentChildren, VNode } from 'preact';
import { ChoiceList } from '../ui/choice-list/choice-list.tsx';
import { SpokenFold } from './spoken-fold.tsx';

/** Which language is being spoken: the one of the screen unless somebody says otherwise. */
export function SpokenLanguage(props: {
  label: ComponentChildren;
  value: string;
  onChange: (tag: string) => void;
}): VNode {
  const { label, value, onChange } = props;
  return (
    <SpokenFold
      label={label}
      chosen={[value]}
      list={(choices) => (
        <ChoiceList label={label} layout="tiles" choices={choices} value={value} onChange={onChange} />
      )}
    />
  );
}
