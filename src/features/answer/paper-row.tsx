import type { Ref, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { directionOf } from '../../player/language-face.ts';
import { choiceWords, questionWords } from '../../player/words.ts';
import type { AskedQuestion, Answering, LoadedSurvey } from '../../surveys/answering.ts';
import { readQuestion } from '../../surveys/read-question.ts';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { readTyped, typedOf, type Typed } from './typed-answer.ts';

/** One question of a sheet on one row: its short numbers to look at, and a box for the one that was ticked. */
export function PaperRow(props: {
  loaded: LoadedSurvey;
  state: Answering;
  question: AskedQuestion;
  number: number;
  inputRef: Ref<HTMLInputElement>;
  onTyped: (typed: Exclude<Typed, { kind: 'unknown' }>) => void;
}): VNode | null {
  const t = useText('answer');
  const { loaded, state, question } = props;
  const known = readQuestion(question);
  const [typed, setTyped] = useState(() => (known === null ? '' : typedOf(known, state.answers[question.code])));
  const [unknown, setUnknown] = useState(false);
  if (known === null || known.type.noAnswer === true) return null;
  const stand = { loaded, survey: loaded.survey, state, language: state.language, layer: state.readingMode };
  const asked = questionWords(stand, question, 'ask');
  const take = (text: string): void => {
    setTyped(text);
    const read = readTyped(known, text);
    setUnknown(read.kind === 'unknown');
    // What cannot be an answer is no answer: the one before does not stay behind it.
    props.onTyped(read.kind === 'unknown' ? { kind: 'nothing' } : read);
  };
  const legend = (list: readonly { readonly code: string }[], kind: 'choice' | 'row') =>
    list.map(({ code }, at) => (
      <span class="paper-row__choice" key={code}>
        <b>
          <bdi dir="ltr">{kind === 'row' ? LETTERS[at] : at + 1}</bdi>
        </b>{' '}
        <Words of={choiceWords(stand, question, code, kind)} />
      </span>
    ));
  return (
    <li class="paper-row">
      <TextField
        label={
          <>
            <bdi dir="ltr">{props.number}.</bdi> <Words of={asked} />
          </>
        }
        value={typed}
        onChange={take}
        inputRef={props.inputRef}
        {...(unknown ? { problem: t.el('paper.unknown') } : {})}
      />
      {known.rows.length > 0 && <p class="paper-row__legend">{legend(known.rows, 'row')}</p>}
      {known.choices.length > 0 && <p class="paper-row__legend">{legend(known.choices, 'choice')}</p>}
    </li>
  );
}

/** Words of the survey, which may be in another language than the rest of the sheet. */
const Words = ({ of: { words, language } }: { of: { words: string; language: string } }): VNode => (
  <span lang={language} dir={directionOf(language)}>
    {words}
  </span>
);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
