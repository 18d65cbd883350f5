import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** After too many wrong tries: what is lost, and what is not. */
export function VaultGone(props: { name: string; onAgain: () => void }): VNode {
  const t = useText('unlock');
  return (
    <Notice
      tone="careful"
      speak="now"
      title={t.el('gone', { name: props.name })}
      actions={<Button onClick={props.onAgain}>{t.el('startAgain')}</Button>}
    >
      {t.el('goneText')}
    </Notice>
  );
}
