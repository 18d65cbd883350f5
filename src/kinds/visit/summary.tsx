import type { VNode } from 'preact';
import { dateTime } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { Visit } from './schema.ts';

export function Summary({ body }: SummaryProps<Visit>): VNode {
  const t = useText('kind-visit');
  const { language } = useLanguage();
  const heard = body.heard.filter((line) => line !== '');
  return (
    <div class="summary">
      <p>
        {t.el('summary.started', { when: dateTime(language, body.startedAt) })}
        {' · '}
        {body.endedAt === null
          ? t.el('summary.going')
          : t.el('summary.ended', { when: dateTime(language, body.endedAt) })}
      </p>
      {heard.length > 0 && (
        <section>
          <h3 class="summary__heading">{t.el('summary.heard')}</h3>
          <ol>
            {heard.map((line, at) => (
              <li key={at}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
      {body.hearBack !== '' && (
        <section>
          <h3 class="summary__heading">{t.el('summary.hearBack')}</h3>
          <Quote words={body.hearBack} quiet />
        </section>
      )}
      {body.note !== '' && (
        <section>
          <h3 class="summary__heading">{t.el('summary.note')}</h3>
          <Quote words={body.note} quiet />
        </section>
      )}
    </div>
  );
}
