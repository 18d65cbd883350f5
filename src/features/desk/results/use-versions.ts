import { useEffect, useState } from 'preact/hooks';
import type { SurveyResults } from '../../../domain/desk-surveys.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { loadTexts } from '../../../i18n/catalogue.ts';
import { useDesk } from '../desk-context.ts';

/** More versions than this are not asked for their words: the newest say them. */
const MOST = 6;

/** The words of the versions that these results are about, the newest first; one that is gone is passed over. */
export function useVersions(results: SurveyResults | null): readonly LoadedSurvey[] {
  const { client } = useDesk();
  const [loaded, setLoaded] = useState<readonly LoadedSurvey[]>([]);
  const rows = results === null ? [] : [...new Set(results.questions.flatMap(({ askedIn }) => askedIn))].slice(0, MOST);
  const types = results === null ? [] : [...new Set(results.questions.map(({ type }) => `question-${type}`))];
  const wanted = rows.join(' ');
  useEffect(() => {
    let here = true;
    const fetch = async (): Promise<void> => {
      const found = await Promise.all(
        rows.map(async (row) => {
          const [surveyId = '', version = ''] = row.split('@');
          return await client.survey(surveyId, Number(version)).catch(() => null);
        }),
      );
      if (here) setLoaded(found.flatMap((one) => (one === null ? [] : [{ survey: one.survey, texts: one.texts }])));
    };
    void loadTexts(types);
    if (rows.length > 0) void fetch();
    return () => {
      here = false;
    };
  }, [client, wanted]);
  return loaded;
}
