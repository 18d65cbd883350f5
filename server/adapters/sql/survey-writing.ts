import { surveyFiles } from '../../../src/domain/survey-files.ts';
import type { SurveyFacts, SurveyWrite } from '../../ports/survey-store.ts';
import { insertRows, type Reader } from './sql.ts';

/** Writes one version with its words and the files it speaks of. false when it is not as the writer believes. */
export async function writeSurvey(tx: Reader, change: SurveyWrite, byName: string, now: string): Promise<boolean> {
  const { survey, texts, rev } = change;
  const { surveyId, version, state, family } = survey;
  const cells = [
    state,
    family,
    JSON.stringify(survey),
    JSON.stringify(lineOf(change)),
    change.used ? 1 : 0,
    now,
    byName,
  ];
  const written =
    rev === 0
      ? await tx.query(
          `INSERT INTO surveys (state, family, survey, line, used, changed_at, changed_by, rev, survey_id, version)
             VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (survey_id, version) DO NOTHING RETURNING rev`,
          [...cells, surveyId, version],
        )
      : await tx.query(
          `UPDATE surveys SET state = ?, family = ?, survey = ?, line = ?,
             used = CASE WHEN ? = 1 THEN 1 ELSE used END, changed_at = ?, changed_by = ?, rev = rev + 1
             WHERE survey_id = ? AND version = ? AND rev = ? AND (used = 0 OR ? = 0) RETURNING rev`,
          [...cells, surveyId, version, rev, change.onlyUnused ? 1 : 0],
        );
  if (written.length === 0) return false;
  await tx.query('DELETE FROM survey_texts WHERE survey_id = ? AND version = ?', [surveyId, version]);
  await insertRows(
    tx,
    'survey_texts',
    ['survey_id', 'version', 'language', 'place', 'texts'],
    texts.map((each, place) => [surveyId, version, each.language, place, JSON.stringify(each)]),
  );
  await tx.query('DELETE FROM survey_asset_uses WHERE survey_id = ? AND version = ?', [surveyId, version]);
  await insertRows(
    tx,
    'survey_asset_uses',
    ['sha256', 'survey_id', 'version'],
    surveyFiles(survey, texts).map(({ sha256 }) => [sha256, surveyId, version]),
  );
  return true;
}

/** What a list shows of it, beside its columns. */
function lineOf({
  survey,
  texts,
}: SurveyWrite): Pick<SurveyFacts, 'title' | 'languages' | 'questions' | 'easyReadChecked'> {
  const first = texts.find(({ language }) => language === survey.languages[0]) ?? texts[0];
  return {
    title: (first?.standard['title'] ?? survey.surveyId).slice(0, 200),
    languages: texts.map(({ language, status }) => ({ language, status })),
    questions: survey.questions.length,
    easyReadChecked: survey.easyReadChecked,
  };
}
