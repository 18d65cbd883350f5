import type { ComponentChildren, VNode } from 'preact';
import { GRADES } from '../domain/place-grade.ts';
import type { PlaceGrade } from '../domain/record.ts';
import { useText } from '../i18n/use-text.tsx';
import { ChoiceList } from '../ui/choice-list/choice-list.tsx';

/** How closely a place may be shown. It stands before everything that says where the place is. */
export function GradeChoice(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: PlaceGrade | undefined;
  onChange: (grade: PlaceGrade) => void;
}): VNode {
  const t = useText('place-parts');
  return (
    <ChoiceList
      label={props.label}
      hint={props.hint}
      value={props.value ?? null}
      onChange={props.onChange}
      choices={GRADES.map((grade) => ({
        value: grade,
        label: t.el(`grade.${grade}`),
        detail: t.el(`grade.${grade}Hint`),
      }))}
    />
  );
}
