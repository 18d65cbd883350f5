import type { VNode } from 'preact';
import { useUnlocked } from '../../app/session.ts';
import { time } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';

/** The visit that is going on, or the way to start one. */
export function VisitCard(): VNode {
  const t = useText('home');
  const { language } = useLanguage();
  const { visit } = useUnlocked();
  if (visit === null)
    return (
      <Card look="quiet">
        <div class="home__visit">
          <div class="home__visit-words">
            <h2 class="home__visit-name">{t.el('visit.none')}</h2>
            <p>{t.el('visit.noneText')}</p>
          </div>
          <Button icon="place" look="main" href="/visit/start">
            {t.el('visit.start')}
          </Button>
        </div>
      </Card>
    );
  const { stamp, startedAt } = visit;
  return (
    <Card labelledBy="visit-now">
      <div class="home__visit home__visit--going">
        <div class="home__visit-words">
          <h2 class="home__visit-name" id="visit-now">
            <Bdi>{stamp.placeName}</Bdi>
          </h2>
          {stamp.groupName !== '' && (
            <p class="home__soft">
              <Bdi>{stamp.groupName}</Bdi>
            </p>
          )}
          <p class="home__soft">
            {t.el('visit.now')} · {t.el('visit.since', { when: time(language, startedAt) })}
          </p>
          {stamp.grade === 'shielded' && <p class="home__soft">{t.el('visit.shielded')}</p>}
        </div>
        <Button href="/visit/end">{t.el('visit.end')}</Button>
      </div>
    </Card>
  );
}
