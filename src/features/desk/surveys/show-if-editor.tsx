import type { Condition, ShowIf, SurveyQuestion } from '../../../domain/survey.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useBuilder } from './builder-context.ts';
import { hasNumber, marksOfQuestion } from './choice-words.ts';
import { changeQuestion } from './edits.ts';
import { PictureDrawn } from '../picture-drawn.tsx';
import { Select } from '../select.tsx';
import { firstWords } from './text-edits.ts';
import { useFixedWords } from './use-fixed-words.ts';

const MOST = 12;

/** When the question is asked, in plain sentences: "Show this when [question] is [one of] [choices]". */
export function ShowIfEditor({ question }: { question: SurveyQuestion }) {
  const t = useText('desk-surveys');
  const { doc, readOnly, edit } = useBuilder();
  const at = doc.survey.questions.findIndex((one) => one.code === question.code);
  const earlier = doc.survey.questions.slice(0, at).filter(canBeAsked);
  const { showIf } = question;
  const put = (next: ShowIf | null): void =>
    edit((now) => changeQuestion(now, question.code, { showIf: next }), { what: 'condition', about: question.code });
  const replace = (index: number, condition: Condition | null): void => {
    if (showIf === null) return;
    const conditions = showIf.conditions.flatMap((one, here) =>
      here !== index ? [one] : condition === null ? [] : [condition],
    );
    put(conditions.length === 0 ? null : { ...showIf, conditions });
  };
  const add = (): void => {
    const last = earlier.at(-1);
    if (last === undefined) return;
    const condition: Condition = firstCondition(last);
    put({ match: showIf?.match ?? 'all', conditions: [...(showIf?.conditions ?? []), condition] });
  };

  return (
    <fieldset class="show-if" disabled={readOnly}>
      {showIf === null ? (
        <p>{t.el(earlier.length === 0 ? 'showIf.first' : 'showIf.always')}</p>
      ) : (
        <>
          {showIf.conditions.length > 1 && (
            <Select
              label={t.el('showIf.match')}
              value={showIf.match}
              onChange={(match) => put({ ...showIf, match })}
              options={(['all', 'any'] as const).map((value) => ({ value, label: t(`showIf.${value}`) }))}
            />
          )}
          <ul class="show-if__all">
            {showIf.conditions.map((condition, index) => (
              <li key={index}>
                <OneCondition
                  condition={condition}
                  earlier={earlier}
                  number={index + 1}
                  onChange={(next) => replace(index, next)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {earlier.length > 0 && (showIf?.conditions.length ?? 0) < MOST && (
        <Button icon="plus" onClick={add}>
          {t.el(showIf === null ? 'showIf.add' : 'showIf.addMore')}
        </Button>
      )}
    </fieldset>
  );
}

function OneCondition(props: {
  condition: Condition;
  earlier: readonly SurveyQuestion[];
  number: number;
  onChange: (next: Condition | null) => void;
}) {
  const t = useText('desk-surveys');
  const { doc } = useBuilder();
  const { condition, earlier, onChange } = props;
  const asked = doc.survey.questions.find((one) => one.code === condition.question);
  const known = earlier.some((one) => one.code === condition.question);
  const fixed = useFixedWords(asked?.type ?? null);
  const marks = asked === undefined ? [] : marksOfQuestion(doc, asked, fixed);
  const nameOf = (one: SurveyQuestion): string =>
    `${one.code}: ${firstWords(doc, `${one.code}.ask`) || t('list.unwritten')}`;
  const ways: readonly Condition['is'][] = [
    ...(marks.length > 0 ? (['one-of', 'none-of'] as const) : []),
    ...(asked !== undefined && hasNumber(asked) ? (['at-least', 'at-most'] as const) : []),
    'answered',
    'not-answered',
  ];
  return (
    <div class="show-if__one">
      <p class="show-if__lead">{t.el('showIf.when')}</p>
      <Select
        label={t('showIf.question', { number: props.number })}
        labelHidden
        value={condition.question}
        onChange={(code) => {
          const next = earlier.find((one) => one.code === code);
          if (next !== undefined) onChange(firstCondition(next));
        }}
        options={[
          ...(known
            ? []
            : [{ value: condition.question, label: t('showIf.notEarlier', { code: condition.question }) }]),
          ...earlier.map((one) => ({ value: one.code, label: nameOf(one) })),
        ]}
      />
      <Select
        label={t('showIf.is', { number: props.number })}
        labelHidden
        value={condition.is}
        onChange={(is) => onChange(changeKind(condition, is))}
        options={(ways.includes(condition.is) ? ways : [condition.is, ...ways]).map((value) => ({
          value,
          label: t(`showIf.ways.${value}`),
        }))}
      />
      <IconButton icon="trash" label={t('showIf.remove', { number: props.number })} onClick={() => onChange(null)} />
      {!known && (
        <p class="desk-caution show-if__wide">
          <Icon name="warning" size="small" /> {t.el('showIf.notEarlierWhat')}
        </p>
      )}
      {'marks' in condition && (
        <fieldset class="show-if__marks show-if__wide" aria-label={t('showIf.which')}>
          {marks.map(({ mark, words, picture }) => (
            <label key={mark} class="mark-choice">
              <input
                type="checkbox"
                checked={condition.marks.includes(mark)}
                onChange={(event) =>
                  onChange({
                    ...condition,
                    marks: event.currentTarget.checked
                      ? [...condition.marks, mark]
                      : condition.marks.filter((one) => one !== mark),
                  })
                }
              />
              {picture !== null && (
                <span class="mark-choice__picture">
                  <PictureDrawn picture={picture} />
                </span>
              )}
              <span>
                <bdi>{words}</bdi>
              </span>
            </label>
          ))}
          {condition.marks
            .filter((mark) => !marks.some((one) => one.mark === mark))
            .map((mark) => (
              <label key={mark} class="mark-choice mark-choice--gone">
                <input
                  type="checkbox"
                  checked
                  onChange={() => onChange({ ...condition, marks: condition.marks.filter((one) => one !== mark) })}
                />
                <span>{t.el('showIf.goneMark', { mark })}</span>
              </label>
            ))}
        </fieldset>
      )}
      {'number' in condition && (
        <label class="show-if__number">
          <span class="visually-hidden">{t.el('showIf.number')}</span>
          <input
            class="desk-select"
            type="number"
            value={condition.number}
            onInput={(event) => {
              const number = event.currentTarget.valueAsNumber;
              if (Number.isFinite(number)) onChange({ ...condition, number });
            }}
          />
        </label>
      )}
    </div>
  );
}

const canBeAsked = (question: SurveyQuestion): boolean => findQuestionType(question.type)?.noAnswer !== true;

function firstCondition(question: SurveyQuestion): Condition {
  const type = findQuestionType(question.type);
  const read = type?.settings.safeParse(question.settings);
  const choices = type === null || read?.success !== true ? [] : type.choices(read.data);
  if (choices.length > 0) return { question: question.code, is: 'one-of', marks: [] };
  return { question: question.code, is: 'answered' };
}

function changeKind(condition: Condition, is: Condition['is']): Condition {
  const { question } = condition;
  switch (is) {
    case 'one-of':
    case 'none-of':
      return { question, is, marks: 'marks' in condition ? condition.marks : [] };
    case 'answered':
    case 'not-answered':
      return { question, is };
    case 'at-least':
    case 'at-most':
      return { question, is, number: 'number' in condition ? condition.number : 1 };
  }
}
