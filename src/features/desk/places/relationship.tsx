import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { InboxItem } from '../../../domain/desk.ts';
import type { OpenPlace } from '../../../domain/desk-places.ts';
import { date, number } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { ladderOf, ladderSaid } from '../../../places/ladder.ts';
import { Button } from '../../../ui/button/button.tsx';
import { PageSection } from '../frame/page.tsx';
import { kindName } from '../kind-name.ts';
import { inboxPath } from '../place.ts';
import { LadderSteps } from './ladder-steps.tsx';
import { PromiseState } from './promise-state.tsx';

const STEP = 20;

/** How far a place or a group and the team have come together, and everything that was between them. */
export function Relationship(props: { open: OpenPlace; promises: readonly InboxItem[] }) {
  const t = useText('desk-ladder');
  const { language } = useLanguage();
  const [shown, setShown] = useState(STEP);
  // Years of it are drawn for whoever wants to read them.
  const [unfolded, unfold] = useState(false);
  const lines = useLines(props.open, props.promises);
  return (
    <PageSection title={t.el('title')}>
      <LadderSteps open={props.open} />
      <p class="desk-quiet">{t.el('rule')}</p>
      {lines.length > 0 && (
        <details class="desk-details" onToggle={(event) => unfold(event.currentTarget.open)}>
          <summary>{t.el('timeline')}</summary>
          <ol class="places-plain">
            {lines.slice(0, unfolded ? shown : 0).map(({ key, on, says }) => (
              <li key={key}>
                <time dateTime={on}>{date(language, on)}</time> · {says}
              </li>
            ))}
          </ol>
          {unfolded && lines.length > shown && (
            <Button onClick={() => setShown(shown + STEP)}>
              {t.el('desk-places:more', { shown: number(language, lines.length - shown) })}
            </Button>
          )}
        </details>
      )}
    </PageSection>
  );
}

interface Line {
  readonly key: string;
  readonly on: string;
  readonly says: VNode;
}

/** Contacts, promises with what became of them, and the steps that staff say were reached: the newest first. */
function useLines(open: OpenPlace, promises: readonly InboxItem[]): readonly Line[] {
  const t = useText('desk-ladder');
  const { met } = open;
  // Of what was merged into it all of them, with their source; of its own those that nothing earlier shows.
  const own = ladderOf(met, ladderSaid({ entry: open.entry, merged: [] })).filter(({ from }) => from === 'staff');
  const steps = [
    ...own.flatMap(({ step, on }): Line[] =>
      on === null ? [] : [{ key: `step ${step}`, on, says: t.el('line.step', { step: t(`steps.${step}`) }) }],
    ),
    ...ladderSaid(open)
      .filter(({ of }) => of !== '')
      .map(({ step, on, of }, at): Line => ({
        key: `step ${at} ${step}`,
        on,
        says: t.el('line.merged', { step: t(`steps.${step}`), name: isolate(of) }),
      })),
  ];
  const made = promises.map((item): Line => ({
    key: item.entityId,
    on: item.capturedAt.slice(0, 10),
    says: (
      <>
        {t.el('line.promise')}{' '}
        <a class="places-link" href={inboxPath({}, item.entityId)}>
          <Bdi>{item.headline}</Bdi>
        </a>{' '}
        · <PromiseState item={item} />
      </>
    ),
  }));
  const days = met.map(({ day, kinds }): Line => ({
    key: day,
    on: day,
    says: <>{kinds.map((kind) => kindName(t, kind)).join(' · ')}</>,
  }));
  return [...steps, ...made, ...days].toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
