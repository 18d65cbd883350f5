import { useCallback, useState } from 'preact/hooks';
import type { ResultsQuery, SurveyResults } from '../../../domain/desk-surveys.ts';
import { dateTime, number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { languageName } from '../language-name.ts';
import { inboxPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { AnswersFile } from './answers-file.tsx';
import { CountWords } from './count-words.tsx';
import { ResultsFilter } from './results-filter.tsx';
import { faceOf } from './question-words.ts';
import { QuestionResults } from './question-results.tsx';
import { useResults } from './use-results.ts';
import { useVersions } from './use-versions.ts';
import './results.css';

/** What people answered to a survey: counts with pictures beside the words, each voice apart, small numbers hidden. */
export function ResultsPage({ surveyId }: { surveyId: string }) {
  const t = useText('desk-results');
  const { client } = useDesk();
  const { language } = useLanguage();
  const [query, setQuery] = useState<ResultsQuery>({});
  const { value, fresh, problem, again } = useResults(surveyId, query);
  const list = useAsked(useCallback(() => client.surveys(), [client])).value;
  const versions = useVersions(value);
  const say = useText('desk-results');
  const part = Object.keys(query).length > 0;
  const nothing = value !== null && value.refused === null && value.responses === 0;
  return (
    <div class="desk-page results">
      <div class="results__head">
        <Button look="quiet" icon="back" href="/desk/surveys">
          {t.el('back')}
        </Button>
        <div class="results__title">
          <p class="desk-quiet">{t.el('title')}</p>
          <h1 class="desk-title">
            <bdi>{value?.title ?? ''}</bdi>
          </h1>
        </div>
        <div class="results__tools no-print">
          <Button icon="print" onClick={() => window.print()}>
            {t.el('print')}
          </Button>
        </div>
      </div>
      {problem !== null && <ProblemNotice problem={problem} onRetry={again} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && (
        <>
          <ResultsFilter surveyId={surveyId} query={query} list={list} results={value} onChange={setQuery} />
          <div class="results__fresh">
            <LiveRegion visible>{fresh > 0 ? t('fresh', { count: fresh }) : ''}</LiveRegion>
          </div>
          {value.refused !== null ? (
            <Notice tone="plain">{t.el(`refused.${value.refused}`, { least: value.threshold })}</Notice>
          ) : nothing ? (
            <EmptyState title={t.el('empty')}>{t.el('emptyWhat')}</EmptyState>
          ) : (
            <>
              <Whole
                results={value}
                part={part}
                asked={(code) => {
                  // Somebody may have stopped at a question that nobody has answered.
                  const questions = [...value.questions, ...versions.flatMap(({ survey }) => survey.questions)];
                  const one = questions.find((question) => question.code === code) ?? { code, type: '' };
                  return faceOf(one, versions, (key) => say(key)).ask;
                }}
              />
              <p class="desk-quiet">
                {t.el('about', { least: value.threshold })}
                {value.rounding > 1 && ` ${t('rounded', { to: value.rounding })}`}
              </p>
              {value.questions.map((one) => (
                <QuestionResults
                  key={`${one.code} ${one.type}`}
                  result={one}
                  face={faceOf(one, versions, (key) => say(key))}
                  threshold={value.threshold}
                  surveyId={surveyId}
                  fft={one.type === 'faces-five' ? value.fft : []}
                />
              ))}
            </>
          )}
          {!nothing && <AnswersFile surveyId={surveyId} version={query.version} />}
          {value.newestAt !== null && (
            <p class="desk-quiet">{t.el('newest', { when: dateTime(language, value.newestAt) })}</p>
          )}
        </>
      )}
    </div>
  );
}

/** Who answered, before what they answered. */
function Whole(props: { results: SurveyResults; part: boolean; asked: (code: string) => string }) {
  const { results, part } = props;
  const t = useText('desk-results');
  const { language } = useLanguage();
  const { needs } = results;
  return (
    <section class="results-whole" aria-label={t('whole')}>
      <p class="results-whole__number">
        <strong>
          {results.responses === null ? t('few', { least: results.threshold }) : number(language, results.responses)}
        </strong>{' '}
        {t.el(part ? 'peoplePart' : 'people', { count: results.responses ?? 2 })}
      </p>
      <dl class="results-facts">
        <Fact name={t('ended')}>
          <Named
            all={[
              { words: t('finished'), count: results.finished },
              { words: t('stopped'), count: results.stopped },
            ]}
          />
        </Fact>
        <Fact name={t('whose')}>
          <Named all={results.voices.map(({ code, count }) => ({ words: t(`lists:voices.${code}`), count }))} />
        </Fact>
        <Fact name={t('languages')}>
          <Named
            all={[
              ...results.languages.map(({ code, count }) => ({ words: languageName(language, code), count })),
              ...(results.easyRead === 0 ? [] : [{ words: t('easyRead'), count: results.easyRead }]),
            ]}
          />
        </Fact>
        <Fact name={t('modes')}>
          <Named
            all={[
              ...results.modes.map(({ code, count }) => ({ words: t(`kind-survey-response:mode.${code}`), count })),
              ...(results.groups === 0 || results.groups === null
                ? []
                : [{ words: t('groups'), count: results.groups }]),
            ]}
          />
        </Fact>
        {results.stoppedAt.length > 0 && (
          <Fact name={t('stoppedAt')}>
            <Named all={results.stoppedAt.map(({ code, count }) => ({ words: props.asked(code), count }))} />
          </Fact>
        )}
      </dl>
      {needs !== null && needs.today + needs.week > 0 && (
        <Notice
          tone="careful"
          actions={
            <Button href={inboxPath({ facet: `survey:${results.surveyId}`, state: 'open' })} icon="list">
              {t.el('needsOpen')}
            </Button>
          }
        >
          {t.el('needs', { today: needs.today, week: needs.week })}
        </Notice>
      )}
      {results.straightLine !== null && results.straightLine > 0 && (
        <p class="desk-quiet">{t.el('straightLine', { count: results.straightLine })}</p>
      )}
    </section>
  );
}

function Fact(props: { name: string; children: preact.ComponentChildren }) {
  return (
    <div class="results-fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Named({ all }: { all: readonly { readonly words: string; readonly count: number | null }[] }) {
  return (
    <ul class="results-named">
      {all.map(({ words, count }) => (
        <li key={words}>
          <bdi>{words}</bdi> <CountWords count={count} />
        </li>
      ))}
    </ul>
  );
}
