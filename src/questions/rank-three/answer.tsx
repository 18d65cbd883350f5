import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import type { QuestionType } from '../definition.ts';
import { inOrder } from '../choices.ts';
import { choiceWordsOf, type ChoiceWords } from '../parts/choice-words.ts';
import { CardNote } from '../parts/card-note.tsx';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch } from '../parts/use-touch.ts';
import type { AnswerProps } from '../views.ts';
import { RANKS, rankThree, type RankThreeSettings, type RankThreeValue } from './schema.ts';

/** Cards get the numbers 1 to 3 as they are touched; touching one again lets it go, and the others move up. */
export function Answer(props: AnswerProps<RankThreeSettings, RankThreeValue>): VNode {
  const t = useText('question-rank-three');
  const { settings, value } = props;
  const codes = value?.codes ?? [];
  const isFull = codes.length >= RANKS;
  const [refused, setRefused] = useState(false);
  const words = choiceWordsOf(rankThree as unknown as QuestionType, settings, props);
  const rankOf = (code: string): number => codes.indexOf(code) + 1;
  const touch = useTouch<RankThreeValue>(props, {
    keyOf: words.keyOf,
    choose: (code) => {
      const isRanked = codes.includes(code);
      setRefused(isFull && !isRanked);
      if (isFull && !isRanked) return;
      const next = isRanked ? codes.filter((other) => other !== code) : [...codes, code];
      props.onChange(next.length === 0 ? null : { codes: next });
    },
    would: (code) => (isFull || codes.includes(code) ? null : { value: { codes: [...codes, code] }, stays: true }),
  });
  const ranked: ChoiceWords = {
    ...words,
    el: (code) => (
      <>
        {words.el(code)}
        {codes.includes(code) && <VisuallyHidden>{t.el('rank', { rank: rankOf(code) })}</VisuallyHidden>}
      </>
    ),
  };
  return (
    <>
      <PictureChoices
        how="many"
        choices={inOrder(settings.choices, props.order)}
        chosen={codes}
        touch={touch}
        words={ranked}
        picture={props.picture}
        labelledBy={props.labelledBy}
        off={(code) => isFull && !codes.includes(code)}
        badge={(code) => <span class="picture-choice__rank">{rankOf(code)}</span>}
      />
      <CardNote>{refused ? t.el('question-common:full', { limit: RANKS }) : null}</CardNote>
    </>
  );
}
