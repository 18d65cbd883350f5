import type { VNode } from 'preact';
import { VOID_KIND } from '../../domain/envelope.ts';
import { age, shortDate, time } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip/status-chip.tsx';
import { localDay } from '../local-day.ts';
import type { FinishedRow, Standing } from './rows.ts';

const TONES: Readonly<Record<Standing, Tone>> = {
  waiting: 'waiting',
  stored: 'working',
  applied: 'calm',
  quarantined: 'attention',
  withdrawn: 'calm',
};

/** One finished record: when, which kind, and how it stands. What was said is sealed and is not here. */
export function SentRow(props: { one: FinishedRow; now: Date }): VNode {
  const t = useText('drafts');
  const { language } = useLanguage();
  const { row, standing, photosToGo, voicesToGo, canGrow } = props.one;
  const isToday = localDay(Date.parse(row.finishedAt)) === localDay(props.now.getTime());
  const clock = time(language, row.finishedAt);
  const partsShown = standing !== 'waiting';
  return (
    <li class="list__item drafts__row">
      <div>
        <p class="drafts__kind">{row.kind === VOID_KIND ? t.el('takenBack') : t.el(`kind-${row.kind}:name`)}</p>
        <p class="drafts__small">
          {isToday
            ? t.el('finished', { time: clock })
            : t.el('finishedOn', { date: shortDate(language, row.finishedAt), time: clock })}
          {standing === 'waiting' && (
            <>
              {' · '}
              {t.el('age', { age: age(language, row.finishedAt, props.now) })}
            </>
          )}
        </p>
        {(standing === 'quarantined' || standing === 'withdrawn') && (
          <p class="drafts__small">{t.el(`stateNotes.${standing}`)}</p>
        )}
        {standing === 'quarantined' && row.problem !== null && (
          <p class="drafts__small">{t.el(`problems:${row.problem}`)}</p>
        )}
        {partsShown && photosToGo > 0 && <p class="drafts__small">{t.el('mediaToGo.photo', { count: photosToGo })}</p>}
        {partsShown && voicesToGo > 0 && <p class="drafts__small">{t.el('mediaToGo.voice', { count: voicesToGo })}</p>}
      </div>
      <div class="drafts__end">
        <StatusChip tone={TONES[standing]}>{t.el(`states.${standing}`)}</StatusChip>
        {canGrow && (
          <Button icon="plus" href={`/capture/conversation?amends=${row.opId}&entity=${row.entityId}`}>
            {t.el('addMore')}
          </Button>
        )}
      </div>
    </li>
  );
}
