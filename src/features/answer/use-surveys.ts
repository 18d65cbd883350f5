import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { loadSurvey, offered } from '../load-survey.ts';

/** The surveys that may be begun now, each with its words; read again when new ones come down. null until it is known. */
export function useSurveys(): readonly LoadedSurvey[] | null {
  const { reference } = useServices();
  const [surveys, show] = useState<readonly LoadedSurvey[] | null>(null);
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const known = offered(await reference.surveys());
      const all = await Promise.all(known.map(({ surveyId, version }) => loadSurvey(reference, surveyId, version)));
      if (here) show(all.filter((one) => one !== null));
    };
    const again = (): void => void read().catch(() => here && show([]));
    again();
    const stop = reference.subscribe(again);
    return () => {
      here = false;
      stop();
    };
  }, [reference]);
  return surveys;
}
