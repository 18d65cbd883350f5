import { render, type ComponentType } from 'preact';
import { App } from './app/app.tsx';
import { applyLook, keepDeviceSettings, readDeviceSettings } from './app/device-settings.ts';
import { lazyScreen } from './app/lazy-screen.tsx';
import { lookForNewer } from './app/look-for-newer.ts';
import { watchPage } from './app/page-watch.ts';
import type { Boot } from './app/tablet-boot.ts';
import { startUpdates } from './app/updates.ts';
import { catchInstallOffer } from './features/ready/install-offer.ts';
import { loadTexts } from './i18n/catalogue.ts';
import { startLanguage } from './i18n/use-language.ts';
import { textOf } from './i18n/use-text.tsx';
import { setTheme } from './ui/theme/theme.ts';
import './ui/styles/base.css';
import './app/app.css';

declare const __APP_VERSION__: string;

const Desk = lazyScreen(async () => {
  const [{ Desk: Screens }, { httpDeskClient }, { deskClips }] = await Promise.all([
    import('./features/desk/desk.tsx'),
    import('./adapters/http/desk-client.ts'),
    import('./app/desk-clips.ts'),
  ]);
  const client = httpDeskClient();
  const clips = deskClips();
  return () => <Screens client={client} clips={clips} />;
}, ['common']);

const Gallery = lazyScreen(async () => {
  const pages = import.meta.glob<{ Gallery: ComponentType }>('./gallery/gallery.tsx');
  const load = pages['./gallery/gallery.tsx'];
  if (load === undefined) throw new Error('not yet');
  return (await load()).Gallery;
}, ['common', 'gallery']);

const boot: Boot = async () => (await import('./app/boot-tablet.ts')).bootTablet(__APP_VERSION__);

/** What the tablet's first screens need comes while the texts do, and not after them. A failure is met where it is used. */
function fetchTabletEarly(): void {
  if (/^\/(?:desk|gallery)(?:\/|$)/.test(location.pathname)) return;
  void import('./app/boot-tablet.ts').catch(() => undefined);
  void import('./features/unlock/unlock-screen.tsx').catch(() => undefined);
}

async function start(): Promise<void> {
  fetchTabletEarly();
  catchInstallOffer(window);
  const settings = readDeviceSettings();
  setTheme(settings.theme);
  applyLook(settings);
  await startLanguage(settings, keepDeviceSettings);
  await loadTexts(['common', 'app', 'sync']);
  const root = document.querySelector<HTMLElement>('#app');
  if (root === null) throw new Error('the page has no place for the app');
  const updates = startUpdates();
  lookForNewer(updates);
  render(<App boot={boot} updates={updates} version={__APP_VERSION__} Desk={Desk} Gallery={Gallery} />, root);
  watchPage(root, () => textOf('common')('appName'));
}

void start();
