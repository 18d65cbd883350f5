import { date } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Moment } from '../frame/moment.tsx';
import { PageSection } from '../frame/page.tsx';
import { inboxPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { PromiseState } from './promise-state.tsx';
import type { usePromises } from './use-promises.ts';

/** What was promised here, what is still owed first. */
export function Promises({ promised }: { promised: ReturnType<typeof usePromises> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { value, problem, again } = promised;
  return (
    <PageSection title={t.el('owed.title')}>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value?.length === 0 && <p>{t.el('owed.none')}</p>}
      <ul class="places-desk">
        {value?.map((item) => (
          <li key={item.entityId} class="places-desk__row">
            <a class="places-desk__name" href={inboxPath({}, item.entityId)}>
              <Bdi>{item.headline}</Bdi>
            </a>
            <p class="desk-quiet">
              <PromiseState item={item} /> · {t.el('owed.made', { when: date(language, item.capturedAt) })}
            </p>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
