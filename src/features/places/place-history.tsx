import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { date, number } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known, Seen } from '../../places/history.ts';
import { standings } from '../../places/open.ts';
import { sinceVisitOf } from '../../places/since-visit.ts';
import { VOICES, voiceOf, voicesIn } from '../../places/voices.ts';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { Better } from './better.tsx';
import { Told } from './told.tsx';

const PAGE = 20;

/** All that was seen and told, newest first: nothing is taken away when somebody sees it otherwise. */
export function PlaceHistory(props: { known: Known; directory: Directory; today: string; me: string }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const [shown, show] = useState(PAGE);
  const { observations, entry } = props.known;
  const sinceMe = sinceVisitOf(props.known, props.me);
  const standingOf = standings(observations, props.today);
  const answered = ({ entryId, answers }: Seen): Seen | null =>
    answers === undefined
      ? null
      : (observations.find((one) => one.entryId === entryId && one.observationId === answers.observationId) ?? null);
  return (
    <section aria-labelledby="place-history">
      <Stack>
        <h2 id="place-history">{t.el('history')}</h2>
        {observations.length === 0 && <p>{t.el('noHistory')}</p>}
        <Voices of={observations} />
        {sinceMe !== null && sinceMe.notes.length > 0 && (
          <p>
            {t.el('sinceYou.some', {
              when: date(language, sinceMe.on),
              shown: number(language, sinceMe.notes.length),
            })}
          </p>
        )}
        {observations.length > 0 && (
          <ol class="places-history">
            {observations.slice(0, shown).map((seen) => {
              const standing = standingOf(seen);
              return (
                <li key={`${seen.entryId} ${seen.observationId}`} class={`places-history__${voiceOf(seen)}`}>
                  <Told seen={seen} directory={props.directory} answered={answered(seen)}>
                    {sinceMe?.notes.includes(seen) === true && (
                      <StatusChip tone="calm" icon="note">
                        {t.el('sinceYou.mark')}
                      </StatusChip>
                    )}
                    {standing !== null && !standing.open && <Better seen={seen} standing={standing} />}
                  </Told>
                </li>
              );
            })}
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

/** Where somebody spoke for others: how much of it comes from whom, and never in one number. */
function Voices(props: { of: readonly Seen[] }): VNode | null {
  const t = useText('places');
  const { language } = useLanguage();
  const counts = voicesIn(props.of);
  if (counts.others === 0) return null;
  return (
    <ul class="places__soft">
      {VOICES.map((voice) => (
        <li key={voice}>{t.el(`voice.${voice}`, { shown: number(language, counts[voice]) })}</li>
      ))}
    </ul>
  );
}
