import type { VNode } from 'preact';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { SIGNS } from '../../map/marks/signs.ts';
import type { Known } from '../../places/history.ts';
import { ListRow } from '../../ui/list/list.tsx';
import { Standing } from './standing.tsx';

/**
 * One entry in a list: its name, what it is, when it was last seen, and what is most pressing about it. `brief`: what was
 * seen is not here yet, and nothing is said of it.
 */
export function PlaceRow(props: { known: Known; brief?: boolean }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { entry, lastSeen } = props.known;
  return (
    <ListRow
      icon={SIGNS[entry.type]}
      title={<Bdi>{entry.name}</Bdi>}
      detail={
        <>
          {t.el(entry.setting === null ? `lists:entryTypes.${entry.type}` : `lists:settings.${entry.setting}`)}
          {entry.council !== '' && (
            <>
              {' · '}
              <Bdi>{entry.council}</Bdi>
            </>
          )}
          {lastSeen !== null && (
            <>
              {' · '}
              {t.el('lastSeen', { when: date(language, lastSeen) })}
            </>
          )}
        </>
      }
      end={props.brief === true ? undefined : <Standing known={props.known} most={1} />}
      href={placeAddress(entry.entryId)}
    />
  );
}

export const placeAddress = (entryId: string): string => `/places/${entryId}`;
