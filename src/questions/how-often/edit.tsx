import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import type { QuestionType } from '../definition.ts';
import { EditFixed } from '../parts/edit-fixed.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import { howOften, type HowOftenSettings } from './schema.ts';

export function Edit({ settings, onChange }: EditProps<HowOftenSettings>): VNode {
  const t = useText('question-how-often');
  return (
    <Stack>
      <EditTick label={t.el('edit.always')} value={settings.always} onChange={(always) => onChange({ always })} />
      <EditFixed type={howOften as unknown as QuestionType} settings={settings} />
    </Stack>
  );
}
