import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { OpenSurvey } from '../../../domain/desk-surveys.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { useChanges, useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { surveyPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { Builder } from './builder.tsx';
import { openSurveyStore } from './open-survey.ts';

/** One version of one survey, opened for making or, when it has been used, for looking at. */
export function MakeSurvey(props: { surveyId: string; version: number; at: string | null }) {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { surveyId, version, at } = props;
  const asked = useAsked(useCallback(() => client.survey(surveyId, version), [client, surveyId, version]));
  if (asked.problem !== null && asked.value === null) {
    return <ProblemNotice problem={asked.problem} onRetry={() => void asked.again()} />;
  }
  if (asked.value === null) return <Moment>{t.el('opening')}</Moment>;
  return <Opened opened={asked.value} at={at} />;
}

function Opened({ opened, at }: { opened: OpenSurvey; at: string | null }) {
  const { client, go } = useDesk();
  const store = useMemo(() => openSurveyStore(client, opened), [client, opened]);
  useChanges(store);
  const { surveyId, version } = opened.survey;

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => {
      if (store.state().keeping === 'kept') return;
      void store.flush();
      event.preventDefault();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void store.flush();
    };
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
      void store.flush().finally(() => store.close());
    };
  }, [store]);

  const open = useCallback(
    (next: string, how?: 'replace') => go(surveyPath(surveyId, version, next), how === 'replace'),
    [go, surveyId, version],
  );
  return <Builder store={store} at={at} open={open} />;
}
