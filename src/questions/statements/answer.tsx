import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import type { QuestionType } from '../definition.ts';
import { choiceWordsOf } from '../parts/choice-words.ts';
import { OneByOne } from '../parts/one-by-one.tsx';
import type { AnswerProps } from '../views.ts';
import { JUDGEMENTS, statements, type StatementsSettings, type StatementsValue } from './schema.ts';

export function Answer(props: AnswerProps<StatementsSettings, StatementsValue>): VNode {
  const t = useText('question-statements');
  return (
    <OneByOne<StatementsValue>
      answer={props}
      rows={props.settings.statements}
      choices={JUDGEMENTS}
      choiceWords={choiceWordsOf(statements as unknown as QuestionType, props.settings, props)}
      given={props.value?.judged ?? {}}
      valueOf={(given) => statements.value.parse({ judged: given })}
      overview={t.el('given')}
    />
  );
}
