import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import type { QuestionType } from '../definition.ts';
import { inOrder } from '../choices.ts';
import { choiceWordsOf } from '../parts/choice-words.ts';
import { CardNote } from '../parts/card-note.tsx';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch } from '../parts/use-touch.ts';
import type { AnswerProps } from '../views.ts';
import { chooseSome, type ChooseSomeSettings, type ChooseSomeValue } from './schema.ts';

/** Several cards. A further one than may be chosen is said, and a note tells how to let another go. */
export function Answer(props: AnswerProps<ChooseSomeSettings, ChooseSomeValue>): VNode {
  const t = useText('question-common');
  const { settings, value } = props;
  const { choices, most, alone } = settings;
  const codes = value?.codes ?? [];
  const [refused, setRefused] = useState(false);
  const words = choiceWordsOf(chooseSome as unknown as QuestionType, settings, props);

  /** The codes once this card is touched to be chosen, or null when there is no room for it. */
  const after = (code: string): readonly string[] | null => {
    if (codes.includes(code)) return codes.filter((other) => other !== code);
    if (alone.includes(code)) return [code];
    const stay = codes.filter((other) => !alone.includes(other));
    return most !== null && stay.length >= most ? null : [...stay, code];
  };
  const touch = useTouch<ChooseSomeValue>(props, {
    keyOf: words.keyOf,
    choose: (code) => {
      const next = after(code);
      setRefused(next === null);
      if (next !== null) props.onChange(next.length === 0 ? null : { codes: [...next] });
    },
    would: (code) => {
      const next = codes.includes(code) ? null : after(code);
      return next === null ? null : { value: { codes: [...next] }, stays: true };
    },
  });
  return (
    <>
      <PictureChoices
        how="many"
        choices={inOrder(choices, props.order)}
        chosen={codes}
        touch={touch}
        words={words}
        picture={props.picture}
        labelledBy={props.labelledBy}
        off={(code) => after(code) === null}
      />
      <CardNote>{refused && most !== null ? t.el('full', { limit: most }) : null}</CardNote>
    </>
  );
}
