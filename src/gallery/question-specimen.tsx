import type { ComponentType, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PictureRef } from '../domain/survey.ts';
import type { Heads } from '../domain/survey-response.ts';
import { useText } from '../i18n/use-text.tsx';
import type { QuestionType } from '../questions/definition.ts';
import { choiceWordsOf } from '../questions/parts/choice-words.ts';
import { HeadCount } from '../questions/parts/head-count.tsx';
import type { AnswerMedia, AnswerProps, EditLending, EditProps, Specimen } from '../questions/views.ts';
import { Card } from '../ui/card/card.tsx';
import { TakePhoto } from '../ui/photo-tile/photo-tile.tsx';
import { isPictureName } from '../ui/pictures/set.ts';
import { SetPicture } from '../ui/pictures/set-picture.tsx';
import { TextField } from '../ui/text-field/text-field.tsx';
import { VoiceNote } from '../ui/voice-note/voice-note.tsx';

const PLACES = [
  { id: 'hall', name: 'The Old Hall' },
  { id: 'surgery', name: 'Rosewood Surgery' },
  { id: 'school', name: 'Mill Lane School' },
];
const MEDIA: AnswerMedia = { attached: [], VoiceNote: StillVoiceNote, PhotoOfThing: StillPhoto };

/** A picture of the set, as a player would draw it. */
function picture(ref: PictureRef): VNode {
  const name = ref.replace(/^set:/, '');
  return isPictureName(name) ? <SetPicture name={name} alt="" /> : <span class="gallery__no-picture" />;
}

/** The words of a made-up question: they stand in the type's own file, under `specimen`; fixed words beside them. */
function useSpecimenWords(type: QuestionType) {
  const t = useText(`question-${type.name}`);
  const full = (key: string): string => (key.startsWith('fixed.') ? key : `specimen.${key}`);
  return { text: (key: string): VNode => t.el(full(key)), words: (key: string): string => t(full(key)) };
}

/** A question as somebody answers it, on paper that keeps nothing. */
export function AnswerSpecimen(props: {
  type: QuestionType;
  name: string;
  specimen: Specimen<unknown, unknown>;
  Answer: ComponentType<AnswerProps<unknown, unknown>>;
  touch: 'say-first' | 'choose';
}): VNode {
  const { type, specimen } = props;
  const { text, words } = useSpecimenWords(type);
  const [value, setValue] = useState(specimen.value);
  const id = useId();
  const { settings } = specimen;
  return (
    <div class="gallery__question" data-specimen={props.name} data-value={JSON.stringify(value)}>
      <h4 class="gallery__step" id={id}>
        {text('ask')}
      </h4>
      <props.Answer
        settings={settings}
        value={value}
        onChange={setValue}
        onNext={() => undefined}
        text={text}
        words={words}
        say={() => undefined}
        picture={picture}
        touch={props.touch}
        order={(type.rows?.(settings) ?? type.choices(settings)).map(({ code }) => code)}
        labelledBy={id}
        media={MEDIA}
        places={PLACES}
      />
    </div>
  );
}

/** The same question in a group: heads per picture. */
export function HeadsSpecimen(props: { type: QuestionType; specimen: Specimen<unknown, unknown> }): VNode {
  const { settings } = props.specimen;
  const words = choiceWordsOf(props.type, settings, useSpecimenWords(props.type));
  const [heads, setHeads] = useState<Heads | null>(null);
  return (
    <div class="gallery__question" data-specimen="heads">
      <HeadCount
        choices={props.type.choices(settings)}
        words={words}
        picture={picture}
        value={heads}
        onChange={setHeads}
      />
    </div>
  );
}

/** The same question as staff set it up, with fields that keep nothing. */
export function EditSpecimen(props: {
  specimen: Specimen<unknown, unknown>;
  Edit: ComponentType<EditProps<unknown>>;
}): VNode {
  const [settings, setSettings] = useState(props.specimen.settings);
  return (
    <div class="gallery__specimen" data-specimen="edit" data-settings={JSON.stringify(settings)}>
      <Card>
        <props.Edit settings={settings} onChange={setSettings} lend={LENDING} />
      </Card>
    </div>
  );
}

const LENDING: EditLending = { TextOf: TextOf, PictureOf: PictureOf };

function TextOf(props: { textKey: string; label: string }): VNode {
  const [words, setWords] = useState('');
  return <TextField label={props.label} value={words} onChange={setWords} />;
}

function PictureOf(props: {
  value: PictureRef | null;
  label: string;
  onChange: (next: PictureRef | null) => void;
}): VNode {
  return (
    <TextField
      label={props.label}
      value={props.value ?? ''}
      onChange={(ref) => props.onChange(ref === '' ? null : ref)}
    />
  );
}

function StillVoiceNote(): VNode {
  const t = useText('gallery');
  const nothing = (): void => undefined;
  return (
    <VoiceNote
      state="idle"
      elapsed="0:00"
      level={0}
      words={{
        label: t('voice.label'),
        start: t('voice.start'),
        pause: t('voice.pause'),
        goOn: t('voice.goOn'),
        finish: t('voice.finish'),
        play: t('voice.play'),
        remove: t('common:remove'),
        status: t.el('voice.idle'),
      }}
      onStart={nothing}
      onPause={nothing}
      onGoOn={nothing}
      onFinish={nothing}
    />
  );
}

function StillPhoto(): VNode {
  const t = useText('gallery');
  return <TakePhoto onPhoto={() => undefined}>{t.el('photo.take')}</TakePhoto>;
}
