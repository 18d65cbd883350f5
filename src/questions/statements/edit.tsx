import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import type { QuestionType } from '../definition.ts';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditFixed } from '../parts/edit-fixed.tsx';
import type { EditProps } from '../views.ts';
import { statements, type StatementsSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<StatementsSettings>): VNode {
  const t = useText('question-statements');
  return (
    <Stack>
      <EditChoices
        title={t.el('edit.statements')}
        most={10}
        choices={settings.statements}
        lend={lend}
        onChange={(next) => onChange({ statements: next })}
      />
      <EditFixed type={statements as unknown as QuestionType} settings={settings} />
    </Stack>
  );
}
