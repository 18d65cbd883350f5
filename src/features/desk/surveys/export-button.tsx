import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAct } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';

/** The survey with its words, sounds and pictures as one file: to keep, or to bring into another desk. */
export function ExportButton() {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { doc, store } = useBuilder();
  const { busy, problem, act } = useAct();
  const { surveyId, version } = doc.survey;
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button
        icon="download"
        busy={busy}
        onClick={() =>
          void act(async () => {
            await store.flush();
            saveFile(await client.exportSurvey(surveyId, version), `${surveyId}-${version}.survey.json`);
          })
        }
      >
        {t.el('export')}
      </Button>
    </>
  );
}
