import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known } from '../../places/history.ts';
import { tiesOf } from '../../places/network.ts';
import { Button } from '../../ui/button/button.tsx';
import { List, ListRow } from '../../ui/list/list.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { placeAddress } from './place-row.tsx';
import { TYPE_ICONS } from './type-icons.ts';

/** Whom or what it is linked to, from both ends. */
export function Linked(props: { known: Known; directory: Directory }): VNode | null {
  const t = useText('places');
  const { known, directory } = props;
  const ties = useMemo(
    () => tiesOf(directory).filter(({ from, to }) => from === known || to === known),
    [directory, known],
  );
  if (ties.length === 0) return null;
  return (
    <section aria-labelledby="place-linked">
      <Stack>
        <h2 id="place-linked">{t.el('linked')}</h2>
        <List>
          {ties.map(({ from, to, how }) => {
            const other = from === known ? to : from;
            return (
              <ListRow
                key={`${from.entry.entryId} ${to.entry.entryId} ${how}`}
                icon={TYPE_ICONS[other.entry.type]}
                title={<Bdi>{other.entry.name}</Bdi>}
                detail={<TieWords from={from} to={to} how={how} />}
                href={placeAddress(other.entry.entryId)}
              />
            );
          })}
        </List>
        <Button icon="link" href={`/places/networks?of=${encodeURIComponent(known.entry.entryId)}`}>
          {t.el('seeNetwork')}
        </Button>
      </Stack>
    </section>
  );
}

/** "Friday group · Meets at · Library": who, how, to whom. */
export function TieWords(props: { from: Known; to: Known; how: string }): VNode {
  const t = useText('places');
  return (
    <>
      <Bdi>{props.from.entry.name}</Bdi>
      {' · '}
      {t.el(`lists:linkKinds.${props.how}`)}
      {' · '}
      <Bdi>{props.to.entry.name}</Bdi>
    </>
  );
}
