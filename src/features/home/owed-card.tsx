import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Owed } from '../../domain/protocol.ts';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { localDay } from '../local-day.ts';

/**
 * "You owe this group 2 answers", before anything new is asked: the headline and the first of them, the rest at a tap, so
 * that the four things to do stay within reach.
 */
export function OwedCard(props: { owed: readonly Owed[] }): VNode {
  const t = useText('home');
  const { language } = useLanguage();
  const { clock } = useServices();
  const [open, setOpen] = useState(false);
  const [first] = props.owed;
  const today = localDay(clock.wallMs());
  const due = ({ dueOn }: Owed) =>
    dueOn === null
      ? t.el('owed.noDate')
      : t.el(dueOn < today ? 'owed.late' : 'owed.due', { when: date(language, dueOn) });
  return (
    <details class="home__owes" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <div class="home__owes-words">
          <h2>{t.el('owed.title', { count: props.owed.length })}</h2>
          {!open && first !== undefined && (
            <p class="home__owes-first">
              <Bdi>{first.what}</Bdi>
            </p>
          )}
        </div>
      </summary>
      <p>{t.el('owed.lead')}</p>
      <ul class="home__owed">
        {props.owed.map((one) => (
          <li class="home__owed-item" key={one.entityId}>
            <p class="home__owed-what">
              <Bdi>{one.what}</Bdi>
            </p>
            <p class="home__soft">{due(one)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
