import { useCallback, useEffect, useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import type { TabletChange } from '../../../ports/desk-client.ts';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { AddTablet } from './add-tablet.tsx';
import { TabletSheet } from './tablet-sheet.tsx';
import { WaitingTablet } from './waiting-tablet.tsx';
import { Moment } from '../frame/moment.tsx';

/** Milliseconds between looks: quick while somebody waits with a tablet in hand, gentle otherwise. */
const LOOK_MS = { adding: 3000, resting: 20_000 } as const;

/** Every tablet with what it last told us; those that wait for approval first. */
export function TabletsRoom() {
  const t = useText('desk-tablets');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.tablets(), [client]));
  const { busy, problem: actProblem, act } = useAct();
  /** Which tablets waited already when the dialogue was opened, or null while it is closed. */
  const [before, setBefore] = useState<readonly string[] | null>(null);
  const adding = before !== null;
  const waiting = (value ?? []).filter((tablet) => tablet.state === 'waiting');
  const others = (value ?? []).filter((tablet) => tablet.state !== 'waiting' && tablet.state !== 'refused');
  const hurry = adding || waiting.length > 0;

  useEffect(() => {
    const looking = setInterval(
      () => {
        if (document.visibilityState === 'visible') void again();
      },
      hurry ? LOOK_MS.adding : LOOK_MS.resting,
    );
    return () => clearInterval(looking);
  }, [again, hurry]);

  async function change(deviceId: string, wanted: TabletChange): Promise<boolean> {
    const made = await act(() => client.changeTablet(deviceId, wanted));
    await again();
    return made;
  }

  return (
    <Page
      title={t.el('title')}
      aside={
        <Button look="main" icon="plus" onClick={() => setBefore(waiting.map((tablet) => tablet.deviceId))}>
          {t.el('add')}
        </Button>
      }
    >
      <p class="desk-quiet">{t.el('why')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {actProblem !== null && <ProblemNotice problem={actProblem} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      <div aria-live="polite">
        {waiting.map((tablet) => (
          <WaitingTablet key={tablet.deviceId} tablet={tablet} busy={busy} onChange={change} />
        ))}
      </div>
      {value !== null && others.length === 0 && waiting.length === 0 && (
        <EmptyState title={t.el('empty')}>{t.el('emptyHint')}</EmptyState>
      )}
      <ul class="desk-sheets">
        {others.map((tablet) => (
          <TabletSheet key={tablet.deviceId} tablet={tablet} busy={busy} onChange={change} />
        ))}
      </ul>
      {adding && (
        <AddTablet
          onClose={() => setBefore(null)}
          waiting={waiting
            .filter((tablet) => !before.includes(tablet.deviceId))
            .map((tablet) => (
              <WaitingTablet key={tablet.deviceId} tablet={tablet} busy={busy} onChange={change} />
            ))}
        />
      )}
    </Page>
  );
}
