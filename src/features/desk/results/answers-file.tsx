import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import { PageSection } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAct } from '../use-asked.ts';

/** The answers as a table, one row a response; says what is in it before it is taken. */
export function AnswersFile({ surveyId, version }: { surveyId: string; version: number | undefined }) {
  const t = useText('desk-results');
  const { client, may } = useDesk();
  const { busy, problem, act } = useAct();
  if (!may('export-answers')) return null;
  const take = (as: 'labels' | 'codes'): void =>
    void act(async () => saveFile(await client.answersCsv(surveyId, as, version), `${surveyId}-${as}.csv`));
  return (
    <div class="no-print">
      <PageSection title={t.el('file.title')}>
        <p>{t.el('file.what')}</p>
        {problem !== null && <ProblemNotice problem={problem} />}
        <div class="results__tools">
          <Button icon="download" busy={busy} onClick={() => take('labels')}>
            {t.el('file.labels')}
          </Button>
          <Button icon="download" busy={busy} onClick={() => take('codes')}>
            {t.el('file.codes')}
          </Button>
        </div>
      </PageSection>
    </div>
  );
}
