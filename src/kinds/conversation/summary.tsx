import type { VNode } from 'preact';
import type { ListName } from '../../domain/lists/lists.ts';
import { useText, type Text } from '../../i18n/use-text.tsx';
import { Chips, Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';
import type { AboutYou } from './schema.ts';

/** Own words first and large; what the listener understood stands apart; the rest in short lines. */
export function Summary({ body }: SummaryProps<ConversationDraft>): VNode {
  const t = useText('kind-conversation');
  const l = useText('lists');
  const chips = (list: ListName, codes: readonly string[]) => (
    <Chips items={codes.map((code) => l.el(`${list}.${code}`))} />
  );
  const ticked = body.prompts.filter((entry) => entry.covered === 'ticked');
  const skipped = body.prompts.filter((entry) => entry.covered === 'skipped');
  return (
    <div class="summary">
      <section>
        <h3 class="summary__heading">{t.el('summary.said')}</h3>
        {body.said === '' ? <p>{t.el('summary.noWords')}</p> : <Quote words={body.said} language={body.saidLanguage} />}
      </section>
      {body.gist !== '' && (
        <section>
          <h3 class="summary__heading">{t.el('summary.gist')}</h3>
          <Quote words={body.gist} quiet />
        </section>
      )}
      {ticked.length > 0 && (
        <section>
          <h3 class="summary__heading">{t.el('summary.prompts')}</h3>
          <dl class="summary__facts">
            {ticked.map((entry) => (
              <Fact key={entry.prompt} name={l.el(`prompts.${entry.prompt}`)}>
                {entry.said === '' ? t.el('prompts.ticked') : <Quote words={entry.said} quiet />}
              </Fact>
            ))}
          </dl>
        </section>
      )}
      <dl class="summary__facts">
        {body.voice !== undefined && (
          <Fact name={t.el('summary.whose')}>
            <Chips
              items={[
                l.el(`voices.${body.voice}`),
                ...(body.respondent === undefined ? [] : [l.el(`respondents.${body.respondent}`)]),
                t.el(`summary.readBack.${body.readBack}`),
              ]}
            />
          </Fact>
        )}
        {body.feeling !== undefined && <Fact name={t.el('summary.feeling')}>{chips('feelings', [body.feeling])}</Fact>}
        {body.themes.length > 0 && <Fact name={t.el('summary.themes')}>{chips('themes', body.themes)}</Fact>}
        {body.services.length > 0 && <Fact name={t.el('summary.services')}>{chips('services', body.services)}</Fact>}
        {(body.access.length > 0 || body.accessNote !== '') && (
          <Fact name={t.el('summary.access')}>
            {body.access.length > 0 && chips('access', body.access)}
            {body.accessNote !== '' && <Quote words={body.accessNote} quiet />}
          </Fact>
        )}
        {body.contact !== undefined && (
          <Fact name={t.el('summary.contact')}>
            {l.el(`reach.${body.contact.how}`)}
            {body.contact.detail !== '' && <Quote words={body.contact.detail} quiet />}
          </Fact>
        )}
      </dl>
      {skipped.length > 0 && (
        <p>{t.el('summary.skipped', { list: skipped.map((entry) => l(`prompts.${entry.prompt}`)).join(' · ') })}</p>
      )}
      {body.aboutYou !== undefined && Object.keys(body.aboutYou).length > 0 && (
        <section>
          <h3 class="summary__heading">{t.el('summary.aboutYou')}</h3>
          <dl class="summary__facts">{aboutFacts(body.aboutYou, t, l)}</dl>
        </section>
      )}
    </div>
  );
}

function aboutFacts(about: AboutYou, t: Text, l: Text): VNode[] {
  const coded = [
    ['ageBand', 'ageBands', about.ageBand],
    ['sex', 'sexes', about.sex],
    ['ethnicGroup', 'ethnicGroups', about.ethnicGroup],
    ['longTermCondition', 'yesNo', about.longTermCondition],
    ['activityLimit', 'activityLimits', about.activityLimit],
    ['carer', 'yesNo', about.carer],
  ] as const;
  const facts = coded.flatMap(([key, list, code]) =>
    code === undefined
      ? []
      : [
          <Fact key={key} name={t.el(`summary.${key}`)}>
            {key === 'ethnicGroup' && about.ethnicOwnWords !== undefined ? (
              <bdi>{about.ethnicOwnWords}</bdi>
            ) : (
              l.el(`${list}.${code}`)
            )}
          </Fact>,
        ],
  );
  if (about.mainLanguage === undefined) return facts;
  return [
    ...facts,
    <Fact key="mainLanguage" name={t.el('summary.mainLanguage')}>
      <bdi>{about.mainLanguage}</bdi>
    </Fact>,
  ];
}
