import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { differencesOf, GOOD_TO_KNOW, type FactName } from '../../../places/differing.ts';
import type { Known } from '../../../places/history.ts';
import { FactWords } from '../../fact-words.tsx';
import { ToldBy } from '../../told-by.tsx';

const FACTS: readonly FactName[] = ['sensitivities', 'notAlone', 'photos', ...GOOD_TO_KNOW];

/** What the directory says, and where people saw it differently. */
export function Agreed({ known, today }: { known: Known; today: string }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { entry } = known;
  const said = FACTS.filter((name) => entry.facts[name] !== undefined);
  const differing = differencesOf(known, today);
  return (
    <>
      {differing.length > 0 && (
        <section class="desk-sheet desk-sheet--look">
          <h2 class="desk-page__subtitle">{t.el('places:differing')}</h2>
          {differing.map(({ what, views }) => (
            <div class="places-differing" key={what}>
              <p class="desk-label">{t.el(`places:facts.${what}`)}</p>
              <ul>
                {views.map(({ value, by }) => (
                  <li key={by?.byName ?? ''} class="desk-conflict__one">
                    <strong>
                      <FactWords what={what} value={value} />
                    </strong>
                    {by !== null && (
                      <p class="desk-quiet">
                        <ToldBy by={by} />
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <dl class="places-facts">
        {known.status !== null && (
          <>
            <dt>{t.el('places:facts.status')}</dt>
            <dd>
              {t.el(`lists:placeStatus.${known.status}`)}
              {known.statusOn !== null && <> · {date(language, known.statusOn)}</>}
            </dd>
          </>
        )}
        {entry.alsoCalled.length > 0 && (
          <>
            <dt>{t.el('edit.alsoCalled')}</dt>
            <dd>{isolate(entry.alsoCalled.join(' · '))}</dd>
          </>
        )}
        <dt>{t.el('where.title')}</dt>
        <dd>
          {t.el(`where.now.${entry.where.as}`)}
          {entry.council !== '' && (
            <>
              {' '}
              · <Bdi>{entry.council}</Bdi>
            </>
          )}
        </dd>
        {entry.size !== null && (
          <>
            <dt>{t.el('size.about')}</dt>
            <dd>
              <Bdi>{entry.size.about}</Bdi> · {t.el(`sources.${entry.size.source}`)} ·{' '}
              {t.el(`lists:confidence.${entry.size.confidence}`)}
            </dd>
          </>
        )}
        {said.map((name) => (
          <Fact key={name} name={name} entry={entry} />
        ))}
        {entry.notes !== '' && (
          <>
            <dt>{t.el('edit.notes')}</dt>
            <dd dir="auto">{entry.notes}</dd>
          </>
        )}
      </dl>
      {entry.culture.length > 0 && (
        <section class="desk-sheet">
          <h2 class="desk-page__subtitle">{t.el('culture.title')}</h2>
          {entry.culture.map((note) => (
            <div key={`${note.says}${note.on}`}>
              <p dir="auto">{note.says}</p>
              <p class="desk-quiet">
                {t.el('places:culture.approved', { name: isolate(note.approvedBy), when: date(language, note.on) })}
              </p>
            </div>
          ))}
        </section>
      )}
      {entry.askable.length > 0 && (
        <section class="desk-sheet">
          <h2 class="desk-page__subtitle">{t.el('places:askable')}</h2>
          {entry.askable.map((one) => (
            <p key={`${one.who}${one.how}`}>
              <strong dir="auto">{one.who}</strong> <span dir="auto">{one.how}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Fact({ name, entry }: { name: FactName; entry: Known['entry'] }) {
  const t = useText('desk-places');
  const value = entry.facts[name];
  if (value === undefined) return null;
  return (
    <>
      <dt>{t.el(`places:facts.${name}`)}</dt>
      <dd>
        <FactWords what={name} value={value} />
      </dd>
    </>
  );
}
