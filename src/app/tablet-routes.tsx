import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { useSyncStatus } from '../features/sync-status/use-sync-status.ts';
import { useText } from '../i18n/use-text.tsx';
import type { EnrolState } from '../tablet/enrol.ts';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { Frame } from './frame.tsx';
import { BeforeJoining } from './before-joining.tsx';
import { BehindLock } from './behind-lock.tsx';
import { CapturePage, DraftsPage, WithdrawPage } from './capture-pages.tsx';
import { AnswerPage, SurveysPage } from './survey-pages.tsx';
import { LostKeyScreen } from './lost-key-screen.tsx';
import { NotHereScreen } from './not-here-screen.tsx';
import { RevokedScreen } from './revoked-screen.tsx';
import * as screens from './screens.ts';
import { useServices } from './services.ts';
import { useSession } from './session.ts';
import { UpdateOffer } from './update-offer.tsx';
import type { Updates } from './updates.ts';

const OPEN_WHEN_REVOKED = new Set(['/enrol', '/sent', '/safety', '/settings', '/accessibility']);

/** Every address of the tablet. What is behind the lock shows the lock in its place, and the same screen after it. */
export function TabletRoutes(props: { recovered: number; updates: Updates; version: string }): VNode {
  const { path } = useLocation();
  const { enrol } = useServices();
  const { lentFor } = useSession();
  const lent = lentFor !== null;
  const status = useSyncStatus();
  const [state, setState] = useState<EnrolState | null>(null);
  const [toldRecovered, setToldRecovered] = useState(false);
  const t = useText('app');

  // A new screen begins at its top, also where it takes the place of the one before.
  useEffect(() => globalThis.scrollTo(0, 0), [path]);
  // Asked again on each change of screen: it changes on the enrolment screen and by the server's word.
  useEffect(() => {
    let here = true;
    const look = async (): Promise<void> => {
      const next = await enrol.state().catch((): EnrolState => ({ step: 'not-enrolled' }));
      if (here) setState(next);
    };
    void look();
    return () => {
      here = false;
    };
  }, [enrol, path]);

  if (state === null) return <div class="starting" />;
  if (status.problem === 'device-revoked' && !lent && !OPEN_WHEN_REVOKED.has(path))
    return (
      <Frame safety>
        <RevokedScreen />
      </Frame>
    );
  if (state.step !== 'enrolled') {
    if (path === '/safety') return <screens.Safety />;
    if (path === '/accessibility') return <screens.Accessibility />;
    if (path === '/settings') return <screens.Settings version={props.version} />;
    if (state.step === 'lost-key' && path !== '/enrol') return <LostKeyScreen operations={state.operations} />;
    return (
      <BeforeJoining>
        {path === '/enrol' || state.step === 'waiting' ? <screens.EnrolPage /> : <screens.Start />}
      </BeforeJoining>
    );
  }
  if (path === '/enrol' && !lent) return <screens.EnrolPage />;
  // In somebody else's hands every address shows their survey: Back finds no staff screen.
  const answering = path.startsWith('/survey/') || lent;

  return (
    <Frame safety={path !== '/safety'} bare={lent}>
      {props.recovered > 0 && !toldRecovered && !lent && (
        <div class="frame__told">
          <Notice
            tone="good"
            speak="polite"
            title={t.el('recovered.title')}
            actions={<Button onClick={() => setToldRecovered(true)}>{t.el('common:close')}</Button>}
          >
            {t.el('recovered.text', { count: props.recovered })}
          </Notice>
        </div>
      )}
      {answering ? (
        <AnswerPage />
      ) : (
        <Router>
          <Route path="/" component={GoHome} />
          <Route path="/unlock" component={GoHome} />
          <Route path="/ready" component={screens.Ready} installed={props.updates.installed} />
          <Route path="/safety" component={screens.Safety} />
          <Route path="/sent" component={screens.Sync} />
          <Route path="/accessibility" component={screens.Accessibility} />
          <Route path="/settings" component={screens.Settings} version={props.version} />
          <Route path="/home" component={HomePage} updates={props.updates} />
          <Route path="/visit/start" component={VisitStart} />
          <Route path="/visit/end" component={VisitEnd} />
          <Route path="/capture/visit/:draftId?" component={VisitEnd} />
          <Route path="/capture/:kind/:draftId?" component={CapturePage} />
          <Route path="/surveys" component={SurveysPage} />
          <Route path="/places/:at?" component={Places} />
          <Route path="/drafts" component={DraftsPage} />
          <Route path="/withdraw" component={WithdrawPage} />
          <Route default component={NotHereScreen} />
        </Router>
      )}
    </Frame>
  );
}

function GoHome(): null {
  const { route } = useLocation();
  useEffect(() => route('/home', true), [route]);
  return null;
}

const HomePage = (props: { updates: Updates }): VNode => (
  <BehindLock>
    <screens.Home offer={(nothingOpen) => <UpdateOffer updates={props.updates} nothingOpen={nothingOpen} />} />
  </BehindLock>
);

function behindLock(Screen: ComponentType<object>): ComponentType {
  return () => (
    <BehindLock>
      <Screen />
    </BehindLock>
  );
}
const VisitStart = behindLock(screens.VisitStart);
const VisitEnd = behindLock(screens.VisitEnd);
const Places = behindLock(screens.Places);
