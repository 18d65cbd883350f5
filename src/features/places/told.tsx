import type { ComponentChildren, VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { FactName, FactValue } from '../../places/differing.ts';
import type { Directory, Seen } from '../../places/history.ts';
import { voiceOf } from '../../places/voices.ts';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { FactWords } from '../fact-words.tsx';
import { ToldBy } from '../told-by.tsx';
import { placeAddress } from './place-row.tsx';

/**
 * What was seen or told on one day. `brief`: its words and who said them, and what it is where that does not stand above
 * it already. `answered`: what it tells of, where it says whether something is better now; null when that is not here.
 */
export function Told(props: {
  seen: Seen;
  directory: Directory;
  brief?: 'all' | 'kind';
  answered?: Seen | null;
  children?: ComponentChildren;
}): VNode {
  const t = useText('places');
  const { seen, directory, brief } = props;
  const facts = Object.entries(seen.facts) as [FactName, FactValue | undefined][];
  const linked = seen.link === null ? null : directory.find(seen.link.to);
  return (
    <div class="places-told">
      {brief !== 'all' && (
        <p class="places__strong">
          {seen.answers !== undefined
            ? t.el(`lists:betterNow.${seen.answers.now}`)
            : t.el(seen.kind === 'visit' ? 'visit' : `lists:noteKinds.${seen.kind}`)}
        </p>
      )}
      {seen.answers !== undefined && <Answered note={props.answered ?? null} />}
      {seen.what !== '' && (
        <p>
          <Bdi>{seen.what}</Bdi>
        </p>
      )}
      {brief === undefined && (
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
      {voiceOf(seen) === 'others' && (
        <StatusChip tone="calm" icon="people">
          {t.el('voice.mark')}
        </StatusChip>
      )}
      {seen.onlyHere && <StatusChip tone="waiting">{t.el('onlyHere')}</StatusChip>}
      {props.children}
    </div>
  );
}

/** What is better, the same or worse now. */
function Answered({ note }: { note: Seen | null }): VNode {
  const t = useText('places');
  if (note === null || note.kind === 'visit') return <p class="places__soft">{t.el('better.gone')}</p>;
  return (
    <p class="places__soft">
      {t.el('better.about')} {note.what === '' ? t.el(`lists:noteKinds.${note.kind}`) : <Bdi>{note.what}</Bdi>}
    </p>
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
