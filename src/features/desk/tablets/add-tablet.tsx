import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { CodeShow } from '../../../ui/code-show/code-show.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { QrPicture } from './qr-picture.tsx';
import { Moment } from '../frame/moment.tsx';

/** A one-time code, as a picture for the camera and in large signs, until it runs out. */
export function AddTablet({ onClose, waiting }: { onClose: () => void; waiting: readonly ComponentChildren[] }) {
  const t = useText('desk-tablets');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.newTabletCode(), [client]));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  const leftMs = value === null ? 0 : new Date(value.expiresAt).getTime() - now;
  const over = value !== null && leftMs <= 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.el('code.title')}
      actions={
        <>
          <Button onClick={onClose}>{t.el('code.close')}</Button>
          {over && (
            <Button look="main" onClick={() => void again()}>
              {t.el('code.another')}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {waiting.length > 0 ? (
        waiting
      ) : over ? (
        <Moment>{t.el('code.over')}</Moment>
      ) : (
        value !== null && (
          <>
            <p>{t.el('code.what', { url: addressOf(value.url) })}</p>
            <QrPicture rows={value.qr} label={t('code.qr')} />
            <CodeShow code={value.code} label={t.el('code.label')} />
            <p class="desk-quiet" role="timer">
              {t.el('code.left', { time: minutesAndSeconds(leftMs) })}
            </p>
            <p class="desk-quiet">{t.el('code.waiting')}</p>
          </>
        )
      )}
    </Dialog>
  );
}

/** The address without the code behind the #, for typing. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
