import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { MAX_SURVEY_TEXT, type TextLayer } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { useBuilder, useQuestionCode } from './builder-context.ts';
import { directionOf } from '../../../player/language-face.ts';
import { ReadingNotes } from './reading-notes.tsx';
import { isSigned, WORDS_BESIDE_SIGNING } from '../../../domain/signed.ts';
import { ownSpoken } from './spoken-words.ts';
import { SoundSlot } from './sound/sound-slot.tsx';
import { setWords, wordsIn } from './text-edits.ts';

/**
 * One text of the survey in the language being written: plain words and easy read side by side, each its own text, each
 * with its sound and a kind word about how it reads. In another language the first language's words stand above.
 */
export function TextFields(props: { textKey: string; label: ComponentChildren; long?: boolean }) {
  const t = useText('desk-surveys');
  const { doc, language } = useBuilder();
  const first = doc.survey.languages[0] ?? 'en';
  const original = wordsIn(doc, first, 'standard', props.textKey);
  const originalEasy = wordsIn(doc, first, 'easy', props.textKey);
  return (
    <fieldset class="text-pair">
      <legend class="text-pair__label">{props.label}</legend>
      {language !== first && original !== '' && (
        <p class="text-pair__original" lang={first} dir={directionOf(first)}>
          {original}
          {originalEasy !== '' && originalEasy !== original && (
            <span class="text-pair__original-easy">{originalEasy}</span>
          )}
        </p>
      )}
      <div class="text-pair__both">
        <Layer layer="standard" name={t('layer.standard')} {...props} />
        <Layer layer="easy" name={t('layer.easy')} {...props} />
      </div>
    </fieldset>
  );
}

/** `TextFields` for a key within the question that is open: what the builder lends to the types' own forms. */
export function TextOf(props: { textKey: string; label: string; long?: boolean }) {
  const code = useQuestionCode();
  return <TextFields {...props} textKey={`${code}.${props.textKey}`} />;
}

function Layer(props: { layer: TextLayer; name: string; textKey: string; long?: boolean }) {
  const t = useText('desk-surveys');
  const { doc, language, readOnly, edit } = useBuilder();
  const id = useId();
  const { layer, textKey } = props;
  const words = wordsIn(doc, language, layer, textKey);
  const plain = layer === 'easy' ? wordsIn(doc, language, 'standard', textKey) : '';
  const write = (next: string): void =>
    edit((now) => setWords(now, language, layer, textKey, next), {
      what: 'wrote',
      about: textKey,
      run: `${language} ${layer} ${textKey}`,
    });
  if (isSigned(language)) {
    const beside = ownSpoken(doc, language, layer).find(({ key }) => key === textKey)?.words ?? '';
    return (
      <div class="text-layer">
        <span class="text-layer__name">{props.name}</span>
        <div class="text-layer__field">
          <p class="text-layer__signed">
            {beside === '' ? t.el('film.noWords') : <bdi lang={WORDS_BESIDE_SIGNING}>{beside}</bdi>}
          </p>
          <SoundSlot layer={layer} textKey={textKey} words={beside} />
        </div>
      </div>
    );
  }
  return (
    <div class="text-layer">
      <label class="text-layer__name" for={id}>
        {props.name}
      </label>
      <div class="text-layer__field" dir={directionOf(language)}>
        <textarea
          class="text-layer__box"
          id={id}
          data-text={`${language}/${layer}/${textKey}`}
          rows={props.long === true ? 3 : 1}
          value={words}
          lang={language}
          maxLength={MAX_SURVEY_TEXT}
          readOnly={readOnly}
          autoComplete="off"
          aria-describedby={`${id}-notes`}
          placeholder={layer === 'easy' && plain !== '' ? t('sameAsPlain') : undefined}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <SoundSlot layer={layer} textKey={textKey} words={words} />
      </div>
      <div class="text-layer__notes" id={`${id}-notes`}>
        <ReadingNotes words={words} layer={layer} language={language} />
      </div>
    </div>
  );
}
