import type { SurveyState } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip/status-chip.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';

const LOOKS: Readonly<Record<SurveyState, { tone: Tone; icon: IconName }>> = {
  draft: { tone: 'waiting', icon: 'edit' },
  pilot: { tone: 'working', icon: 'people' },
  published: { tone: 'calm', icon: 'check' },
  retired: { tone: 'waiting', icon: 'archive' },
};

/** How a survey stands, in a word. */
export function StateMark({ state }: { state: SurveyState }) {
  const t = useText('desk-surveys');
  return (
    <StatusChip tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t.el(`state.${state}`)}
    </StatusChip>
  );
}
