import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { Choice } from '../../domain/survey.ts';
import type { QuestionType } from '../definition.ts';
import { choiceWordsOf, type ChoiceWords } from '../parts/choice-words.ts';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch, type Touch } from '../parts/use-touch.ts';
import type { AnswerProps } from '../views.ts';
import { journey, JOURNEY_FACES, type JourneySettings, type JourneyValue } from './schema.ts';
import './journey.css';

type Face = JourneyValue['faces'][string];

/** Every scene in the order it happened, three faces under each. A face touched again lets go; a scene may be left out. */
export function Answer(props: AnswerProps<JourneySettings, JourneyValue>): VNode {
  const { settings, value } = props;
  const faces = value?.faces ?? {};
  const words = choiceWordsOf(journey as unknown as QuestionType, settings, props);
  const after = (place: string): JourneyValue | null => {
    const [step = '', face] = place.split(':');
    const { [step]: before, ...others } = faces;
    const next = before === face ? others : { ...others, [step]: face as Face };
    return Object.keys(next).length === 0 ? null : { faces: next };
  };
  const touch = useTouch<JourneyValue>(props, {
    keyOf: (place) => words.keyOf(place.split(':')[1] ?? ''),
    choose: (place) => props.onChange(after(place)),
    would: (place) => {
      const next = after(place);
      const [step = '', face] = place.split(':');
      return next === null || faces[step] === face ? null : { value: next, stays: true };
    },
  });
  return (
    <ol class="journey">
      {settings.steps.map((step, at) => (
        <Scene
          key={step.code}
          lent={props}
          step={step}
          place={{ at: at + 1, of: settings.steps.length }}
          face={faces[step.code] ?? null}
          touch={touch}
          words={words}
        />
      ))}
    </ol>
  );
}

function Scene(props: {
  lent: Pick<AnswerProps<unknown, unknown>, 'text' | 'words' | 'say' | 'picture' | 'labelledBy'>;
  step: Choice;
  place: { at: number; of: number };
  face: Face | null;
  touch: Touch;
  words: ChoiceWords;
}): VNode {
  const t = useText('question-journey');
  const id = useId();
  const { lent, step, place, touch } = props;
  const key = `o.${step.code}`;
  const pointed = touch.pointed?.startsWith(`${step.code}:`) === true ? touch.pointed.split(':')[1] : null;
  return (
    <li class="journey__step">
      <div class="journey__scene">
        {step.picture !== null && <span class="journey__picture">{lent.picture(step.picture)}</span>}
        <div class="journey__words" id={id}>
          <span class="journey__place">{t.el('step', place)}</span>
          <span class="journey__name">{lent.text(key)}</span>
        </div>
        <button
          class="journey__say"
          type="button"
          aria-label={t('hear', { what: lent.words(key) })}
          onClick={() => lent.say(key)}
        >
          <Icon name="speaker" />
        </button>
      </div>
      <PictureChoices
        how="one"
        choices={JOURNEY_FACES}
        chosen={props.face === null ? [] : [props.face]}
        touch={{ pointed: pointed ?? null, touch: (face) => touch.touch(`${step.code}:${face}`) }}
        words={props.words}
        picture={lent.picture}
        labelledBy={`${lent.labelledBy} ${id}`}
        look="scale"
      />
    </li>
  );
}
