import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { NameMark } from '../ui/name-mark/name-mark.tsx';
import { LastResort } from './last-resort.tsx';
import { ServicesProvider } from './services.ts';
import { SessionHost } from './session-host.tsx';
import type { Boot, BootOutcome } from './tablet-boot.ts';
import { TabletRoutes } from './tablet-routes.tsx';
import { BrokenScreen, NoOpfsScreen, OtherTabScreen } from './trouble-screens.tsx';
import type { Updates } from './updates.ts';

/** The tablet's part of the app: opens the stores once, then shows screens, or says plainly why it cannot. */
export function TabletRoot(props: { boot: Boot; updates: Updates; version: string }): VNode {
  const [outcome, show] = useState<BootOutcome | null>(null);
  const [letGo, setLetGo] = useState(false);
  const { boot } = props;

  const start = useCallback(async () => {
    const came = await boot().catch((thrown: unknown) => ({ at: 'broken' as const, thrown, rescue: null }));
    if (came.at === 'ready') came.onAskedToLetGo(() => setLetGo(true));
    show(came);
  }, [boot]);
  useEffect(() => void start(), [start]);

  if (letGo) return <OtherTabScreen takeOver={() => Promise.resolve()} onTaken={() => location.reload()} />;
  if (outcome === null) return <Starting />;
  switch (outcome.at) {
    case 'other-tab':
      return <OtherTabScreen takeOver={outcome.takeOver} onTaken={() => void start()} />;
    case 'no-opfs':
      return <NoOpfsScreen />;
    case 'broken':
      return <BrokenScreen thrown={outcome.thrown} rescue={outcome.rescue} />;
    default:
      return (
        <LastResort rescue={outcome.rescue}>
          <ServicesProvider value={outcome.services}>
            <SessionHost>
              <TabletRoutes recovered={outcome.recovered} updates={props.updates} version={props.version} />
            </SessionHost>
          </ServicesProvider>
        </LastResort>
      );
  }
}

function Starting(): VNode {
  const t = useText('app');
  return (
    <div class="starting" role="status" aria-label={t('starting')}>
      <NameMark name={t('common:appName')} size="large" />
    </div>
  );
}
