import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { isSilence } from '../connection.ts';
import { useBuilder } from './builder-context.ts';

/** Whether the server has what was made, in words. */
export function KeptWords() {
  const t = useText('desk-surveys');
  const { store, readOnly } = useBuilder();
  const { keeping, problem } = store.state();
  if (readOnly) return null;
  const words =
    keeping === 'not-kept' && problem !== null
      ? isSilence(problem)
        ? t('kept.silent')
        : t(`problems:${problem.code}`, { ...problem.details })
      : t(`kept.${keeping}`);
  return (
    <span class={`builder__kept builder__kept--${keeping}`}>
      <Icon name={keeping === 'kept' ? 'check' : keeping === 'not-kept' ? 'warning' : 'clock'} size="small" />
      <LiveRegion visible>{words}</LiveRegion>
    </span>
  );
}
