import type { PullRow } from '../../src/domain/pull-row.ts';
import { surveyRowId, textsRowId } from '../../src/domain/survey.ts';
import { tabletWants } from '../../src/domain/survey-files.ts';
import type { StoredSurvey } from '../ports/survey-store.ts';

type Both = Pick<StoredSurvey, 'survey' | 'texts'>;

/**
 * What tablets are told of a survey: nothing of a draft, everything of the others, in the languages that the organisation
 * uses, in English, and in the survey's first language (which every other falls back to in the end).
 */
export function tabletRows({ survey, texts }: Both, languages: readonly string[]): PullRow[] {
  if (survey.state === 'draft') return goneRows({ survey, texts });
  const { surveyId, version } = survey;
  return [
    { kind: 'survey', id: surveyRowId(surveyId, version), value: survey },
    ...texts.map((each): PullRow => {
      const id = textsRowId(surveyId, version, each.language);
      return { kind: 'survey-texts', id, value: tabletWants(each.language, survey, languages) ? each : null };
    }),
  ];
}

/** The words whose way to tablets changes when the organisation's languages do: new ones come, others leave. */
export function rowsOfNewLanguages(both: Both, before: readonly string[], after: readonly string[]): PullRow[] {
  const was = tabletRows(both, before);
  return tabletRows(both, after).filter((row, i) => (row.value === null) !== (was[i]?.value === null));
}

/** Takes it off the tablets again. */
export function goneRows({ survey: { surveyId, version }, texts }: Both): PullRow[] {
  return [
    { kind: 'survey', id: surveyRowId(surveyId, version), value: null },
    ...texts.map(({ language }): PullRow => ({
      kind: 'survey-texts',
      id: textsRowId(surveyId, version, language),
      value: null,
    })),
  ];
}
