import type { InboxItem } from '../../../domain/desk.ts';
import { age } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';
import { useDesk } from '../desk-context.ts';
import { kindName } from '../kind-name.ts';
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
        <span class={`desk-lane-mark desk-lane-mark--${item.lane}`}>{kindName(t, item.kind)}</span>
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
        {item.mediaMissing > 0 && (
          <span class="desk-line__coming">
            <Icon name="waiting" size="small" />
            {t.el('line.coming', { count: item.mediaMissing })}
          </span>
        )}
        {item.hasVoice && <Sign icon="mic" words={t('line.voice')} />}
        {item.hasPhoto && <Sign icon="photo" words={t('line.photo')} />}
        {item.amendments > 0 && <Sign icon="edit" words={t('line.amended', { count: item.amendments })} />}
        {place !== '' && (
          <span class="desk-line__place">
            <Bdi>{place}</Bdi>
          </span>
        )}
        {item.ownerId !== null && (
          <span class="desk-line__owner">
            <Icon name="person" size="small" />
            {item.ownerId === me.actorId ? t.el('line.mine') : <Bdi>{item.ownerName ?? ''}</Bdi>}
          </span>
        )}
      </span>
    </a>
  );
}

/** A sign that stands for words where there is little room; a screen reader hears the words, a pointer shows them. */
function Sign({ icon, words }: { icon: IconName; words: string }) {
  return (
    <span class="desk-line__sign" title={words}>
      <Icon name={icon} size="small" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
