import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { readReceiptCode } from '../../domain/receipt-code.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/use-text.tsx';
import { KINDS } from '../../kinds/registry.ts';
import type { Withdraw } from '../../tablet/withdraw.ts';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { Tabs } from '../../ui/tabs/tabs.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { PickToday } from './pick-today.tsx';
import { Withdrawn } from './withdrawn.tsx';

type Scope = Parameters<Withdraw>[0]['scope'];
type Way = 'code' | 'pick';

/** "Stop using my words": by the code, or picked together from today's list. Works with no signal, and always wins. */
export function WithdrawScreen(): VNode {
  const t = useText('withdraw');
  const services = useServices();
  const { worker } = useUnlocked();
  const [way, setWay] = useState<Way>('code');
  const [code, setCode] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [scope, setScope] = useState<Scope | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<{ scope: Scope; foundHere: number; draftsRemoved: number } | null>(null);
  useEffect(() => void loadTexts([...Object.keys(KINDS).map((kind) => `kind-${kind}`), 'problems']), []);

  const read = readReceiptCode(code);
  const target =
    way === 'code' ? (read === null ? null : { code: read }) : picked === null ? null : { code: '', entityId: picked };

  const withdraw = async (): Promise<void> => {
    setAsked(true);
    if (target === null || scope === null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const found = await services.withdraw({ ...target, scope, ...worker });
      setDone({ scope, ...found });
      services.sync.nudge();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
    } finally {
      setBusy(false);
    }
  };
  const again = () => {
    setCode('');
    setPicked(null);
    setScope(null);
    setAsked(false);
    setDone(null);
  };

  if (done !== null) return <Withdrawn {...done} onAgain={again} />;
  return (
    <Screen
      audience="participant"
      top={<TopBar title={t.el('title')} back={{ label: t('common:back'), href: '/home' }} />}
      bottom={
        <BottomBar>
          <Button look="main" busy={busy} onClick={() => void withdraw()}>
            {t.el(busy ? 'working' : 'confirm')}
          </Button>
        </BottomBar>
      }
    >
      <Stack room="large">
        <p>{t.el('lead')}</p>
        <Tabs<Way>
          label={t('title')}
          tabs={[
            { id: 'code', label: t.el('how.code') },
            { id: 'pick', label: t.el('how.pick') },
          ]}
          current={way}
          onChange={(next) => {
            setWay(next);
            setAsked(false);
          }}
        >
          {way === 'code' ? (
            <TextField
              code
              label={t.el('codeLabel')}
              hint={t.el('codeHint')}
              value={code}
              maxLength={12}
              onChange={setCode}
              {...(asked && read === null ? { problem: t.el('codeWrong') } : {})}
            />
          ) : (
            <PickToday value={picked} onChange={setPicked} needed={asked && picked === null} />
          )}
        </Tabs>
        <ChoiceList<Scope>
          label={t.el('scope')}
          choices={[
            { value: 'words', label: t.el('scopes.words'), detail: t.el('scopeHints.words') },
            { value: 'contact', label: t.el('scopes.contact'), detail: t.el('scopeHints.contact') },
          ]}
          value={scope}
          onChange={setScope}
          {...(asked && scope === null ? { problem: t.el('scopeNeeded') } : {})}
        />
        {problem !== null && (
          <Notice tone="careful" speak="now">
            {t.el(`problems:${problem.code}`, problem.details)}
          </Notice>
        )}
      </Stack>
    </Screen>
  );
}
