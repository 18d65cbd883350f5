import type { OpenPlace } from '../../../domain/desk-places.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { highestOf, ladderOf, ladderSaid } from '../../../places/ladder.ts';

/**
 * The steps that were reached, since when, and how that is known; and how often anybody came. `brief`: without what staff
 * wrote for one another.
 */
export function LadderSteps({ open, brief = false }: { open: OpenPlace; brief?: boolean }) {
  const t = useText('desk-ladder');
  const { language } = useLanguage();
  const { met } = open;
  const rungs = ladderOf(met, ladderSaid(open));
  const highest = highestOf(rungs);
  const [last, first] = [met[0]?.day, met.at(-1)?.day];
  return (
    <>
      {highest !== null && (
        <p>
          {t.el('now')} <strong>{t.el(`steps.${highest.step}`)}</strong>
        </p>
      )}
      <p>
        {first === undefined || last === undefined
          ? t.el('none')
          : met.length === 1
            ? t.el('once', { when: date(language, first) })
            : t.el('often', { count: met.length, first: date(language, first), last: date(language, last) })}
      </p>
      <ol class="ladder">
        {rungs.map(({ step, on, from, note, of }) => (
          <li key={step} class={on === null ? 'ladder__step' : 'ladder__step ladder__step--reached'}>
            {t.el(`steps.${step}`)}{' '}
            <span class="desk-quiet">
              {on === null || from === null
                ? t.el('notYet')
                : of !== '' && !brief
                  ? t.el('since.merged', { when: date(language, on), name: isolate(of) })
                  : t.el(`since.${from}`, { when: date(language, on) })}
              {note !== '' && !brief && (
                <>
                  {' '}
                  · <Bdi>{note}</Bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
