import type { VNode } from 'preact';
import type { PlaceFacts, Where } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';
import type { ListName } from '../domain/lists/lists.ts';
import { date } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { Chips, Fact, Quote } from './quote.tsx';
import { nameIn } from './spoken-languages.ts';

/** What is good to know before going, as lines of a summary. Nothing for what was not said. */
export function FactsShown({ facts }: { facts: PlaceFacts }): VNode {
  const t = useText('place-parts');
  const l = useText('lists');
  const { language } = useLanguage();
  const chips = (list: ListName, codes: readonly string[]) => (
    <Chips items={codes.map((code) => l.el(`${list}.${code}`))} />
  );
  const { permission } = facts;
  return (
    <>
      {facts.whoMeets !== undefined && (
        <Fact name={t.el('facts.whoMeets')}>
          <Quote words={facts.whoMeets} quiet />
        </Fact>
      )}
      {facts.host !== undefined && (
        <Fact name={t.el('facts.host')}>
          <bdi>{facts.host}</bdi>
        </Fact>
      )}
      {facts.languages !== undefined && (
        <Fact name={t.el('facts.languages')}>
          <Chips
            items={facts.languages.map((tag) => (
              <bdi key={tag}>{nameIn(tag, language)}</bdi>
            ))}
          />
        </Fact>
      )}
      {(facts.goodTimes !== undefined || facts.timesNote !== undefined) && (
        <Fact name={t.el('facts.goodTimes')}>
          {facts.goodTimes !== undefined && chips('goodTimes', facts.goodTimes)}
          {facts.timesNote !== undefined && <Quote words={facts.timesNote} quiet />}
        </Fact>
      )}
      {(facts.access !== undefined || facts.accessNote !== undefined) && (
        <Fact name={t.el('facts.access')}>
          {facts.access !== undefined && chips('placeAccess', facts.access)}
          {facts.accessNote !== undefined && <Quote words={facts.accessNote} quiet />}
        </Fact>
      )}
      {facts.signal !== undefined && <Fact name={t.el('facts.signal')}>{l.el(`signal.${facts.signal}`)}</Fact>}
      {facts.charging !== undefined && <Fact name={t.el('facts.charging')}>{l.el(`yesNo.${facts.charging}`)}</Fact>}
      {facts.sensitivities !== undefined && (
        <Fact name={t.el('facts.sensitivities')}>
          <Quote words={facts.sensitivities} quiet />
        </Fact>
      )}
      {facts.notAlone !== undefined && (
        <Fact name={t.el('facts.notAlone')}>{t.el(facts.notAlone ? 'common:yes' : 'common:no')}</Fact>
      )}
      {facts.photos !== undefined && <Fact name={t.el('facts.photos')}>{l.el(`photoRules.${facts.photos}`)}</Fact>}
      {permission !== undefined && (
        <Fact name={t.el('summary.permission')}>
          {l.el(`permissionFrom.${permission.from}`)}
          {permission.on !== undefined && <> · {date(language, permission.on)}</>}
          {permission.note !== undefined && <Quote words={permission.note} quiet />}
        </Fact>
      )}
    </>
  );
}

/** Where it is, in words: how finely it is kept, never which cell. */
export function WhereShown(props: {
  where: Where;
  council: string;
  grade: PlaceGrade;
  /** Said of a place whose own position holds. */
  atPlace?: boolean;
}): VNode {
  const t = useText('place-parts');
  const { where } = props;
  const council = where.as === 'council' ? where.council : props.council;
  return (
    <>
      {council !== '' && (
        <Fact name={t.el('summary.where')}>
          <bdi>{t.el('summary.council', { council })}</bdi>
        </Fact>
      )}
      {where.as !== 'nowhere' && where.as !== 'council' && (
        <Fact name={t.el('summary.onMap')}>{t.el(`where.kept.${where.as}.${where.grade}`)}</Fact>
      )}
      {where.as === 'nowhere' && props.atPlace === true && (
        <Fact name={t.el('summary.where')}>{t.el('summary.atPlace')}</Fact>
      )}
      <Fact name={t.el('summary.grade')}>{t.el(`grade.${props.grade}`)}</Fact>
    </>
  );
}
