import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Owed } from '../domain/protocol.ts';
import { date } from '../i18n/dates.ts';
import { Bdi, isolate } from '../i18n/isolate.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { factViews, GOOD_TO_KNOW, isNotForOne, photoRule, type FactName } from '../places/differing.ts';
import { fold } from '../places/fold.ts';
import type { Directory, Known, Seen } from '../places/history.ts';
import { standings } from '../places/open.ts';
import { owedAt, owedHere } from '../places/owed.ts';
import { Card } from '../ui/card/card.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { FactWords } from './fact-words.tsx';
import { ToldBy } from './told-by.tsx';
import './before-you-go.css';

/** What nobody should find out on the doorstep: that one goes in twos, is asked too often, owes an answer, keeps a custom. */
export function BeforeYouGo(props: {
  known: Known;
  /** Everything that is owed to anybody. */
  owed: readonly Owed[];
  directory: Directory;
  today: string;
  /** Leaves out what only helps to plan. */
  brief?: boolean;
  /** Its name first: where this stands for one of several. */
  headed?: boolean;
}): VNode | null {
  const t = useText('places');
  const { language } = useLanguage();
  const { known, today } = props;
  const { entry } = known;
  // Where several stand below one another, each has what is owed to it alone.
  const owed = (props.headed === true ? owedAt : owedHere)(props.owed, known, props.directory);
  const rule = photoRule(known, today);
  const careful: readonly FactName[] = ['sensitivities'];
  const facts = [...careful, ...(props.brief === true ? [] : GOOD_TO_KNOW)];
  const told = facts
    .map((name) => ({ name, views: factViews(known, name, today) }))
    .filter(({ views }) => views.length);
  const standingOf = standings(known.observations, today);
  /** The day since which what was in the way is better: what was told with it may be so no more. */
  const betterSince = (by: Seen | null): string | null => {
    const standing = by === null ? null : standingOf(by);
    return standing === null || standing.open ? null : (standing.last?.on ?? null);
  };
  const id = useId();
  const notForOne = isNotForOne(known, today);
  const hasFacts = told.length > 0 || rule !== null || entry.notes !== '';
  if (!notForOne && !known.askedOften && !hasFacts && owed.length + entry.culture.length === 0) return null;
  return (
    <>
      {props.headed === true && (
        <h2>
          <Bdi>{entry.name}</Bdi>
        </h2>
      )}
      {notForOne && (
        <Notice tone="careful" title={t.el('notAlone.title')}>
          {t.el('notAlone.text')}
        </Notice>
      )}
      {known.askedOften && (
        <Notice tone="waiting" title={t.el('often.title', { count: known.visits90 })}>
          {t.el('often.text')}
        </Notice>
      )}
      {owed.length > 0 && (
        <Card labelledBy={`${id}-owed`} look="accent">
          <h2 id={`${id}-owed`}>{t.el('owed.title', { count: owed.length })}</h2>
          <p>{t.el('owed.lead')}</p>
          <ul class="before__list">
            {owed.map((one) => (
              <li key={one.entityId}>
                <p>
                  <Bdi>{one.what}</Bdi>
                </p>
                <p class="before__soft">
                  {!isCalled(known, one.groupName) && (
                    <>
                      <Bdi>{one.groupName}</Bdi>
                      {' · '}
                    </>
                  )}
                  {one.dueOn === null
                    ? t.el('owed.noDate')
                    : t.el(one.dueOn < today ? 'owed.late' : 'owed.due', { when: date(language, one.dueOn) })}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {entry.culture.length > 0 && (
        <Card labelledBy={`${id}-culture`}>
          <h2 id={`${id}-culture`}>{t.el('culture.title')}</h2>
          <ul class="before__list">
            {entry.culture.map(({ says, approvedBy, on }) => (
              <li key={`${on} ${says}`}>
                <p>
                  <Bdi>{says}</Bdi>
                </p>
                <p class="before__soft">
                  {t.el('culture.approved', { name: isolate(approvedBy), when: date(language, on) })}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {hasFacts && (
        <Card labelledBy={`${id}-before`}>
          <h2 id={`${id}-before`}>{t.el('before')}</h2>
          <dl class="before__facts">
            {rule !== null && (
              <div>
                <dt>{t.el('facts.photos')}</dt>
                <dd>
                  <FactWords what="photos" value={rule} />
                </dd>
              </div>
            )}
            {told.map(({ name, views }) => (
              <div key={name}>
                <dt>{t.el(`facts.${name}`)}</dt>
                {views.map(({ value, by }) => (
                  <dd key={by === null ? '' : `${by.on} ${by.byName}`}>
                    <FactWords what={name} value={value} />
                    {by !== null && (
                      <span class="before__soft">
                        <ToldBy by={by} />
                      </span>
                    )}
                    {betterSince(by) !== null && (
                      <span class="before__soft">
                        {t.el('better.better', { when: date(language, betterSince(by) ?? '') })}
                      </span>
                    )}
                  </dd>
                ))}
              </div>
            ))}
            {entry.notes !== '' && (
              <div>
                <dt>{t.el('facts.notes')}</dt>
                <dd>
                  <Bdi>{entry.notes}</Bdi>
                </dd>
              </div>
            )}
          </dl>
        </Card>
      )}
    </>
  );
}

/** Whether this is one of its names, or nobody's. */
function isCalled({ names }: Known, name: string): boolean {
  const plain = (one: string): string => fold(one).trim();
  return plain(name) === '' || names.map(plain).includes(plain(name));
}
