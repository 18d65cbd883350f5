import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Chips, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { QuickNote } from './schema.ts';

export function Summary({ body }: SummaryProps<QuickNote>): VNode {
  const l = useText('lists');
  return (
    <div class="summary">
      {body.said !== '' && <Quote words={body.said} />}
      <Chips items={[l.el(`themes.${body.theme}`), l.el(`feelings.${body.feeling}`), l.el(`voices.${body.voice}`)]} />
    </div>
  );
}
