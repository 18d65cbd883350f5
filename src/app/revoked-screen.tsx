import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { TroublePage } from './trouble-screens.tsx';

/** Staff have closed this tablet: nothing more is captured, what is finished still goes. */
export function RevokedScreen(): VNode {
  const t = useText('app');
  return (
    <TroublePage title={t.el('revoked.title')} actions={<Button href="/enrol">{t.el('revoked.enrol')}</Button>}>
      <p>{t.el('revoked.text')}</p>
      <p>{t.el('revoked.next')}</p>
    </TroublePage>
  );
}
