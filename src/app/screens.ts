import { lazyScreen } from './lazy-screen.tsx';

/** Every screen of the tablet, each fetched (from the field pack) when it is first shown. */
export const Start = lazyScreen(
  async () => (await import('../features/start/start-screen.tsx')).StartScreen,
  ['enrol'],
);
export const EnrolPage = lazyScreen(
  async () => (await import('../features/enrol/enrol-screen.tsx')).EnrolScreen,
  ['enrol', 'problems'],
);
export const Ready = lazyScreen(
  async () => (await import('../features/ready/ready-screen.tsx')).ReadyScreen,
  ['ready'],
);
export const Unlock = lazyScreen(
  async () => (await import('../features/unlock/unlock-screen.tsx')).UnlockScreen,
  ['unlock'],
);
export const Home = lazyScreen(async () => (await import('../features/home/home-screen.tsx')).HomeScreen, ['home']);
export const VisitStart = lazyScreen(
  async () => (await import('../features/visits/visit-start-screen.tsx')).VisitStartScreen,
  ['visits', 'lists', 'places'],
);
export const VisitEnd = lazyScreen(
  async () => (await import('../features/visits/visit-end-screen.tsx')).VisitEndScreen,
  ['visits'],
);
export const Sync = lazyScreen(
  async () => (await import('../features/sync-status/sync-screen.tsx')).SyncScreen,
  ['sync', 'problems'],
);
export const Safety = lazyScreen(
  async () => (await import('../features/safety/safety-screen.tsx')).SafetyScreen,
  ['safety'],
);
export const Settings = lazyScreen(
  async () => (await import('./settings-page.tsx')).SettingsPage,
  ['settings', 'unlock', 'problems', 'accessibility'],
);
export const Accessibility = lazyScreen(
  async () => (await import('../features/accessibility/accessibility-screen.tsx')).AccessibilityScreen,
  ['accessibility'],
);
export const Places = lazyScreen(
  async () => (await import('../features/places/places-page.tsx')).PlacesPage,
  ['places', 'lists'],
);
