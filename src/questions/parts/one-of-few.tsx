import type { VNode } from 'preact';
import { inOrder } from '../choices.ts';
import type { QuestionType } from '../definition.ts';
import type { AnswerProps } from '../views.ts';
import { choiceWordsOf } from './choice-words.ts';
import { PictureChoices } from './picture-choices.tsx';
import { useTouch } from './use-touch.ts';

/** One card out of a few: the screen of every type whose answer is a single code. */
export function OneOfFew<Settings, Value extends { readonly code: string }>(
  props: AnswerProps<Settings, Value> & {
    readonly type: QuestionType<string, Settings, Value>;
    readonly look?: 'cards' | 'scale';
  },
): VNode {
  const { type, settings, value } = props;
  const words = choiceWordsOf(type as unknown as QuestionType, settings, props);
  const take = (code: string): Value => type.value.parse({ code });
  const touch = useTouch<Value>(props, {
    keyOf: words.keyOf,
    choose: (code) => {
      if (value?.code === code) props.onNext();
      else props.onChange(take(code));
    },
    would: (code) => (value?.code === code ? null : { value: take(code), stays: false }),
  });
  return (
    <PictureChoices
      how="one"
      choices={inOrder(type.choices(settings), props.order)}
      chosen={value === null ? [] : [value.code]}
      touch={touch}
      words={words}
      picture={props.picture}
      labelledBy={props.labelledBy}
      look={props.look}
    />
  );
}
