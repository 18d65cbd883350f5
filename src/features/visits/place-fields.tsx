import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { fold } from '../../places/fold.ts';
import type { VisitPlace } from '../../places/visit-place.ts';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { OtherPlace } from './other-place.tsx';
import type { VisitForm, VisitGap } from './visit-form.ts';

/** More than these are found by a few letters. */
const SHOWN = 8;

/** A place of the directory, or one that is typed with what kind it is and how closely it may be shown. */
export function PlaceFields(props: {
  form: VisitForm;
  places: readonly VisitPlace[];
  onChange: (part: Partial<VisitForm>) => void;
  problem: (gap: VisitGap) => { problem?: ComponentChildren };
}): VNode {
  const t = useText('visits');
  const { form, places, onChange, problem } = props;
  const [letters, setLetters] = useState('');
  const found = places.filter(({ placeName, groupName }) => has(`${placeName} ${groupName}`, letters));
  // What is chosen stays in sight, whatever is looked for.
  const chosen = places.filter(({ venueId }) => venueId === form.venueId);
  const shown = [...chosen, ...found.filter((one) => !chosen.includes(one))].slice(0, SHOWN);
  return (
    <>
      {places.length > SHOWN && (
        <TextField
          type="search"
          keyboard="search"
          label={t.el('start.search')}
          hint={t.el('start.searchHint')}
          value={letters}
          maxLength={80}
          onChange={setLetters}
        />
      )}
      <ChoiceList
        question
        label={t.el('start.where')}
        value={form.venueId}
        onChange={(venueId) => onChange({ venueId })}
        choices={[
          ...shown.map((one) => ({
            value: one.venueId,
            label: <Bdi>{one.placeName}</Bdi>,
            detail: (
              <>
                {one.groupName !== '' && (
                  <>
                    <Bdi>{one.groupName}</Bdi> ·{' '}
                  </>
                )}
                {t.el(`lists:settings.${one.setting}`)} · {t.el(`start.grades.${one.grade}`)}
              </>
            ),
          })),
          { value: 'other', label: t.el('start.other'), detail: t.el('start.otherHint') },
        ]}
        {...(found.length > shown.length ? { hint: t.el('start.more', { count: found.length - shown.length }) } : {})}
        {...problem('needsPlace')}
      />
      {form.venueId === 'other' && <OtherPlace form={form} onChange={onChange} problem={problem} />}
    </>
  );
}

function has(text: string, letters: string): boolean {
  const whole = fold(text);
  return fold(letters)
    .split(/\s+/)
    .every((part) => whole.includes(part));
}
