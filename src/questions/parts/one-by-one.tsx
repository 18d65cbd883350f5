import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Choice } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { AnswerProps } from '../views.ts';
import type { ChoiceWords } from './choice-words.ts';
import { PictureChoices } from './picture-choices.tsx';
import { useTouch } from './use-touch.ts';
import './one-by-one.css';

/** Row -> choice. What is not there was not judged. */
type Given = Readonly<Record<string, string>>;

/**
 * Rows that each get one of a few choices, one row at a time and large; then all of them by choice, each to be touched
 * and changed. Any row may be left out. Nothing is dragged.
 */
export function OneByOne<Value>(props: {
  readonly answer: AnswerProps<unknown, Value>;
  readonly rows: readonly Choice[];
  readonly choices: readonly Choice[];
  readonly choiceWords: ChoiceWords;
  readonly given: Given;
  readonly valueOf: (given: Given) => Value;
  /** Heading of all of them, once the last one is done. */
  readonly overview: VNode;
}): VNode {
  const { answer, rows, given } = props;
  const t = useText('question-common');
  const id = useId();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [changing, setChanging] = useState<{ readonly row: string; readonly was: string | undefined } | null>(null);

  const waiting = (known: Given, passed: readonly string[]): Choice | undefined =>
    rows.find(({ code }) => known[code] === undefined && !passed.includes(code));
  // A card taken out again goes back by itself once it has another choice, by whatever hand.
  const isChanging = changing !== null && given[changing.row] === changing.was;
  const current = isChanging ? rows.find(({ code }) => code === changing.row) : waiting(given, left);
  const at = current === undefined ? rows.length : rows.indexOf(current);
  const before = rows[at - 1];

  const goOn = (known: Given, passed: readonly string[]): void => {
    setChanging(null);
    setLeft(passed);
    const next = waiting(known, passed);
    if (next !== undefined && answer.touch === 'say-first') answer.say(`o.${next.code}`);
  };
  const put = (choice: string): Given => (current === undefined ? given : { ...given, [current.code]: choice });
  const touch = useTouch<Value>(answer, {
    keyOf: props.choiceWords.keyOf,
    choose: (choice) => {
      const next = put(choice);
      goOn(next, left);
      if (current !== undefined && given[current.code] !== choice) answer.onChange(props.valueOf(next));
    },
    would: (choice) =>
      current === undefined || given[current.code] === choice
        ? null
        : { value: props.valueOf(put(choice)), stays: true },
  });
  const open = (row: Choice): void => {
    touch.clear();
    setLeft(left.filter((code) => code !== row.code));
    setChanging({ row: row.code, was: given[row.code] });
    if (answer.touch === 'say-first') answer.say(`o.${row.code}`);
  };
  const leave = (row: Choice): void => {
    touch.clear();
    const { [row.code]: gone, ...rest } = given;
    goOn(rest, [...left.filter((code) => code !== row.code), row.code]);
    if (gone !== undefined) answer.onChange(Object.keys(rest).length === 0 ? null : props.valueOf(rest));
  };

  return (
    <div class="one-by-one">
      {current === undefined ? (
        <Overview {...props} onOpen={open} />
      ) : (
        <>
          <CurrentRow answer={answer} row={current} id={`${id}-row`} at={at + 1} of={rows.length} />
          <PictureChoices
            how="act"
            look="row"
            choices={props.choices}
            chosen={given[current.code] === undefined ? [] : [given[current.code] as string]}
            touch={touch}
            words={props.choiceWords}
            picture={answer.picture}
            labelledBy={`${id}-row`}
          />
        </>
      )}
      <div class="one-by-one__ways">
        {before !== undefined && (
          <Button icon="back" onClick={() => open(before)}>
            {t.el('rows.back')}
          </Button>
        )}
        {current !== undefined && (
          <Button icon="next" iconAt="end" onClick={() => leave(current)}>
            {t.el('rows.leave')}
          </Button>
        )}
      </div>
      <LiveRegion>
        {current === undefined
          ? t.el('rows.done')
          : t.el('rows.next', { words: answer.words(`o.${current.code}`), at: at + 1, of: rows.length })}
      </LiveRegion>
    </div>
  );
}

function CurrentRow<Value>(props: {
  answer: AnswerProps<unknown, Value>;
  row: Choice;
  id: string;
  at: number;
  of: number;
}): VNode {
  const { answer, row } = props;
  const t = useText('question-common');
  const inside = (
    <>
      {row.picture !== null && <span class="one-by-one__picture">{answer.picture(row.picture)}</span>}
      <span class="one-by-one__saying">
        <span class="one-by-one__at">{t.el('rows.at', { at: props.at, of: props.of })}</span>
        <span class="one-by-one__words" id={props.id}>
          {answer.text(`o.${row.code}`)}
        </span>
      </span>
    </>
  );
  if (answer.touch === 'choose') return <div class="one-by-one__card">{inside}</div>;
  return (
    <button class="one-by-one__card" type="button" onClick={() => answer.say(`o.${row.code}`)}>
      {inside}
      <span class="one-by-one__say">
        <Icon name="speaker" />
      </span>
    </button>
  );
}

function Overview<Value>(props: {
  readonly answer: AnswerProps<unknown, Value>;
  readonly rows: readonly Choice[];
  readonly choices: readonly Choice[];
  readonly choiceWords: ChoiceWords;
  readonly given: Given;
  readonly overview: VNode;
  readonly onOpen: (row: Choice) => void;
}): VNode {
  const t = useText('question-common');
  const pile = (key: string, heading: VNode, picture: VNode | null, rows: readonly Choice[]): VNode => (
    <section class="one-by-one__pile" key={key}>
      <h3 class="one-by-one__pile-name">
        {picture !== null && <span class="one-by-one__pile-picture">{picture}</span>}
        {heading}
      </h3>
      {rows.length === 0 && <p class="one-by-one__none">{t.el('rows.empty')}</p>}
      {rows.map((row) => (
        <button class="one-by-one__placed" type="button" key={row.code} onClick={() => props.onOpen(row)}>
          {row.picture !== null && <span class="one-by-one__placed-picture">{props.answer.picture(row.picture)}</span>}
          <span>{props.answer.text(`o.${row.code}`)}</span>
        </button>
      ))}
    </section>
  );
  const leftOut = props.rows.filter(({ code }) => props.given[code] === undefined);
  return (
    <div class="one-by-one__overview">
      <h2 class="one-by-one__heading">{props.overview}</h2>
      <p>{t.el('rows.done')}</p>
      <div class="one-by-one__piles">
        {props.choices.map((choice) =>
          pile(
            choice.code,
            props.choiceWords.el(choice.code),
            choice.picture === null ? null : props.answer.picture(choice.picture),
            props.rows.filter(({ code }) => props.given[code] === choice.code),
          ),
        )}
        {leftOut.length > 0 && pile('', t.el('rows.left'), null, leftOut)}
      </div>
    </div>
  );
}
