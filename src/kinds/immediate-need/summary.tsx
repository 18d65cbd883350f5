import type { VNode } from 'preact';
import { date } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Chips, Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { ImmediateNeed } from './schema.ts';

export function Summary({ body }: SummaryProps<ImmediateNeed>): VNode {
  const t = useText('kind-immediate-need');
  const l = useText('lists');
  const { language } = useLanguage();
  return (
    <div class="summary">
      {body.what !== '' && <Quote words={body.what} />}
      <dl class="summary__facts">
        <Fact name={t.el('summary.need')}>
          <Chips items={[l.el(`needs.${body.need}`)]} />
        </Fact>
        <Fact name={t.el('summary.urgency')}>
          <Chips items={[l.el(`urgencies.${body.urgency}`)]} />
        </Fact>
        {body.byWhen !== '' && <Fact name={t.el('summary.byWhen')}>{date(language, body.byWhen)}</Fact>}
        <Fact name={t.el('summary.whoActs')}>
          {l.el(`whoActs.${body.whoActs}`)}
          {body.whoDetail !== '' && <Quote words={body.whoDetail} quiet />}
        </Fact>
        <Fact name={t.el('summary.reach')}>
          {l.el(`reach.${body.reach}`)}
          {body.reachDetail !== '' && <Quote words={body.reachDetail} quiet />}
        </Fact>
      </dl>
    </div>
  );
}
