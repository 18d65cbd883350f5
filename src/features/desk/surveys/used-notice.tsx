import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useDesk } from '../desk-context.ts';
import { surveyPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';

/** A version that people have answered stays as it is: says so, and begins the next one. */
export function UsedNotice() {
  const t = useText('desk-surveys');
  const { client, go } = useDesk();
  const { doc, readOnly } = useBuilder();
  const { busy, problem, act } = useAct();
  if (!readOnly) return null;
  const { surveyId, version } = doc.survey;
  const begin = (): void =>
    void act(async () => {
      const { survey } = await client.newSurvey({ from: 'version', of: { surveyId, version } });
      go(surveyPath(survey.surveyId, survey.version));
    });
  return (
    <div class="builder__notice">
      {problem !== null && <ProblemNotice problem={problem} />}
      <Notice
        tone="plain"
        actions={
          <Button look="main" icon="plus" busy={busy} onClick={begin}>
            {t.el('used.newVersion')}
          </Button>
        }
      >
        {t.el('used.what')}
      </Notice>
    </div>
  );
}
