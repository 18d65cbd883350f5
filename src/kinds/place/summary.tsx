import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { FactsShown, WhereShown } from '../facts-shown.tsx';
import { LinkShown } from '../links-shown.tsx';
import { Chips, Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { PlaceDraft } from './draft.ts';

export const needs = ['place-parts'];

/** Its name and what it is; where only in words. */
export function Summary({ body }: SummaryProps<PlaceDraft>): VNode {
  const t = useText('kind-place');
  const p = useText('place-parts');
  const l = useText('lists');
  const { size } = body;
  return (
    <div class="summary">
      <h3 class="summary__heading">
        <bdi>{body.name}</bdi>
      </h3>
      <Chips
        items={[
          ...(body.type === undefined ? [] : [l.el(`entryTypes.${body.type}`)]),
          ...(body.setting === null ? [] : [l.el(`settings.${body.setting}`)]),
        ]}
      />
      {body.said !== '' && <Quote words={body.said} />}
      <dl class="summary__facts">
        {body.grade !== undefined && <WhereShown where={body.where} council={body.council} grade={body.grade} />}
        {body.status !== null && <Fact name={p.el('summary.status')}>{l.el(`placeStatus.${body.status}`)}</Fact>}
        <Fact name={p.el('summary.source')}>{l.el(`placeSources.${body.source}`)}</Fact>
        {size !== null && (
          <Fact name={t.el('steps.size')}>
            <bdi>{size.about}</bdi> · {l.el(`confidence.${size.confidence}`)} · {l.el(`placeSources.${size.source}`)}
          </Fact>
        )}
        <FactsShown facts={body.facts} />
        {body.links.length > 0 && (
          <Fact name={p.el('summary.link')}>
            {body.links.map((link) => (
              <div key={`${link.to} ${link.how}`}>
                <LinkShown link={link} />
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </div>
  );
}
