import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { QuestionType } from '../definition.ts';
import { CardNote } from '../parts/card-note.tsx';
import { choiceWordsOf } from '../parts/choice-words.ts';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch, type Touch } from '../parts/use-touch.ts';
import type { AnswerProps } from '../views.ts';
import type { Region } from './regions.ts';
import { regionsOf, tapPicture, type TapSettings, type TapValue } from './schema.ts';
import './tap-picture.css';

/**
 * Touch the picture, or the same parts by their words beside it: keys, switches and screen readers take the words, and
 * either shows what the other chose.
 */
export function Answer(props: AnswerProps<TapSettings, TapValue>): VNode {
  const t = useText('question-tap-picture');
  const { settings, value } = props;
  const codes = value?.codes ?? [];
  const [refused, setRefused] = useState(false);
  const words = choiceWordsOf(tapPicture as unknown as QuestionType, settings, props);
  const regions = regionsOf(settings);

  /** The parts once this one is touched to be chosen, or null when there is no room for it. */
  const after = (code: string): readonly string[] | null => {
    if (codes.includes(code)) return codes.filter((other) => other !== code);
    if (settings.most === 1) return [code];
    return codes.length >= settings.most ? null : [...codes, code];
  };
  const touch = useTouch<TapValue>(props, {
    keyOf: words.keyOf,
    choose: (code) => {
      const next = after(code);
      setRefused(next === null);
      if (next !== null) props.onChange(next.length === 0 ? null : { codes: [...next] });
    },
    would: (code) => {
      const next = codes.includes(code) ? null : after(code);
      return next === null ? null : { value: { codes: [...next] }, stays: settings.most > 1 };
    },
  });
  const picture = settings.kind === 'scene' ? `set:scene-${settings.scene}` : settings.picture;
  return (
    <div class={`tap-picture tap-picture--${settings.kind === 'scene' ? settings.scene : 'own'}`}>
      <div class="tap-picture__drawing" dir="ltr">
        {picture !== null && props.picture(picture)}
        {regions.map((region) => (
          <Part
            key={region.code}
            region={region}
            chosen={codes.includes(region.code)}
            touch={touch}
            name={words.words(region.code)}
          />
        ))}
      </div>
      <div class="tap-picture__words">
        <PictureChoices
          how="many"
          choices={regions.map(({ code }) => ({ code, picture: null }))}
          chosen={codes}
          touch={touch}
          words={words}
          picture={props.picture}
          labelledBy={props.labelledBy}
          off={(code) => after(code) === null}
        />
        <CardNote>{refused ? t.el('question-common:full', { limit: settings.most }) : null}</CardNote>
      </div>
    </div>
  );
}

/**
 * Where one part lies on the drawing: a button for fingers and mice. Keys and switches pass it by, as the same part
 * comes among the words.
 */
function Part(props: { region: Region; chosen: boolean; touch: Touch; name: string }): VNode {
  const { region, chosen, touch } = props;
  const pointed = touch.pointed === region.code;
  const state = `${chosen ? ' tap-picture__part--chosen' : ''}${pointed ? ' tap-picture__part--pointed' : ''}`;
  return (
    <>
      {region.areas.map(({ x, y, w, h }, at) => (
        <button
          key={at}
          class={`tap-picture__part${state}`}
          type="button"
          tabIndex={-1}
          aria-label={props.name}
          aria-pressed={chosen}
          aria-hidden={at > 0 || undefined}
          data-part={region.code}
          style={{ left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` }}
          onClick={() => touch.touch(region.code)}
        >
          {chosen && at === 0 && (
            <span class="tap-picture__mark">
              <Icon name="check" />
            </span>
          )}
          {pointed && !chosen && at === 0 && (
            <span class="tap-picture__mark tap-picture__mark--pointed">
              <Icon name="speaker" />
            </span>
          )}
        </button>
      ))}
    </>
  );
}
