import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import type { Updates } from './updates.ts';

/** A calm offer, on home only, and only while nothing is unfinished. "Later" keeps it away until the app opens again. */
export function UpdateOffer(props: { updates: Updates; nothingOpen: boolean }): VNode | null {
  const t = useText('app');
  const { updates } = props;
  const [waiting, setWaiting] = useState(updates.waiting());
  const [later, setLater] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setWaiting(updates.waiting());
    return updates.subscribe(() => setWaiting(updates.waiting()));
  }, [updates]);
  if (!waiting || later || !props.nothingOpen) return null;
  const take = () => {
    setBusy(true);
    void updates.take();
  };
  return (
    <Notice
      title={t.el('update.title')}
      actions={
        <>
          <Button busy={busy} icon="refresh" onClick={take}>
            {t.el(busy ? 'update.working' : 'update.now')}
          </Button>
          <Button look="quiet" onClick={() => setLater(true)}>
            {t.el('update.later')}
          </Button>
        </>
      }
    >
      {t.el('update.text')}
    </Notice>
  );
}
