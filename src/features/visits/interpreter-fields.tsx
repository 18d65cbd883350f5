import type { ComponentChildren, VNode } from 'preact';
import { LISTS } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import type { VisitForm, VisitGap } from './visit-form.ts';

/** Whether somebody interprets. On a yes: who, into which language, and whether they hear the consent questions. */
export function InterpreterFields(props: {
  form: VisitForm;
  onChange: (part: Partial<VisitForm>) => void;
  problem: (gap: VisitGap) => { problem?: ComponentChildren };
}): VNode {
  const t = useText('visits');
  const { form, onChange } = props;
  return (
    <>
      <Toggle
        label={t.el('start.interpreter')}
        value={form.interpreted}
        onChange={(interpreted) => onChange(interpreted ? { interpreted } : { interpreted, interpreter: '' })}
        yes={t.el('common:yes')}
        no={t.el('common:no')}
      />
      {form.interpreted && (
        <>
          <ChoiceList
            layout="tiles"
            label={t.el('start.interpreterWho')}
            value={form.interpreter === '' ? null : form.interpreter}
            onChange={(interpreter) => onChange({ interpreter })}
            choices={LISTS.interpreters.map((code) => ({
              value: code as string,
              label: t.el(`lists:interpreters.${code}`),
            }))}
            {...props.problem('needsInterpreter')}
          />
          <TextField
            label={t.el('start.interpreterLanguage')}
            hint={t.el('start.interpreterLanguageHint')}
            value={form.interpreterLanguage}
            maxLength={35}
            onChange={(interpreterLanguage) => onChange({ interpreterLanguage })}
            {...props.problem('needsLanguage')}
          />
          <Toggle
            label={t.el('start.atConsent')}
            value={form.atConsent}
            onChange={(atConsent) => onChange({ atConsent })}
            yes={t.el('common:yes')}
            no={t.el('common:no')}
          />
        </>
      )}
    </>
  );
}
