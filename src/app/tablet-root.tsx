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

interface NotLoaded {
  readonly at: 'not-loaded';
  readonly thrown: unknown;
}

/** The tablet's part of the app: opens the stores once, then shows screens, or says plainly why it cannot. */
export function TabletRoot(props: { boot: Boot; updates: Updates; version: string }): VNode {
  const [outcome, show] = useState<BootOutcome | NotLoaded | null>(null);
  const [letGo, setLetGo] = useState(false);
  const { boot } = props;

  const start = useCallback(async () => {
    // `boot` itself never throws; its code may fail to load.
    show(await boot().catch((thrown: unknown) => ({ at: 'not-loaded' as const, thrown })));
  }, [boot]);
  useEffect(() => void start(), [start]);

  if (outcome === null) return <Starting />;
  if (letGo && outcome.at === 'ready')
    return <OtherTabScreen takeOver={outcome.takeBack} onTaken={() => location.reload()} />;
  switch (outcome.at) {
    case 'other-tab':
      return <OtherTabScreen takeOver={outcome.takeOver} onTaken={() => void start()} />;
    case 'no-opfs':
      return <NoOpfsScreen />;
    case 'not-loaded':
      throw outcome.thrown;
    case 'broken':
      return <BrokenScreen rescue={outcome.rescue} />;
    default:
      return (
        <LastResort rescue={outcome.rescue}>
          <ServicesProvider value={outcome.services}>
            <SessionHost onLettingGo={(keep) => outcome.onLettingGo(keep, () => setLetGo(true))}>
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
    <output class="starting" aria-label={t('starting')}>
      <NameMark name={t('common:appName')} size="large" />
    </output>
  );
}
