import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { age, dateTime, minutesAndSeconds, number } from '../../i18n/dates.ts';
import { size } from '../../i18n/sizes.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { SyncStatus } from '../../sync/status.ts';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { RescueButton } from './rescue-button.tsx';
import { statusTone, statusWords } from './status-words.ts';
import { useSyncStatus } from './use-sync-status.ts';
import './sync-screen.css';

const OLD_MS = 2 * 24 * 60 * 60 * 1000;

/** All that is behind the chip: what waits and for how long, why, when the next try is, and whether storage is safe. */
export function SyncScreen(): VNode {
  const t = useText('sync');
  const problems = useText('problems');
  const { clock, sync } = useServices();
  const { language } = useLanguage();
  const status = useSyncStatus();
  const now = useNow(() => clock.wallMs());
  const { oldestWaitingAt, lastSentAt } = status;
  const problem = status.problem ?? status.met;
  const old = oldestWaitingAt !== null && now - Date.parse(oldestWaitingAt) > OLD_MS;
  const waiting = status.waiting + status.waitingMedia > 0;
  const sending = status.phase === 'sending';

  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: () => history.back() }} />}>
      <Card look="accent">
        <p class="sync-screen__words">
          <StatusChip tone={statusTone(status)}>{statusWords(status, t, language)}</StatusChip>
        </p>
        <Button look="main" icon="send" wide busy={sending} onClick={() => sync.nudge()}>
          {t.el(sending ? 'sending' : 'send')}
        </Button>
        {problem !== null && (waiting || problem === 'device-revoked') && (
          <div>
            <h2 class="sync-screen__why">{t.el('why')}</h2>
            <p>{problems.el(problem)}</p>
          </div>
        )}
      </Card>
      {old && <Notice tone="careful">{t.el('old')}</Notice>}
      {status.quarantined > 0 && <Notice>{t.el('withStaff', { count: status.quarantined })}</Notice>}
      <dl class="sync-screen__facts">
        <Fact name={t.el('waiting')}>{number(language, status.waiting)}</Fact>
        <Fact name={t.el('waitingMedia')}>{number(language, status.waitingMedia)}</Fact>
        {oldestWaitingAt !== null && (
          <Fact name={t.el('oldest')}>{t.el('oldestIs', { age: age(language, oldestWaitingAt, new Date(now)) })}</Fact>
        )}
        <Fact name={t.el('lastSent')}>{lastSentAt === null ? t.el('never') : dateTime(language, lastSentAt)}</Fact>
        {waiting && <Fact name={t.el('nextTry')}>{nextTry(status, now, t.el)}</Fact>}
      </dl>
      <StorageFacts />
      {waiting && <RescueButton />}
    </Screen>
  );
}

function Fact(props: { name: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <div class="sync-screen__fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function nextTry(
  status: SyncStatus,
  nowMs: number,
  el: (key: string, values?: Record<string, string>) => VNode,
): VNode {
  const left = status.nextTryAtMs === null ? 0 : status.nextTryAtMs - nowMs;
  return left <= 0 ? el('nextTryNow') : el('nextTryIn', { time: minutesAndSeconds(left) });
}

function StorageFacts(): VNode {
  const t = useText('sync');
  const { tablet } = useServices();
  const { language } = useLanguage();
  const [kept, setKept] = useState<boolean | null>(null);
  const [free, setFree] = useState<number | null>(null);
  useEffect(() => {
    tablet.persisted().then(setKept, () => setKept(null));
    tablet.space().then(
      (space) => setFree(space?.freeBytes ?? null),
      () => setFree(null),
    );
  }, [tablet]);
  return (
    <Stack room="small">
      <h2>{t.el('storage')}</h2>
      <p>{t.el(kept === null ? 'keptUnknown' : kept ? 'kept' : 'notKept')}</p>
      {kept !== true && (
        <Button icon="shield" onClick={() => void tablet.askToPersist().then(setKept)}>
          {t.el('askToKeep')}
        </Button>
      )}
      {free !== null && <p>{t.el('free', { free: size(language, free) })}</p>}
    </Stack>
  );
}

function useNow(wallMs: () => number): number {
  const [now, show] = useState(wallMs);
  useEffect(() => {
    const ticking = setInterval(() => show(wallMs()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
