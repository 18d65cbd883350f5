import type { VNode } from 'preact';
import type { NewsLine } from '../../../domain/place-news.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { ToldBy } from '../../told-by.tsx';
import { inboxPath, placesPath } from '../place.ts';

/** One thing that changed: of what, what it is, and who told it when. */
export function NewsRow({ line }: { line: NewsLine }) {
  const t = useText('desk-place-news');
  const { language } = useLanguage();
  const { entryId, name, type, cameIn } = line;
  return (
    <li class="places-desk__row">
      {entryId === null ? (
        <p class="places-desk__name">{name === '' ? t.el('spot') : <Bdi>{name}</Bdi>}</p>
      ) : (
        <a class="places-desk__name" href={placesPath({ show: 'one', entryId })}>
          <Bdi>{name}</Bdi>
        </a>
      )}
      <What line={line} />
      <p class="desk-quiet">
        {type !== null && <>{t.el(`lists:entryTypes.${type}`)} · </>}
        <When line={line} />
        {cameIn !== null && <> · {t.el('cameIn', { when: date(language, cameIn) })}</>}
        {(line.what === 'need' || line.what === 'answered') && (
          <>
            {' '}
            ·{' '}
            <a class="places-link" href={inboxPath({}, line.entityId)}>
              {t.el('desk-places:openRecord')}
            </a>
          </>
        )}
      </p>
    </li>
  );
}

function What({ line }: { line: NewsLine }): VNode {
  const t = useText('desk-place-news');
  const { language } = useLanguage();
  switch (line.what) {
    case 'new':
      return <p>{t.el(`line.new.${line.how}`)}</p>;
    case 'seen':
      return (
        <p>
          {line.before === null
            ? t.el('line.seenFirst')
            : line.afterLong
              ? t.el('line.seenAfterLong')
              : t.el('line.seen', { count: line.days, when: date(language, line.on) })}{' '}
          {line.before !== null &&
            line.before < line.on &&
            t.el('line.seenBefore', { when: date(language, line.before) })}
        </p>
      );
    case 'status': {
      const after = t(`lists:placeStatus.${line.after}`);
      return (
        <p>
          {line.before === null
            ? t.el('line.statusFirst', { after })
            : t.el('line.status', { after, before: t(`lists:placeStatus.${line.before}`) })}
        </p>
      );
    }
    case 'need':
      return (
        <>
          <p class="desk-label">
            {t.el('lists:noteKinds.need')}
            {line.share === 'office' && <> · {t.el('desk-places:office')}</>}
          </p>
          {line.says !== '' && <p dir="auto">{line.says}</p>}
        </>
      );
    case 'answered':
      return (
        <>
          <p class="desk-label">
            {t.el(`lists:betterNow.${line.now}`)}
            {line.share === 'office' && <> · {t.el('desk-places:office')}</>}
          </p>
          <p>
            {line.says === '' ? (
              t.el('places:better.gone')
            ) : (
              <>
                {t.el('places:better.about')} <Bdi>{line.says}</Bdi>
              </>
            )}
          </p>
        </>
      );
    case 'differing':
      return <p>{t.el('line.differing', { field: t(`places:facts.${line.field}`) })}</p>;
    case 'merged':
    case 'unmerged':
      return <p>{t.el(`line.${line.what}`, { other: isolate(line.other) })}</p>;
    case 'closed':
    case 'opened':
      return <p>{t.el(`line.${line.what}`)}</p>;
    case 'fading':
      return <p>{t.el('line.fading', { when: date(language, line.lastSeen) })}</p>;
  }
}

/** The day, and who told it where somebody did. */
function When({ line }: { line: NewsLine }): VNode {
  const t = useText('desk-place-news');
  const { language } = useLanguage();
  const { what, on } = line;
  if (what === 'need' || what === 'answered' || (what === 'status' && line.source !== null))
    return <ToldBy by={{ on, byName: line.by, source: line.source ?? 'not-said' }} />;
  const by = 'by' in line ? line.by : '';
  return (
    <>
      {by !== '' && <>{t.el('by', { name: isolate(by) })} · </>}
      <time dateTime={on}>{date(language, on)}</time>
    </>
  );
}
