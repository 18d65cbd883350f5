import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { date } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known } from '../../places/history.ts';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { Told } from './told.tsx';

const PAGE = 20;

/** All that was seen and told, newest first: nothing is taken away when somebody sees it otherwise. */
export function PlaceHistory(props: { known: Known; directory: Directory }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const [shown, show] = useState(PAGE);
  const { observations, entry } = props.known;
  return (
    <section aria-labelledby="place-history">
      <Stack>
        <h2 id="place-history">{t.el('history')}</h2>
        {observations.length === 0 && <p>{t.el('noHistory')}</p>}
        {observations.length > 0 && (
          <ol class="places-history">
            {observations.slice(0, shown).map((seen) => (
              <li key={`${seen.entryId} ${seen.observationId}`}>
                <Told seen={seen} directory={props.directory} />
              </li>
            ))}
          </ol>
        )}
        {observations.length > shown && (
          <Button wide onClick={() => show(shown + PAGE)}>
            {t.el('showEarlier')}
          </Button>
        )}
        <p class="places__soft">{t.el('since', { when: date(language, entry.since) })}</p>
      </Stack>
    </section>
  );
}
