import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { inOrder } from '../choices.ts';
import type { QuestionType } from '../definition.ts';
import { choiceWordsOf } from '../parts/choice-words.ts';
import { OneByOne } from '../parts/one-by-one.tsx';
import type { AnswerProps } from '../views.ts';
import { PILES, sortPiles, type SortPilesSettings, type SortPilesValue } from './schema.ts';

export function Answer(props: AnswerProps<SortPilesSettings, SortPilesValue>): VNode {
  const t = useText('question-sort-piles');
  return (
    <OneByOne<SortPilesValue>
      answer={props}
      rows={inOrder(props.settings.cards, props.order)}
      choices={PILES}
      choiceWords={choiceWordsOf(sortPiles as unknown as QuestionType, props.settings, props)}
      given={props.value?.sorted ?? {}}
      valueOf={(given) => sortPiles.value.parse({ sorted: given })}
      overview={t.el('piles')}
    />
  );
}
