import type { VNode } from 'preact';
import { date } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { PromiseMade } from './schema.ts';

export function Summary({ body }: SummaryProps<PromiseMade>): VNode {
  const t = useText('kind-promise');
  const { language } = useLanguage();
  return (
    <div class="summary">
      <Quote words={body.what} />
      <dl class="summary__facts">
        {body.toGroup !== '' && (
          <Fact name={t.el('summary.toGroup')}>
            <bdi>{body.toGroup}</bdi>
          </Fact>
        )}
        {body.owner !== '' && (
          <Fact name={t.el('summary.owner')}>
            <bdi>{body.owner}</bdi>
          </Fact>
        )}
        <Fact name={t.el('summary.byWhen')}>
          {body.byWhen === '' ? t.el('summary.noDay') : date(language, body.byWhen)}
        </Fact>
      </dl>
    </div>
  );
}
