import { useCallback, useState } from 'preact/hooks';
import type { SurveyLine } from '../../../domain/desk-surveys.ts';
import { date, number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { languageName } from '../language-name.ts';
import { resultsPath, surveyPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { ImportSurvey } from './import-survey.tsx';
import { NewSurvey } from './new-survey.tsx';
import { StateMark } from './state-mark.tsx';

/** Every survey, the one people answer now first; older versions stand behind it. */
export function SurveyList() {
  const t = useText('desk-surveys');
  const { client, go } = useDesk();
  const asked = useAsked(useCallback(() => client.surveys(), [client]));
  const [making, setMaking] = useState<'new' | 'import' | null>(null);
  const { value, problem, again } = asked;
  const groups = value === null ? [] : bySurvey(value.surveys);
  const [kept, old] = [groups.filter((one) => !isRetired(one)), groups.filter(isRetired)];
  return (
    <Page
      title={t.el('list.title')}
      aside={
        <div class="survey-list__new">
          <Button icon="box" onClick={() => setMaking('import')}>
            {t.el('import.open')}
          </Button>
          <Button look="main" icon="plus" onClick={() => setMaking('new')}>
            {t.el('new.open')}
          </Button>
        </div>
      }
    >
      <p class="desk-quiet">{t.el('list.why')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('list.loading')}</Moment>}
      {value !== null && groups.length === 0 && (
        <EmptyState title={t.el('list.empty')}>{t.el('list.emptyWhat')}</EmptyState>
      )}
      <ul class="survey-list">
        {kept.map((versions) => (
          <SurveyCard key={versions[0]?.surveyId} versions={versions} />
        ))}
      </ul>
      {old.length > 0 && (
        <PageSection title={t.el('list.retired')}>
          <ul class="survey-list">
            {old.map((versions) => (
              <SurveyCard key={versions[0]?.surveyId} versions={versions} />
            ))}
          </ul>
        </PageSection>
      )}
      {making === 'new' && value !== null && (
        <NewSurvey
          list={value}
          onClose={() => setMaking(null)}
          onMade={({ survey }) => go(surveyPath(survey.surveyId, survey.version))}
        />
      )}
      {making === 'import' && (
        <ImportSurvey
          onClose={() => setMaking(null)}
          onMade={({ survey }) => go(surveyPath(survey.surveyId, survey.version))}
        />
      )}
    </Page>
  );
}

/** One survey: its newest version large, the ones before it in a line each. */
function SurveyCard({ versions }: { versions: readonly SurveyLine[] }) {
  const t = useText('desk-surveys');
  const { language } = useLanguage();
  const [newest, ...older] = versions;
  if (newest === undefined) return null;
  const variant = newest.family !== newest.surveyId;
  return (
    <li class="survey-card">
      <div class="survey-card__top">
        <h2 class="survey-card__title">
          <a href={surveyPath(newest.surveyId, newest.version)}>
            <bdi>{newest.title === '' ? t('list.untitled') : newest.title}</bdi>
          </a>
        </h2>
        <StateMark state={newest.state} />
      </div>
      <p class="survey-card__facts">
        <span>{t.el('list.version', { version: newest.version })}</span>
        <span>{t.el('list.questions', { count: newest.questions })}</span>
        <span>
          {newest.changedBy === ''
            ? t.el('list.came', { when: date(language, newest.changedAt) })
            : t.el('list.changed', { when: date(language, newest.changedAt), who: newest.changedBy })}
        </span>
        {variant && <span>{t.el('list.variant', { family: newest.family })}</span>}
      </p>
      <Languages all={newest.languages} />
      <div class="survey-card__end">
        <Button href={surveyPath(newest.surveyId, newest.version)} icon="edit">
          {t.el(newest.used || newest.state === 'retired' ? 'list.look' : 'list.edit')}
        </Button>
        <Button href={resultsPath(newest.surveyId)} icon="list">
          {answersWords(versions)}
        </Button>
      </div>
      {older.length > 0 && (
        <details class="desk-details">
          <summary>{t.el('list.older', { count: older.length })}</summary>
          <ul class="survey-card__older">
            {older.map((one) => (
              <li key={one.version}>
                <a href={surveyPath(one.surveyId, one.version)}>{t.el('list.version', { version: one.version })}</a>
                <StateMark state={one.state} />
                <span class="desk-quiet">
                  {one.responses === null ? t.el('list.fewAnswers') : t.el('list.answers', { count: one.responses })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );

  function answersWords(all: readonly SurveyLine[]) {
    const known = all.map(({ responses }) => responses);
    if (known.some((count) => count === null)) return t.el('list.fewAnswers');
    const sum = known.reduce<number>((total, count) => total + (count ?? 0), 0);
    return t.el('list.answers', { count: sum, number: number(language, sum) });
  }
}

/** More drafts than this are told as a number, and shown when somebody asks. */
const MANY_DRAFTS = 4;

function Languages({ all }: { all: SurveyLine['languages'] }) {
  const t = useText('desk-surveys');
  const { language } = useLanguage();
  const drafts = all.filter(({ status }) => status === 'draft');
  const folded = drafts.length > MANY_DRAFTS;
  const shown = (some: SurveyLine['languages'], name: string) => (
    <ul class="survey-card__languages" aria-label={name}>
      {some.map((one) => (
        <li key={one.language} class={`survey-language survey-language--${one.status}`}>
          <bdi>{languageName(language, one.language)}</bdi>
          <span class="survey-language__status">{t.el(`status.${one.status}`)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {shown(folded ? all.filter(({ status }) => status !== 'draft') : all, t('list.languages'))}
      {folded && (
        <details class="desk-details">
          <summary>{t.el('list.drafts', { count: drafts.length })}</summary>
          {shown(drafts, t('list.drafts', { count: drafts.length }))}
        </details>
      )}
    </>
  );
}

function bySurvey(lines: readonly SurveyLine[]): readonly (readonly SurveyLine[])[] {
  const groups = new Map<string, SurveyLine[]>();
  for (const line of lines) groups.set(line.surveyId, [...(groups.get(line.surveyId) ?? []), line]);
  return [...groups.values()].map((group) => group.toSorted((a, b) => b.version - a.version));
}

const isRetired = (versions: readonly SurveyLine[]): boolean => versions.every(({ state }) => state === 'retired');
