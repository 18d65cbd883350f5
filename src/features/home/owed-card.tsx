import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Owed } from '../../domain/protocol.ts';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { localDay } from '../local-day.ts';

/** Visits whose list has been seen since the app was opened. */
const seen = new Set<string>();

/** "You owe this group 2 answers": open before anything new is asked; once seen on this visit, its headline is enough. */
export function OwedCard(props: { owed: readonly Owed[]; visitId: string }): VNode {
  const t = useText('home');
  const { language } = useLanguage();
  const { clock } = useServices();
  const [open, setOpen] = useState(!seen.has(props.visitId));
  useEffect(() => () => void seen.add(props.visitId), [props.visitId]);
  const today = localDay(clock.wallMs());
  const due = ({ dueOn }: Owed) =>
    dueOn === null
      ? t.el('owed.noDate')
      : t.el(dueOn < today ? 'owed.late' : 'owed.due', { when: date(language, dueOn) });
  return (
    <details class="home__owes" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t.el('owed.title', { count: props.owed.length })}</h2>
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
