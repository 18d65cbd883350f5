import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch } from '../parts/use-touch.ts';
import type { AnswerProps } from '../views.ts';
import { matching } from './matching.ts';
import type { PlaceSettings, PlaceValue } from './schema.ts';
import './place.css';

/** More places than this are looked for by their letters; the first few are shown meanwhile. */
const SHOWN = 12;
const ELSEWHERE = 'elsewhere';

/** Places by name, and "somewhere else". No place is told from where the tablet is, and nothing is drawn on a map. */
export function Answer(props: AnswerProps<PlaceSettings, PlaceValue>): VNode {
  const t = useText('question-place');
  const { settings, value, places, onChange } = props;
  const [letters, setLetters] = useState('');
  const chosen = value === null ? null : (value.place ?? ELSEWHERE);
  const long = places.length > SHOWN;
  const found = long ? matching(places, letters) : places;
  const first = found.slice(0, SHOWN);
  // What was chosen stays in sight, whatever is looked for.
  const picked = places.find(({ id }) => id === chosen);
  const shown = picked === undefined || first.includes(picked) ? first : [picked, ...first];
  const choices: readonly Choice[] = [
    ...shown.map(({ id }) => ({ code: id, picture: null })),
    ...(settings.elsewhere ? [{ code: ELSEWHERE, picture: null }] : []),
  ];
  const nameOf = (code: string): string =>
    code === ELSEWHERE ? props.words('fixed.elsewhere') : (places.find(({ id }) => id === code)?.name ?? code);
  const of = (code: string): PlaceValue => ({ place: code === ELSEWHERE ? null : code });
  const choose = (code: string): void => {
    if (code === chosen) props.onNext();
    else onChange(of(code));
  };
  const touch = useTouch<PlaceValue>(props, {
    keyOf: () => 'fixed.elsewhere',
    choose,
    would: (code) => (code === chosen ? null : { value: of(code), stays: false }),
  });
  return (
    <div class="place-answer">
      {long && (
        <TextField label={t.el('find')} value={letters} maxLength={60} onChange={setLetters} autoComplete="off" />
      )}
      <PictureChoices
        how="one"
        choices={choices}
        chosen={chosen === null ? [] : [chosen]}
        touch={{
          pointed: touch.pointed,
          // Names of places have no sound: they are chosen by the first touch.
          touch: (code) => (code === ELSEWHERE ? touch.touch(code) : choose(code)),
        }}
        words={{
          words: nameOf,
          el: (code) => (code === ELSEWHERE ? props.text('fixed.elsewhere') : <bdi>{nameOf(code)}</bdi>),
        }}
        picture={props.picture}
        labelledBy={props.labelledBy}
      />
      {long && (
        <LiveRegion visible>
          {found.length > SHOWN
            ? t.el('more', { count: found.length - SHOWN })
            : found.length === 0 && t.el('noneFound')}
        </LiveRegion>
      )}
      {places.length === 0 && <p>{t.el('noPlaces')}</p>}
    </div>
  );
}
