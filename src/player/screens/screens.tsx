import type { VNode } from 'preact';
import { useStand, type Over } from '../stand.ts';
import { AskedScreen } from './asked-screen.tsx';
import { CheckScreen } from './check-screen.tsx';
import { ConsentAfterScreen } from './consent-after-screen.tsx';
import { ConsentScreen } from './consent-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { HowScreen } from './how-screen.tsx';
import { LanguageScreen } from './language-screen.tsx';
import { NoConsentScreen } from './no-consent-screen.tsx';
import { PracticeScreen } from './practice-screen.tsx';
import { PurposeScreen } from './purpose-screen.tsx';
import { StopScreen } from './stop-screen.tsx';
import { WaysScreen } from './ways-screen.tsx';
import { WhoScreen } from './who-screen.tsx';

/** The screen of the present stage, or the one that lies over it. */
export function Screens({ over }: { over: Over }): VNode {
  const { state, walk } = useStand();
  switch (over) {
    case 'language':
      return <LanguageScreen over />;
    case 'ways':
      return <WaysScreen />;
    case 'stop':
      return <StopScreen />;
    case 'no-consent':
      return <NoConsentScreen />;
    case 'child-practice':
      return <PracticeScreen onDone={() => walk.end('child-alone')} onBack={walk.close} />;
    case null:
  }
  switch (state.stage) {
    case 'language':
      return <LanguageScreen over={false} />;
    case 'how':
      return <HowScreen />;
    case 'purpose':
      return <PurposeScreen />;
    case 'consent':
      return <ConsentScreen />;
    case 'who':
      return <WhoScreen />;
    case 'practice':
      return <PracticeScreen onDone={() => walk.forward()} onBack={walk.back} />;
    case 'questions':
    case 'evaluation':
    case 'about-you':
      return <AskedScreen />;
    case 'check':
      return <CheckScreen />;
    case 'consent-after':
      return <ConsentAfterScreen />;
    case 'done':
      return <DoneScreen />;
  }
}
