import type { VNode } from 'preact';
import { date } from '../i18n/dates.ts';
import { Bdi } from '../i18n/isolate.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { nameIn } from '../kinds/spoken-languages.ts';
import type { PlaceFacts, PlaceStatus } from '../domain/place.ts';
import type { FactName, FactValue } from '../places/differing.ts';

/** Facts that are a code of a list, or several. */
const LIST_OF = {
  goodTimes: 'goodTimes',
  access: 'placeAccess',
  signal: 'signal',
  charging: 'yesNo',
  photos: 'photoRules',
  status: 'placeStatus',
} as const;

/** What is known of one thing, in words of the reader's language; what people wrote stays in theirs. */
export function FactWords(props: { what: FactName | 'status'; value: FactValue | PlaceStatus }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { what, value } = props;
  if (what in LIST_OF) {
    const list = LIST_OF[what as keyof typeof LIST_OF];
    const codes = Array.isArray(value) ? value : [value as string];
    return <Joined>{codes.map((code) => t.el(`lists:${list}.${code}`))}</Joined>;
  }
  if (what === 'languages')
    return (
      <Joined>
        {(value as string[]).map((tag) => (
          <Bdi key={tag}>{nameIn(tag, language)}</Bdi>
        ))}
      </Joined>
    );
  if (what === 'notAlone') return t.el(value === true ? 'facts.notAloneYes' : 'facts.notAloneNo');
  if (what === 'permission') {
    const { from, on, note } = value as NonNullable<PlaceFacts['permission']>;
    return (
      <>
        {t.el(`lists:permissionFrom.${from}`)}
        {on !== undefined && <> · {date(language, on)}</>}
        {note !== undefined && note !== '' && (
          <>
            {' · '}
            <Bdi>{note}</Bdi>
          </>
        )}
      </>
    );
  }
  return <Bdi>{value as string}</Bdi>;
}

function Joined(props: { children: readonly VNode[] }): VNode {
  return (
    <>
      {props.children.map((part, at) => (
        <span key={at}>
          {at > 0 && ' · '}
          {part}
        </span>
      ))}
    </>
  );
}
