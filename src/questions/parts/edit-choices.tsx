import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { choiceCode, type Choice } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import type { EditLending } from '../views.ts';
import './edit-choices.css';

/**
 * Choices (or cards, or sentences) as staff make them up: a picture, the words, and the code they are counted by; in
 * order, moved by buttons. A code is taken over when it is whole and nobody else's.
 */
export function EditChoices(props: {
  choices: readonly Choice[];
  onChange: (next: Choice[]) => void;
  lend: EditLending;
  /** What they are called here; "Choices" otherwise. */
  title?: ComponentChildren;
  most?: number;
  /** A further setting of one choice. */
  more?: (choice: Choice) => VNode;
}): VNode {
  const t = useText('question-common');
  const { choices, most = 24 } = props;
  const list = useRef<HTMLOListElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    // A choice just added is written next.
    if (added > 0) list.current?.querySelector<HTMLElement>('li:last-child :is(input, textarea, button)')?.focus();
  }, [added]);
  const put = (at: number, next: Choice): void => props.onChange(choices.map((one, n) => (n === at ? next : one)));
  const move = (at: number, by: 1 | -1): void => {
    const next = [...choices];
    next.splice(at + by, 0, ...next.splice(at, 1));
    props.onChange(next);
  };
  return (
    <fieldset class="edit-choices">
      <legend class="edit-choices__title">{props.title ?? t.el('edit.choices')}</legend>
      <ol class="edit-choices__list" ref={list}>
        {choices.map((choice, at) => (
          <OneChoice
            key={at}
            choice={choice}
            at={at}
            last={at === choices.length - 1}
            taken={choices.filter((_, n) => n !== at).map(({ code }) => code)}
            lend={props.lend}
            more={props.more}
            onChange={(next) => put(at, next)}
            onMove={(by) => move(at, by)}
            onRemove={() => props.onChange(choices.filter((_, n) => n !== at))}
          />
        ))}
      </ol>
      {choices.length < most && (
        <Button
          icon="plus"
          onClick={() => {
            props.onChange([...choices, { code: freeCode(choices), picture: null }]);
            setAdded(added + 1);
          }}
        >
          {t.el('edit.add')}
        </Button>
      )}
    </fieldset>
  );
}

function OneChoice(props: {
  choice: Choice;
  at: number;
  last: boolean;
  taken: readonly string[];
  lend: EditLending;
  more: ((choice: Choice) => VNode) | undefined;
  onChange: (next: Choice) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}): VNode {
  const t = useText('question-common');
  const id = useId();
  const { choice, lend } = props;
  const name = t('edit.choice', { at: props.at + 1 });
  return (
    <li class="edit-choices__one">
      <fieldset class="edit-choices__fields" aria-labelledby={id}>
        <div class="edit-choices__head">
          <strong class="edit-choices__name" id={id}>
            {t.el('edit.choice', { at: props.at + 1 })}
          </strong>
          <IconButton
            icon="up"
            label={t('edit.up', { words: name })}
            disabled={props.at === 0}
            onClick={() => props.onMove(-1)}
          />
          <IconButton
            icon="down"
            label={t('edit.down', { words: name })}
            disabled={props.last}
            onClick={() => props.onMove(1)}
          />
          <IconButton icon="trash" label={t('edit.remove', { words: name })} onClick={props.onRemove} />
        </div>
        <div class="edit-choices__words">
          <lend.PictureOf
            value={choice.picture}
            label={`${name}, ${t('edit.picture')}`}
            onChange={(picture) => props.onChange({ ...choice, picture })}
          />
          <lend.TextOf key={choice.code} textKey={`o.${choice.code}`} label={t('edit.words')} />
        </div>
        <CodeField code={choice.code} taken={props.taken} onCode={(code) => props.onChange({ ...choice, code })} />
        {props.more?.(choice)}
      </fieldset>
    </li>
  );
}

function CodeField(props: { code: string; taken: readonly string[]; onCode: (code: string) => void }): VNode {
  const t = useText('question-common');
  const [typed, setTyped] = useState(props.code);
  useEffect(() => setTyped(props.code), [props.code]);
  const problem = !choiceCode.safeParse(typed).success
    ? t.el('edit.codeShape')
    : props.taken.includes(typed)
      ? t.el('edit.codeTaken')
      : undefined;
  const take = (): void => {
    if (problem === undefined && typed !== props.code) props.onCode(typed);
  };
  return (
    <details class="edit-choices__code" onFocusOut={take}>
      <summary class="edit-choices__summary">
        {t.el('edit.code')} <code>{props.code}</code>
      </summary>
      <TextField
        label={t.el('edit.code')}
        hint={t.el('edit.codeHint')}
        {...(problem === undefined ? {} : { problem })}
        value={typed}
        maxLength={30}
        onChange={setTyped}
      />
    </details>
  );
}

const FIRST_LETTER = 97;

/** The first letter, then number, that no choice has for its code. */
function freeCode(choices: readonly Choice[]): string {
  const codes = new Set(choices.map(({ code }) => code));
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(FIRST_LETTER + at));
  return letters.find((letter) => !codes.has(letter)) ?? `choice-${choices.length + 1}`;
}
