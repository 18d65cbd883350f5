import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { questionCode } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useBuilder } from './builder-context.ts';
import { renameQuestion } from './edits.ts';

/** The short code by which results of this question join across versions and variants. */
export function QuestionCode({ code }: { code: string }) {
  const t = useText('desk-surveys');
  const { doc, readOnly, edit, open } = useBuilder();
  const [typed, setTyped] = useState<string | null>(null);
  const next = typed?.trim() ?? '';
  const taken = next !== code && doc.survey.questions.some((one) => one.code === next);
  const fits = z.safeParse(questionCode, next).success;
  const problem = taken ? t.el('code.taken') : typed !== null && !fits ? t.el('code.shape') : undefined;
  function keep(): void {
    if (problem !== undefined) return;
    if (next !== code) {
      edit((now) => renameQuestion(now, code, next), { what: 'renamed', about: next });
      open(`q.${next}`, 'replace');
    }
    setTyped(null);
  }
  return (
    <>
      <button type="button" class="question-code" disabled={readOnly} onClick={() => setTyped(code)}>
        <span class="desk-quiet">{t.el('code.name')}</span> <code>{code}</code>
      </button>
      {typed !== null && (
        <Dialog
          open
          onClose={() => setTyped(null)}
          title={t.el('code.title')}
          actions={
            <>
              <Button onClick={() => setTyped(null)}>{t.el('code.cancel')}</Button>
              <Button look="main" disabled={problem !== undefined} onClick={keep}>
                {t.el('code.keep')}
              </Button>
            </>
          }
        >
          <p>{t.el('code.what')}</p>
          <TextField
            label={t.el('code.label')}
            value={typed}
            maxLength={20}
            onChange={setTyped}
            {...(problem === undefined ? {} : { problem })}
          />
        </Dialog>
      )}
    </>
  );
}
