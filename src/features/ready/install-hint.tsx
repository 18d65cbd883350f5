import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { currentOffer, onInstallOffer } from './install-offer.ts';
import { howToInstall } from './how-to-install.ts';

/** How to install on this very tablet. Says nothing where it is installed already, or cannot be. */
export function InstallHint(): VNode | null {
  const t = useText('ready');
  const [offer, setOffer] = useState(currentOffer);
  useEffect(() => onInstallOffer(() => setOffer(currentOffer())), []);
  const standalone =
    matchMedia('(display-mode: standalone)').matches || matchMedia('(display-mode: fullscreen)').matches;
  const how = howToInstall({
    standalone,
    offered: offer !== null,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
  });
  switch (how) {
    case 'installed':
      return <Notice tone="good">{t.el('installed')}</Notice>;
    case 'offered':
      return (
        <Notice
          title={t.el('install')}
          actions={
            <Button icon="download" onClick={() => void offer?.prompt()}>
              {t.el('installNow')}
            </Button>
          }
        >
          {t.el('installText')}
        </Notice>
      );
    case 'ipad':
      return (
        <Notice tone="careful" title={t.el('install')}>
          <p>{t.el('installSafari')}</p>
          <p>{t.el('installIpad')}</p>
        </Notice>
      );
    case 'safari':
      return (
        <Notice tone="careful" title={t.el('install')}>
          {t.el('installSafari')}
        </Notice>
      );
    default:
      return null;
  }
}
