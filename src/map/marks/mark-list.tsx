import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Bdi } from '../../i18n/isolate.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { List, ListRow } from '../../ui/list/list.tsx';
import type { MapMark } from '../map-props.ts';
import { kindKey, SIGNS } from './signs.ts';

/** More would not be read; coming closer shows the rest. */
const MOST = 40;

/** The same marks as a list: for the keyboard, the screen reader, and whoever would rather read. */
export function MarkList(props: {
  title: VNode;
  marks: readonly MapMark[];
  onOpen: ((id: string) => void) | undefined;
  open?: boolean | undefined;
}): VNode | null {
  const t = useText('map');
  const { marks, onOpen } = props;
  if (marks.length === 0) return null;
  return (
    <details class="map__list" open={props.open === true}>
      <summary class="map__list-title">
        <Icon name="unfold" />
        {props.title}
      </summary>
      <List>
        {marks.slice(0, MOST).map(({ id, name, type }) => (
          <ListRow
            key={id}
            icon={SIGNS[type]}
            title={<Bdi>{name}</Bdi>}
            detail={t.el(kindKey(type))}
            onClick={onOpen === undefined ? undefined : () => onOpen(id)}
          />
        ))}
      </List>
      {marks.length > MOST && <p class="map__note">{t.el('moreInView', { count: marks.length - MOST })}</p>}
    </details>
  );
}
