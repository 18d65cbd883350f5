import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { EditTick } from './edit-tick.tsx';

/** Whether each person is shown another order. */
export function EditMixed(props: { value: boolean; onChange: (next: boolean) => void }): VNode {
  const t = useText('question-common');
  return <EditTick label={t.el('edit.mixed')} hint={t.el('edit.mixedHint')} {...props} />;
}
