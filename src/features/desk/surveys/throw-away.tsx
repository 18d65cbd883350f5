import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';

/** A draft that nobody used may go for good; asked twice, because undo does not bring it back. */
export function ThrowAway() {
  const t = useText('desk-surveys');
  const { go } = useDesk();
  const { store, doc, readOnly } = useBuilder();
  const { busy, problem, act } = useAct();
  const [asking, setAsking] = useState(false);
  if (readOnly || doc.survey.state !== 'draft') return null;
  const away = (): void =>
    void act(async () => {
      await store.remove();
      go('/desk/surveys', true);
    });
  return (
    <div>
      <Button look="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t.el('throwAway.open')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.el('throwAway.title')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.el('throwAway.keep')}</Button>
            <Button look="careful" icon="trash" busy={busy} onClick={away}>
              {t.el('throwAway.now')}
            </Button>
          </>
        }
      >
        {problem !== null && <ProblemNotice problem={problem} />}
        <p>{t.el('throwAway.what')}</p>
      </Dialog>
    </div>
  );
}
