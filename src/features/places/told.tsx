import type { VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { FactName, FactValue } from '../../places/differing.ts';
import type { Directory, Seen } from '../../places/history.ts';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { FactWords } from '../fact-words.tsx';
import { ToldBy } from '../told-by.tsx';
import { placeAddress } from './place-row.tsx';

/** What was seen or told on one day. `brief`: its words and who said them. */
export function Told(props: { seen: Seen; directory: Directory; brief?: boolean }): VNode {
  const t = useText('places');
  const { seen, directory } = props;
  const facts = Object.entries(seen.facts) as [FactName, FactValue | undefined][];
  const linked = seen.link === null ? null : directory.find(seen.link.to);
  return (
    <div class="places-told">
      {props.brief !== true && (
        <p class="places__strong">{t.el(seen.kind === 'visit' ? 'visit' : `lists:noteKinds.${seen.kind}`)}</p>
      )}
      {seen.what !== '' && (
        <p>
          <Bdi>{seen.what}</Bdi>
        </p>
      )}
      {props.brief !== true && (
        <>
          {seen.themes.length > 0 && (
            <p class="places__soft">
              {seen.themes.map((theme, at) => (
                <span key={theme}>
                  {at > 0 && ' · '}
                  {t.el(`lists:themes.${theme}`)}
                </span>
              ))}
            </p>
          )}
          {seen.status !== null && <Line name="facts.status" what="status" value={seen.status} />}
          {facts.map(
            ([name, value]) =>
              value !== undefined && <Line key={name} name={`facts.${name}`} what={name} value={value} />,
          )}
          {seen.link !== null && linked !== null && (
            <p>
              {t.el(`lists:linkKinds.${seen.link.how}`)}{' '}
              <a href={placeAddress(linked.entry.entryId)}>
                <Bdi>{linked.entry.name}</Bdi>
              </a>
            </p>
          )}
        </>
      )}
      <p class="places__soft">
        <ToldBy by={seen} />
      </p>
      {seen.onlyHere && <StatusChip tone="waiting">{t.el('onlyHere')}</StatusChip>}
    </div>
  );
}

function Line(props: { name: string } & Parameters<typeof FactWords>[0]): VNode {
  const t = useText('places');
  return (
    <p>
      {t.el(props.name)}
      {': '}
      <FactWords what={props.what} value={props.value} />
    </p>
  );
}
