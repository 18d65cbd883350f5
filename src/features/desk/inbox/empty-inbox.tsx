import { useText } from '../../../i18n/use-text.tsx';
import type { InboxFilter } from '../place.ts';

/** Nothing here: because nothing is waiting, or because the filters leave nothing over. */
export function EmptyInbox({ filter }: { filter: InboxFilter }) {
  const t = useText('desk-inbox');
  const { lane: _lane, state, ...others } = filter;
  const filtered = Object.keys(others).length > 0 || (state !== undefined && state !== 'open');
  const which = filtered ? 'filter' : 'lane';
  return (
    <div class="desk-empty">
      <p class="desk-empty__what">{t.el(`empty.${which}`)}</p>
      <p class="desk-quiet">{t.el(`empty.${which}Hint`)}</p>
    </div>
  );
}
