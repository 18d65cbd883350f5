import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';

/** Says kindly that the tablet is about to lock. Any touch or key keeps it open; the button is for those who look for one. */
export function LockWarning(props: { seconds: number }): VNode {
  const t = useText('app');
  return (
    <div class="lock-warning">
      <Notice
        tone="waiting"
        icon="lock"
        title={<span aria-hidden="true">{t.el('lockSoon', { count: props.seconds })}</span>}
        actions={<Button>{t.el('stay')}</Button>}
      >
        <output>{t.el('lockSoonWhy')}</output>
      </Notice>
    </div>
  );
}
