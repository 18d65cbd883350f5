import { useEffect, useState } from 'preact/hooks';
import { CONFIRMATIONS } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { useDesk } from '../desk-context.ts';
import type { Room } from '../place.ts';

/** Reminds those who may change it of what is still to be confirmed, in every room but the one where it is done. */
export function ToConfirmNotice({ room }: { room: Room }) {
  const t = useText('desk-frame');
  const { client, may } = useDesk();
  const [left, setLeft] = useState(0);
  const mine = may('organisation');
  useEffect(() => {
    if (!mine) return;
    client.organisation().then(
      (settings) => setLeft(CONFIRMATIONS.filter((what) => settings.confirmed[what] === undefined).length),
      () => undefined,
    );
  }, [client, mine, room]);
  if (!mine || left === 0 || room === 'organisation') return null;
  return (
    <p class="desk-to-confirm">
      <span>{t.el('toConfirm', { count: left })}</span> <a href="/desk/organisation">{t.el('toConfirmOpen')}</a>
    </p>
  );
}
