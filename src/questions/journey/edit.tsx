import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import type { QuestionType } from '../definition.ts';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditFixed } from '../parts/edit-fixed.tsx';
import type { EditProps } from '../views.ts';
import { journey, MOST_STEPS, type JourneySettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<JourneySettings>): VNode {
  const t = useText('question-journey');
  return (
    <Stack>
      <EditChoices
        title={t.el('edit.steps')}
        most={MOST_STEPS}
        choices={settings.steps}
        lend={lend}
        onChange={(steps) => onChange({ ...settings, steps })}
      />
      <EditFixed type={journey as unknown as QuestionType} settings={settings} />
    </Stack>
  );
}
