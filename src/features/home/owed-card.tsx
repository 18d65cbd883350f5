import type { VNode } from 'preact';
import { useServices } from '../../app/services.ts';
import type { Owed } from '../../domain/protocol.ts';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Card } from '../../ui/card/card.tsx';
import { localDay } from '../local-day.ts';

/** "You owe this group 2 answers": before anything new is asked. */
export function OwedCard(props: { owed: readonly Owed[] }): VNode {
  const t = useText('home');
  const { language } = useLanguage();
  const { clock } = useServices();
  const today = localDay(clock.wallMs());
  const due = ({ dueOn }: Owed) =>
    dueOn === null
      ? t.el('owed.noDate')
      : t.el(dueOn < today ? 'owed.late' : 'owed.due', { when: date(language, dueOn) });
  return (
    <Card look="accent" labelledBy="owed-title">
      <h2 id="owed-title">{t.el('owed.title', { count: props.owed.length })}</h2>
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
    </Card>
  );
}
