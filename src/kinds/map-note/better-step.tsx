import type { VNode } from 'preact';
import { date } from '../../i18n/dates.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import { Quote } from '../quote.tsx';
import type { StepProps } from '../views.ts';
import type { MapNoteDraft } from './draft.ts';

/** What was told before, and whether it is better now: three pictures, at one touch. */
export function BetterStep({ value, onChange, places }: StepProps<MapNoteDraft>): VNode | null {
  const t = useText('kind-map-note');
  const { language } = useLanguage();
  const { about, answers } = value;
  const told = places.useTold(
    about === null || answers === undefined ? null : { entryId: about.entryId, observationId: answers.observationId },
  );
  if (answers === undefined) return null;
  return (
    <Stack>
      {told !== null && (
        <div>
          <p>
            {told.kind !== 'visit' && t.el(`lists:noteKinds.${told.kind}`)}
            {' · '}
            {date(language, told.on)}
          </p>
          {told.what !== '' && <Quote words={told.what} />}
        </div>
      )}
      {about !== null && (
        <p>
          <Bdi>{about.name}</Bdi>
        </p>
      )}
      <OneCode
        list="betterNow"
        look="pictures"
        legend={t.el('steps.better')}
        hideLegend
        value={answers.now}
        onChange={(now) => onChange({ ...value, answers: { ...answers, now } })}
      />
    </Stack>
  );
}
