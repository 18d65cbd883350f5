import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SurveyResponse } from '../../../domain/survey-response.ts';
import type { FiledRecord } from '../../../domain/desk.ts';
import { dateTime } from '../../../i18n/dates.ts';
import { loadTexts } from '../../../i18n/catalogue.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { loadSummary, type SummaryProps } from '../../../kinds/views.ts';
import { LendPlan } from './lend-plan.tsx';
import { SurveyAnswers } from './survey-answers.tsx';

type SummaryView = ComponentType<SummaryProps<unknown>>;

/** The words of every filed record, the first one first and each correction after it, as its kind shows them. */
export function RecordWords({ records }: { records: readonly FiledRecord[] }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  return (
    <>
      {records.map((filed, index) => (
        <article key={filed.opId} class="desk-words">
          {index > 0 && (
            <p class="desk-words__amends">
              {t.el('amendment', { date: dateTime(language, filed.receivedAt) })}{' '}
              <Bdi>{t('amendmentBy', { name: filed.record.recordedBy.displayName })}</Bdi>
            </p>
          )}
          <LendPlan media={filed.media}>
            <OneSummary kind={filed.record.kind} body={filed.record.body} />
          </LendPlan>
        </article>
      ))}
    </>
  );
}

function OneSummary({ kind, body }: { kind: string; body: unknown }): JSX.Element {
  const t = useText('desk-record');
  const [view, setView] = useState<{ kind: string; Summary: SummaryView | null } | null>(null);
  useEffect(() => {
    let gone = false;
    Promise.all([loadSummary(kind), loadTexts([`kind-${kind}`])])
      .then(([Summary]) => !gone && setView({ kind, Summary }))
      .catch(() => !gone && setView({ kind, Summary: null }));
    return () => {
      gone = true;
    };
  }, [kind]);
  if (view?.kind !== kind) return <p class="desk-quiet">{t.el('loading')}</p>;
  if (view.Summary === null) return <p class="desk-quiet">{t.el('unknownKind')}</p>;
  const summary = <view.Summary body={body} />;
  if (kind !== 'survey-response') return summary;
  return <SurveyAnswers body={body as SurveyResponse}>{summary}</SurveyAnswers>;
}
