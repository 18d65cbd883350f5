import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { EnrolState } from '../../tablet/enrol.ts';
import { CodeShow } from '../../ui/code-show/code-show.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';

const ASK_EVERY_MS = 2500;

/** Both screens show the same signs. Asks every few seconds whether staff have approved. */
export function WaitingForStaff(props: { check: string; onState: (state: EnrolState) => void }): VNode {
  const t = useText('enrol');
  const { enrol, clock } = useServices();
  const [reached, setReached] = useState(true);
  const { onState } = props;

  useEffect(() => {
    const over = new AbortController();
    const ask = async (): Promise<void> => {
      while (!over.signal.aborted) {
        await clock.sleep(ASK_EVERY_MS, over.signal);
        if (over.signal.aborted) return;
        try {
          const state = await enrol.poll();
          setReached(true);
          if (state.step !== 'waiting') return onState(state);
        } catch {
          setReached(false);
        }
      }
      return undefined;
    };
    void ask();
    return () => over.abort();
  }, [enrol, clock, onState]);

  return (
    <Stack room="large">
      <p>{t.el('waiting.text')}</p>
      <CodeShow every={3} code={props.check} label={t.el('waiting.check')} />
      <LiveRegion visible>
        <StatusChip tone={reached ? 'working' : 'waiting'}>
          {t.el(reached ? 'waiting.looking' : 'waiting.offline')}
        </StatusChip>
      </LiveRegion>
      <p>{t.el('waiting.notSame')}</p>
    </Stack>
  );
}
