import { useState } from 'preact/hooks';
import type { ImportAnswer, OpenSurvey } from '../../../domain/desk-surveys.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';

/** A survey out of a file: first it is read and told about row by row, then it becomes a draft of its own. */
export function ImportSurvey(props: { onClose: () => void; onMade: (made: OpenSurvey) => void }) {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { busy, problem, act } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const findings = answer?.findings ?? [];
  const stops = findings.filter(({ weight }) => weight === 'stops');

  function choose(chosen: File | undefined): void {
    if (chosen === undefined) return;
    setFile(chosen);
    setAnswer(null);
    void act(async () => setAnswer(await client.importSurvey(chosen, true)));
  }
  function take(): void {
    if (file === null) return;
    void act(async () => {
      const made = await client.importSurvey(file, false);
      if (made.open === null) setAnswer(made);
      else props.onMade(made.open);
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('import.title')}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('import.cancel')}</Button>
          <Button look="main" busy={busy} disabled={answer === null || stops.length > 0} onClick={take}>
            {t.el('import.take')}
          </Button>
        </>
      }
    >
      <p>{t.el('import.what')}</p>
      <label class="survey-file">
        <Icon name="box" />
        <span>{file === null ? t.el('import.choose') : <bdi>{file.name}</bdi>}</span>
        <input
          class="survey-file__input"
          type="file"
          accept=".json,application/json"
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
      </label>
      {problem !== null && <ProblemNotice problem={problem} />}
      <LiveRegion visible>
        {busy
          ? t('import.reading')
          : answer === null
            ? ''
            : stops.length > 0
              ? t('import.stops', { count: stops.length })
              : findings.length > 0
                ? t('import.warns', { count: findings.length })
                : t('import.clean')}
      </LiveRegion>
      {findings.length > 0 && (
        <ul class="survey-findings survey-findings--file">
          {findings.map((one, at) => (
            <li key={at} class={`survey-finding survey-finding--${one.weight}`}>
              <Icon name={one.weight === 'stops' ? 'cross' : 'information'} size="small" />
              <span>
                <strong>{one.path}</strong> {t.el(`survey-file:${one.reason}`, one.about)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
