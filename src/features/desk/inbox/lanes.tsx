import type { InboxPage } from '../../../domain/desk.ts';
import { LANES, type Lane } from '../../../domain/kind.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';
import { inboxPath, type InboxFilter } from '../place.ts';

/** The four lanes with how much is open in each, and everything at once for searching. */
export function LaneTabs({ filter, counts }: { filter: InboxFilter; counts: InboxPage['counts'] | null }) {
  const t = useText('desk-inbox');
  const { lane: current, ...others } = filter;
  return (
    <nav class="desk-lanes" aria-label={t('lanesLabel')}>
      {LANES.map((lane) => (
        <LaneLink key={lane} lane={lane} count={counts?.[lane]} current={current === lane} others={others} />
      ))}
      <LaneLink lane="all" current={current === undefined} others={others} />
    </nav>
  );
}

function LaneLink(props: { lane: Lane | 'all'; count?: number | undefined; current: boolean; others: InboxFilter }) {
  const t = useText('desk-inbox');
  const { language } = useLanguage();
  const { lane, count, current, others } = props;
  const name = t(`lanes.${lane}`);
  return (
    <a
      class={`desk-lane desk-lane--${lane}${count !== undefined && count > 0 ? ' desk-lane--some' : ''}`}
      href={inboxPath(lane === 'all' ? others : { ...others, lane })}
      aria-current={current ? 'page' : undefined}
    >
      <span class="desk-lane__name">{name}</span>{' '}
      {count !== undefined && (
        <span class="desk-lane__count">
          {number(language, count)} <VisuallyHidden>{t.el('laneOpen')}</VisuallyHidden>
        </span>
      )}
    </a>
  );
}
