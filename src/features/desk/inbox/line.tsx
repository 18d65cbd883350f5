import type { InboxItem } from '../../../domain/desk.ts';
import { age } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useDesk } from '../desk-context.ts';
import { Due } from '../record/due.tsx';

/** One record in the list: the person's own words first, then where, how old, whose, and what is missing. */
export function InboxLine(props: {
  item: InboxItem;
  href: string;
  current: boolean;
  tabbable: boolean;
  now: Date;
  onArrow: (step: 1 | -1) => void;
}) {
  const t = useText('desk-inbox');
  const { language } = useLanguage();
  const { me } = useDesk();
  const { item, now } = props;
  const place = [item.placeName, item.groupName].filter((name) => name !== null && name !== '').join(' · ');
  return (
    <a
      class={`desk-line desk-line--${item.state}${item.withdrawn ? ' desk-line--withdrawn' : ''}`}
      href={props.href}
      aria-current={props.current ? 'true' : undefined}
      tabIndex={props.tabbable ? 0 : -1}
      data-entity={item.entityId}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        props.onArrow(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <span class="desk-line__top">
        <span class={`desk-lane-mark desk-lane-mark--${item.lane}`}>{t.el(`kind-${item.kind}:name`)}</span>
        <span class="desk-line__state">{t.el(`desk-record:triage.states.${item.state}`)}</span>
        <time class="desk-line__age" dateTime={item.receivedAt}>
          {t('line.ago', { age: age(language, item.receivedAt, now) })}
        </time>
      </span>
      <span class="desk-line__words">
        {item.withdrawn ? (
          t.el('line.withdrawn')
        ) : item.headline === '' ? (
          t.el('line.noWords')
        ) : (
          <Bdi>{item.headline}</Bdi>
        )}
      </span>
      <span class="desk-line__facts">
        {!item.withdrawn && <Due dueAt={item.dueAt} done={item.state === 'done'} now={now} />}
        {place !== '' && <Bdi>{place}</Bdi>}
        {item.ownerId !== null && (
          <span class="desk-line__owner">
            <Icon name="person" size="small" />
            {item.ownerId === me.actorId ? t.el('line.mine') : <Bdi>{item.ownerName ?? ''}</Bdi>}
          </span>
        )}
        {item.mediaMissing > 0 && (
          <span class="desk-line__coming">
            <Icon name="waiting" size="small" />
            {t.el('line.coming', { count: item.mediaMissing })}
          </span>
        )}
        {item.hasVoice && (
          <span>
            <Icon name="mic" size="small" /> {t.el('line.voice')}
          </span>
        )}
        {item.hasPhoto && (
          <span>
            <Icon name="photo" size="small" /> {t.el('line.photo')}
          </span>
        )}
        {item.amendments > 0 && <span>{t.el('line.amended', { count: item.amendments })}</span>}
      </span>
    </a>
  );
}
