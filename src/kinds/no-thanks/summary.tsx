import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Fact } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { NoThanks } from './schema.ts';

export function Summary({ body }: SummaryProps<NoThanks>): VNode {
  const t = useText('kind-no-thanks');
  const l = useText('lists');
  return (
    <div class="summary">
      <p>{t.el('summary.count', { count: body.count })}</p>
      <dl class="summary__facts">
        <Fact name={t.el('summary.reason')}>{l.el(`noThanksReasons.${body.reason}`)}</Fact>
      </dl>
    </div>
  );
}
