import type { VNode } from 'preact';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Seen } from '../../places/history.ts';
import type { Standing } from '../../places/open.ts';
import { Button } from '../../ui/button/button.tsx';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import { ToldBy } from '../told-by.tsx';

/** What was last said of it, who said so, and the way to say how it is now. */
export function Better(props: { seen: Seen; standing: Standing<Seen> }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { seen, standing } = props;
  const { open, last } = standing;
  const address = new URLSearchParams({ about: seen.entryId, answers: seen.observationId });
  return (
    <>
      {last?.answers !== undefined && (
        <>
          <p class="places__strong">{t.el(`better.${last.answers.now}`, { when: date(language, last.on) })}</p>
          <p class="places__soft">
            <ToldBy by={last} />
          </p>
        </>
      )}
      <Button href={`/capture/map-note?${address}`}>
        {t.el(open ? 'better.ask' : 'better.askAgain')}
        <VisuallyHidden>
          {' '}
          <Bdi>{seen.what}</Bdi>
        </VisuallyHidden>
      </Button>
    </>
  );
}
