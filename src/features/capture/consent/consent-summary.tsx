import type { VNode } from 'preact';
import { CONSENT_LAYERS, type Consent } from '../../../domain/consent.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Fact } from '../../../kinds/quote.tsx';

/** What was agreed to, layer by layer. A layer that was not asked says so; it is never taken as yes. */
export function ConsentSummary(props: { consent: Consent | null }): VNode {
  const t = useText('consent');
  const answers = props.consent?.answers ?? {};
  const asked = CONSENT_LAYERS.filter((layer) => answers[layer] !== undefined);
  return (
    <section>
      <h3 class="summary__heading">{t.el('summary.title')}</h3>
      {asked.length === 0 ? (
        <p>{t.el('summary.nothingAsked')}</p>
      ) : (
        <dl class="summary__facts summary__facts--short">
          {asked.map((layer) => (
            <Fact key={layer} name={t.el(`summary.layer.${layer}`)}>
              {t.el(answers[layer] === 'yes' ? 'yes' : 'no')}
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}
