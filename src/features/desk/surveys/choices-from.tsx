import type { SurveyQuestion } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { readQuestion } from '../../../surveys/read-question.ts';
import { useBuilder } from './builder-context.ts';
import { marksOfQuestion } from './choice-words.ts';
import { Select } from '../select.tsx';
import { firstWords } from './text-edits.ts';
import { useFixedWords } from './use-fixed-words.ts';

/** Whether only what was chosen before is offered here: "pick three of those that matter a lot". */
export function ChoicesFrom({ question }: { question: SurveyQuestion }) {
  const t = useText('desk-surveys');
  const { doc, edit } = useBuilder();
  const { questions } = doc.survey;
  const source = questions.find(({ code }) => code === question.choicesFrom?.question);
  const fixed = useFixedWords(source?.type ?? null);
  if (!hasOwnChoices(question)) return null;
  const earlier = questions
    .slice(0, questions.indexOf(question))
    .filter((one) => (readQuestion(one)?.choices.length ?? 0) > 0);
  if (earlier.length === 0 && question.choicesFrom === undefined) return null;
  const put = (choicesFrom: SurveyQuestion['choicesFrom'] | null): void => {
    const { choicesFrom: _before, ...rest } = question;
    const next = choicesFrom === null || choicesFrom === undefined ? rest : { ...rest, choicesFrom };
    edit(
      (now) => ({
        ...now,
        survey: { ...now.survey, questions: now.survey.questions.map((one) => (one.code === rest.code ? next : one)) },
      }),
      { what: 'changed', about: question.code },
    );
  };
  const hasRows = source !== undefined && (readQuestion(source)?.rows.length ?? 0) > 0;
  const piles = hasRows ? new Map(marksOfQuestion(doc, source, fixed).map((one) => [one.code, one.words])) : new Map();
  return (
    <div class="choices-from">
      <Select
        label={t.el('choicesFrom.label')}
        value={question.choicesFrom?.question ?? ''}
        onChange={(code: string) => put(code === '' ? null : { question: code, under: firstUnder(code) })}
        options={[
          { value: '', label: t('choicesFrom.all') },
          ...earlier.map(({ code }) => ({
            value: code,
            label: t('choicesFrom.of', { question: `${code}: ${firstWords(doc, `${code}.ask`)}` }),
          })),
        ]}
      />
      {hasRows && question.choicesFrom !== undefined && (
        <Select
          label={t.el('choicesFrom.under')}
          value={question.choicesFrom.under?.[0] ?? ''}
          onChange={(pile: string) => put({ question: source.code, under: pile === '' ? null : [pile] })}
          options={[
            { value: '', label: t('choicesFrom.anyPile') },
            ...[...piles].map(([code, words]: [string, string]) => ({
              value: code,
              label: words.slice(words.lastIndexOf(': ') + 1).trim(),
            })),
          ]}
        />
      )}
    </div>
  );

  function firstUnder(code: string): string[] | null {
    const known = earlier.flatMap((one) => (one.code === code ? (readQuestion(one) ?? []) : []))[0];
    const first = known?.choices[0]?.code;
    return known === undefined || known.rows.length === 0 || first === undefined ? null : [first];
  }
}

/** Only where a team writes the choices can there be fewer of them. */
function hasOwnChoices({ settings }: SurveyQuestion): boolean {
  return typeof settings === 'object' && settings !== null && 'choices' in settings;
}
