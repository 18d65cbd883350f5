import type { ComponentChildren, VNode } from 'preact';
import { LISTS } from '../../domain/lists/lists.ts';
import { GRADES, gradeForSetting } from '../../domain/place-grade.ts';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import type { VisitForm, VisitGap } from './visit-form.ts';

/** A place that is not on the list: what kind it is, how closely it may be shown, its name or code name, the group. */
export function OtherPlace(props: {
  form: VisitForm;
  onChange: (part: Partial<VisitForm>) => void;
  problem: (gap: VisitGap) => { problem?: ComponentChildren };
}): VNode {
  const t = useText('visits');
  const { form, onChange, problem } = props;
  const shielded = form.grade === 'shielded';
  return (
    <>
      <ChoiceList
        layout="tiles"
        label={t.el('start.setting')}
        value={form.setting === '' ? null : form.setting}
        onChange={(setting) => onChange({ setting, grade: gradeForSetting(setting) })}
        choices={LISTS.settings.map((code) => ({ value: code as string, label: t.el(`lists:settings.${code}`) }))}
        {...problem('needsSetting')}
      />
      <ChoiceList
        label={t.el('start.grade')}
        value={form.grade}
        onChange={(grade) => onChange({ grade })}
        choices={GRADES.map((grade) => ({
          value: grade,
          label: t.el(`start.grades.${grade}`),
          detail: t.el(`start.grades.${grade}Hint`),
        }))}
      />
      <TextField
        label={t.el(shielded ? 'start.placeCode' : 'start.placeName')}
        hint={t.el(shielded ? 'start.placeCodeHint' : 'start.placeHint')}
        value={form.placeName}
        maxLength={120}
        onChange={(placeName) => onChange({ placeName })}
        {...(form.placeName.trim() === '' ? problem('needsPlace') : {})}
      />
      <TextField
        label={t.el('start.groupName')}
        hint={t.el('start.groupHint')}
        value={form.groupName}
        maxLength={120}
        onChange={(groupName) => onChange({ groupName })}
      />
    </>
  );
}
