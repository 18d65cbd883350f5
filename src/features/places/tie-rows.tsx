import type { VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { SIGNS } from '../../map/marks/signs.ts';
import type { Known } from '../../places/history.ts';
import type { Tie } from '../../places/network.ts';
import { List, ListRow } from '../../ui/list/list.tsx';
import { placeAddress } from './place-row.tsx';

/** To whom one entry is linked, one row each. */
export function TieRows(props: { ties: readonly Tie[]; known: Known }): VNode {
  const own = props.ties.filter(({ from, to }) => from === props.known || to === props.known);
  return (
    <List>
      {own.map((tie) => {
        const { from, to, how } = tie;
        const other = from === props.known ? to : from;
        return (
          <ListRow
            key={`${from.entry.entryId} ${to.entry.entryId} ${how}`}
            icon={SIGNS[other.entry.type]}
            title={<Bdi>{other.entry.name}</Bdi>}
            detail={<TieWords tie={tie} />}
            href={placeAddress(other.entry.entryId)}
          />
        );
      })}
    </List>
  );
}

/** As the end that said it: "Friday group · Meets at · Library". */
export function TieWords(props: { tie: Tie }): VNode {
  const t = useText('places');
  const { from, to, how } = props.tie;
  return (
    <>
      <Bdi>{from.entry.name}</Bdi>
      {' · '}
      {t.el(`lists:linkKinds.${how}`)}
      {' · '}
      <Bdi>{to.entry.name}</Bdi>
    </>
  );
}
