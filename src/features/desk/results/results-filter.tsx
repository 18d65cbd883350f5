import { MOST_FILTERS, type ResultsQuery, type SurveyList, type SurveyResults } from '../../../domain/desk-surveys.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import { ANSWER_MODES } from '../../../domain/survey-response.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { languageName } from '../language-name.ts';
import { Select } from '../select.tsx';

type Key = 'which' | 'mode' | 'language' | 'voice' | 'setting' | 'months';

/** A part of the answers: two things at most at once, so that nobody can be found by crossing them. */
export function ResultsFilter(props: {
  surveyId: string;
  query: ResultsQuery;
  list: SurveyList | null;
  results: SurveyResults;
  onChange: (query: ResultsQuery) => void;
}) {
  const t = useText('desk-results');
  const { language: screenLanguage } = useLanguage();
  const { query, list, results, onChange } = props;
  const used = (['mode', 'language', 'voice', 'setting', 'months'] as const).filter((key) => isSet(query, key));
  const full = used.length >= MOST_FILTERS;
  const family = (list?.surveys ?? []).filter(
    (one) => one.family === results.family && one.surveyId !== props.surveyId && one.state !== 'draft',
  );
  const versions = (list?.surveys ?? []).filter((one) => one.surveyId === props.surveyId && one.state !== 'draft');
  const put = (change: Partial<Record<keyof ResultsQuery, string | number | undefined>>): void => {
    const all = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined && value !== '');
    onChange(Object.fromEntries(all) as ResultsQuery);
  };
  const pick = (
    key: 'mode' | 'language' | 'voice' | 'setting',
    options: readonly { value: string; label: string }[],
  ) =>
    full && !used.includes(key) ? null : (
      <Select
        key={key}
        label={t.el(`filter.${key}`)}
        value={query[key] ?? ''}
        onChange={(value: string) => put({ [key]: value })}
        options={[{ value: '', label: t('filter.all') }, ...options]}
      />
    );
  const named = (key: Exclude<Key, 'which' | 'months'>, codes: readonly string[], words: (code: string) => string) =>
    pick(
      key,
      codes.map((code) => ({ value: code, label: words(code) })),
    );
  return (
    <details class="desk-details results-filter no-print" open={Object.keys(query).length > 0}>
      <summary>{t.el('filter.open')}</summary>
      <div class="results-filter__all">
        <Select
          label={t.el('filter.which')}
          value={query.family === '1' ? 'family' : query.version === undefined ? '' : String(query.version)}
          onChange={(value: string) =>
            put({
              version: value === '' || value === 'family' ? undefined : Number(value),
              family: value === 'family' ? '1' : undefined,
            })
          }
          options={[
            { value: '', label: t('filter.allVersions') },
            ...versions.map(({ version }) => ({ value: String(version), label: t('filter.version', { version }) })),
            ...(family.length > 0 ? [{ value: 'family', label: t('filter.family') }] : []),
          ]}
        />
        {named('voice', LISTS.voices, (code) => t(`lists:voices.${code}`))}
        {named('mode', ANSWER_MODES, (code) => t(`kind-survey-response:mode.${code}`))}
        {named(
          'language',
          [
            ...new Set([
              ...results.languages.map(({ code }) => code),
              ...(query.language === undefined ? [] : [query.language]),
            ]),
          ],
          (code) => languageName(screenLanguage, code),
        )}
        {named('setting', LISTS.settings, (code) => t(`lists:settings.${code}`))}
        {(!full || used.includes('months')) && (
          <>
            <Month label={t('filter.from')} value={query.from} onChange={(from) => put({ from })} />
            <Month label={t('filter.to')} value={query.to} onChange={(to) => put({ to })} />
          </>
        )}
        {Object.keys(query).length > 0 && (
          <Button look="quiet" icon="cross" onClick={() => onChange({})}>
            {t.el('filter.clear')}
          </Button>
        )}
      </div>
      <p class="desk-quiet">{t.el(full ? 'filter.full' : 'filter.what')}</p>
    </details>
  );
}

function isSet(query: ResultsQuery, key: Exclude<Key, 'which'>): boolean {
  return key === 'months' ? query.from !== undefined || query.to !== undefined : query[key] !== undefined;
}

function Month(props: { label: string; value: string | undefined; onChange: (value: string | undefined) => void }) {
  return (
    <label class="desk-choice">
      <span class="desk-label">{props.label}</span>
      <input
        class="desk-select"
        type="month"
        value={props.value ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onChange(/^\d{4}-\d{2}$/.test(value) ? value : undefined);
        }}
      />
    </label>
  );
}
