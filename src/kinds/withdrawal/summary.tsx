import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Chips } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { Withdrawal } from './schema.ts';

/** The code itself is never shown again: whoever reads this has no use for it. */
export function Summary({ body }: SummaryProps<Withdrawal>): VNode {
  const t = useText('kind-withdrawal');
  return (
    <div class="summary">
      <Chips
        items={[
          t.el(body.scope === 'words' ? 'summary.words' : 'summary.contact'),
          t.el(body.code === '' ? 'summary.byPick' : 'summary.byCode'),
        ]}
      />
    </div>
  );
}
