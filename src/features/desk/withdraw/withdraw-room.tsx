import { useState } from 'preact/hooks';
import { readReceiptCode, showReceiptCode } from '../../../domain/receipt-code.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';

type Scope = 'words' | 'contact';

/** For the phone call: a code, what the person asks for, and what to say to them afterwards. */
export function WithdrawRoom() {
  const t = useText('desk-withdraw');
  const { client } = useDesk();
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope | null>(null);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<{ scope: Scope; found: number } | null>(null);
  const { busy, problem, act } = useAct();
  const code = readReceiptCode(typed);

  async function withdraw(): Promise<void> {
    setAsking(false);
    if (code === null || scope === null) return;
    await act(async () => setDone({ scope, found: await client.withdraw(code, scope) }));
  }

  if (done !== null) {
    return (
      <Page title={t.el('title')}>
        <Notice tone={done.found === 0 ? 'waiting' : 'good'} speak="now">
          {done.found === 0 ? t.el('done.none') : t.el(`done.${done.scope}`, { count: done.found })}
        </Notice>
        <p>{t.el('done.honest')}</p>
        <Button
          onClick={() => {
            setDone(null);
            setTyped('');
            setScope(null);
            setTried(false);
          }}
        >
          {t.el('done.another')}
        </Button>
      </Page>
    );
  }
  return (
    <Page title={t.el('title')}>
      <p class="desk-quiet">{t.el('why')}</p>
      <form
        class="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (code !== null && scope !== null) setAsking(true);
        }}
      >
        {problem !== null && <ProblemNotice problem={problem} />}
        <TextField
          code
          label={t.el('code')}
          hint={t.el('codeHint')}
          value={typed}
          maxLength={20}
          required
          onChange={setTyped}
          {...(tried && code === null ? { problem: t.el('codeWrong') } : {})}
        />
        <ChoiceList
          label={t.el('scope')}
          choices={(['words', 'contact'] as const).map((value) => ({
            value,
            label: t.el(`scopes.${value}`),
            detail: t.el(`scopeHints.${value}`),
          }))}
          value={scope}
          onChange={setScope}
        />
        <Button type="submit" look="main" busy={busy} disabled={scope === null}>
          {t.el('submit')}
        </Button>
      </form>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={scope === 'contact' ? t.el('scopes.contact') : t.el('sure.title', { code: showReceiptCode(code ?? '') })}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.el('sure.keep')}</Button>
            <Button look="careful" onClick={() => void withdraw()}>
              {t.el('sure.go')}
            </Button>
          </>
        }
      >
        <p>{scope === 'contact' ? t.el('scopeHints.contact') : t.el('sure.what')}</p>
      </Dialog>
    </Page>
  );
}
